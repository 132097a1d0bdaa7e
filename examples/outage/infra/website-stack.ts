import { Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';

export class WebsiteStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    // CloudFront takes its certificates from us-east-1 only.
    super(scope, id, { ...props, env: { ...props.env, region: 'us-east-1' } });

    const certificate = new Certificate(this, 'Certificate', {
      domainName: 'shop.example',
      validation: CertificateValidation.fromDns(),
    });
    new Distribution(this, 'Website', {
      defaultBehavior: { origin: new HttpOrigin('origin.shop.example') },
      domainNames: ['shop.example'],
      certificate,
    });
  }
}
