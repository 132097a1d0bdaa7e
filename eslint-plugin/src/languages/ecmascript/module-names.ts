/** Module names of SDKs in quotes; the prefilter and the analysis of clients start from them. */
export const sdkModule =
  /(?<=['"`])(?:@aws-sdk\/client-[\w-]+|aws-sdk(?:\/[\w/-]+)?|@azure\/cosmos)(?=['"`])/;

/** Source of a looser and faster expression: whatever `sdkModule` matches contains a match of it. */
export const sdkModuleHint = 'aws-sdk|@azure/cosmos';

/** Options that send requests to a global endpoint. */
export const globalEndpointFlag = /\b(?:useGlobalEndpoint|stsRegionalEndpoints|s3UsEast1RegionalEndpoint)\b/;
