import { serviceOfEndpoint } from './services.ts';
import type { FormMatch } from '../region-form.ts';
import { awsRegionId } from './regions.ts';

const serviceName = new RegExp(
  `(?<![\\w.-])(?<head>com\\.amazonaws\\.(?:vpce\\.)?)(?<region>${awsRegionId})\\.(?<service>[\\w.-]*[\\w-])`,
  'g',
);

/** The names of VPC endpoint services in a text, which are hosts in reverse: `com.amazonaws.us-east-1.s3`. */
export function matchVpcEndpointServices(text: string): FormMatch[] {
  return [...text.matchAll(serviceName)].flatMap((match) => {
    const { head, region, service: name } = match.groups ?? {};
    if (head === undefined || region === undefined || name === undefined) return [];
    const service = serviceOfEndpoint(name);
    return {
      form: 'host',
      region,
      ...(service && { service }),
      start: match.index,
      end: match.index + match[0].length,
      regionStart: match.index + head.length,
    } satisfies FormMatch;
  });
}
