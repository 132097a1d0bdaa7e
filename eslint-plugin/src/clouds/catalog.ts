// The package's entry `eslint-plugin-multi-region/catalog`: what is known of the clouds and their regions.
export { awsRegions, type AwsRegion } from './aws/regions.generated.ts';
export { awsRegion, awsRegionId } from './aws/regions.ts';
export { listServices, serviceOfEndpoint } from './aws/services.ts';
export { azureLocation } from './azure/locations.ts';
export { type Cloud, clouds, getCloud, regionNames } from './clouds.ts';
export type { RegionDescription } from './describe-region.ts';
export { displayName } from './display-name.ts';
export { gcpRegionId } from './gcp/regions.ts';
export { regionToken } from './region-token.ts';
export { findRegionForms, type RegionFormMatch } from './region-forms.ts';
