/** Module names of SDKs in quotes; the prefilter and the analysis of clients start from them. */
export const sdkModule =
  /(?<=['"`])(?:@aws-sdk\/client-[\w-]+|aws-sdk(?:\/[\w/-]+)?|@azure\/[\w-]+|@google-cloud\/[\w-]+|firebase(?:-admin)?(?:\/[\w/-]+)?|@firebase\/(?:database|firestore|functions|storage)|@angular\/fire(?:\/[\w/-]+)?)(?=['"`])/;

/** Source of a looser and faster expression: whatever `sdkModule` matches contains a match of it. */
export const sdkModuleHint =
  'aws-sdk|@azure/|@google-cloud/|firebase-admin|@?firebase/|[\'"`]firebase[\'"`]|@angular/fire';

/** Options that send requests to a global endpoint. */
export const globalEndpointFlag = /\b(?:useGlobalEndpoint|stsRegionalEndpoints|s3UsEast1RegionalEndpoint)\b/;

/** Source of an expression for constants of SDKs that spell a region: `Region.USWest2`, `USEast1Region`, `Locations.WestEurope`. */
export const sdkConstant = String.raw`\b(?:Region\.[A-Z]{2}[A-Za-z]+\d|Locations\.[A-Z]\w+|[A-Z]{2}[A-Z]?[a-z]+\dRegion\b)`;

/**
 * Source of an expression for an ARN whose partition is written down and whose region is not, and for a host that ends
 * behind a region which is not.
 */
export const partitionHint = String.raw`arn:aws(?:-cn|-us-gov)?:[\w-]+:(?=\$\{|['"${'`'}]\s*\+)|\.amazonaws\.com(?<=[rR]egion\w*[)\s]*(?:\}|\+\s*['"${'`'}])\.amazonaws\.com)`;
