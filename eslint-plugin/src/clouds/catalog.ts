// The package's entry `eslint-plugin-multi-region/catalog`: what the clouds are, for who explains regions to people.
export { awsRegions, type AwsRegion } from './aws/regions.generated.ts';
export { azureLocations, type AzureLocation } from './azure/locations.generated.ts';
export type { Cloud, RegionFormMatch } from './region-form-match.ts';
export { gcpRegions, type GcpRegion } from './gcp/regions.generated.ts';
export { findRegionForms } from './region-forms.ts';
export { awsRegionId, gcpRegionId } from './region-ids.ts';
export { awsRegion, azureLocation, gcpRegion } from './regions.ts';
export { listServices, serviceOfEndpoint } from './aws/services.ts';
export { displayName } from './display-name.ts';
