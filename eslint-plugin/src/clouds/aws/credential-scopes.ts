import type { RegionFormMatch } from '../region-form-match.ts';
import { awsRegionId } from '../region-ids.ts';

const credentialScope = new RegExp(`(?<=/)(?<region>${awsRegionId})(?=/[\\w-]+/aws4_request)`, 'g');

/** The regions in scopes of hand-made signatures: `20261128/us-east-1/s3/aws4_request`. */
export function matchCredentialScopes(text: string): RegionFormMatch[] {
  return [...text.matchAll(credentialScope)].map(({ 0: region, index }) => ({
    form: 'credential-scope',
    cloud: 'aws',
    region,
    start: index,
    end: index + region.length,
    regionStart: index,
  }));
}
