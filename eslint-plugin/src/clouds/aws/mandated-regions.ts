/** A use of a service that works in one region only, though its client would accept any. Kept by hand: no table says so. */
export interface MandatedRegion {
  /** The service as its SDK package names it. */
  service: string;
  region: string;
  /** `always`: for everything the service does. Otherwise the one use that it holds for; see `when`. */
  use:
    | 'always'
    | 'certificate-for-cloudfront'
    | 'cloudfront-or-billing-metrics'
    | 'edge-function'
    | 'firewall-administrator'
    | 'multi-region-access-point'
    | 'query-log'
    | 'scope-cloudfront';
  /** That use in plain words, to follow "only": "for web ACLs with the scope CLOUDFRONT". */
  when: string;
  /** Where AWS says so. */
  source: string;
}

export const mandatedRegions: readonly MandatedRegion[] = [
  {
    service: 'global-accelerator',
    region: 'us-west-2',
    use: 'always',
    when: 'for all of its API',
    source:
      'https://docs.aws.amazon.com/global-accelerator/latest/dg/preserve-client-ip-address.regions.html',
  },
  {
    service: 'wafv2',
    region: 'us-east-1',
    use: 'scope-cloudfront',
    when: 'for what has the scope CLOUDFRONT',
    source: 'https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html',
  },
  {
    service: 'acm',
    region: 'us-east-1',
    use: 'certificate-for-cloudfront',
    when: 'for certificates that CloudFront uses',
    source: 'https://docs.aws.amazon.com/acm/latest/userguide/acm-regions.html',
  },
  {
    service: 'lambda',
    region: 'us-east-1',
    use: 'edge-function',
    when: 'for Lambda@Edge functions',
    source:
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
  },
  {
    service: 'cloudwatch',
    region: 'us-east-1',
    use: 'cloudfront-or-billing-metrics',
    when: 'for metrics of CloudFront (AWS/CloudFront) and of billing (AWS/Billing)',
    source:
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html',
  },
  {
    service: 's3-control',
    region: 'us-west-2',
    use: 'multi-region-access-point',
    when: 'for creating, reading and deleting Multi-Region Access Points',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointRestrictions.html',
  },
  {
    service: 'fms',
    region: 'us-east-1',
    use: 'firewall-administrator',
    when: 'for setting the administrator account of Firewall Manager',
    source: 'https://www.pulumi.com/registry/packages/aws/api-docs/fms/adminaccount/',
  },
  {
    service: 'cloudwatch-logs',
    region: 'us-east-1',
    use: 'query-log',
    when: 'for the log groups of Route 53 query logs',
    source: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateQueryLoggingConfig.html',
  },
];

/** Services with one endpoint for all regions that the generated table does not hold, because they sign for no single region. */
export const globalServices: readonly { service: string; source: string }[] = [
  {
    service: 'cloudfront-keyvaluestore',
    source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/kvs-with-functions-kvp.html',
  },
];
