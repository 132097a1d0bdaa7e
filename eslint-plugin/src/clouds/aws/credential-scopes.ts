import type { FormMatch } from '../region-form.ts';
import { awsRegionId } from './regions.ts';

const credentialScope = new RegExp(`(?<=/)(?<region>${awsRegionId})(?=/[\\w-]+/aws4_request)`, 'g');

/** The regions in scopes of hand-made signatures: `20261128/us-east-1/s3/aws4_request`. */
export function matchCredentialScopes(text: string): FormMatch[] {
  return [...text.matchAll(credentialScope)].map(({ 0: region, index }) => ({
    form: 'credential-scope',
    region,
    start: index,
    end: index + region.length,
    regionStart: index,
  }));
}
