/*
 * What the prefilter and the analysis start from in the text of a file. Wherever it can, an expression begins with a character
 * that is rare in code (`-`, `.`, `@`, `:`) and looks back from there: a search that begins with a letter, or with a look
 * behind, takes several times as long, and the prefilter reads every file.
 */

const quote = '[\'"`]';

/** Source of an expression for the module names of SDKs in quotes; it matches from behind the first quote on. */
export const sdkModule = [
  `@(?<=${quote}@)(?:aws-sdk/client-[\\w-]+|azure/[\\w-]+|google-cloud/[\\w-]+|google/genai|firebase/(?:database|firestore|functions|storage)|angular/fire(?:/[\\w/-]+)?)(?=${quote})`,
  `(?:aws-sdk|firebase(?:-admin)?)(?<=${quote}(?:aws-sdk|firebase(?:-admin)?))(?:/[\\w/-]+)?(?=${quote})`,
  `openai(?<=${quote}openai)(?=${quote})`,
].join('|');

/** Source of a looser and faster expression: a file that makes a client which rules judge has a match of it. */
export const judgedSdkHint = '-sdk(?<=aws-sdk)|@azure/cosmos';

/** The same for the clients that the audit lists beside those, but for Firebase's and Azure OpenAI's. */
export const sdkModuleHint =
  '@azure/(?!arm-|core-|functions|identity|logger|monitor-|msal|web-pubsub-client)|@google-cloud/|@google/genai';

/** Parts of the names of options that send requests to a global endpoint; each such name contains one. */
export const globalEndpointFlagParts = ['GlobalEndpoint', 'RegionalEndpoint'] as const;

/** Options that send requests to a global endpoint. */
export const globalEndpointFlag = /\b(?:useGlobalEndpoint|stsRegionalEndpoints|s3UsEast1RegionalEndpoint)\b/;

/** Source of an expression for constants of SDKs that spell a region: `Region.USWest2`, `USEast1Region`, `Locations.WestEurope`. */
export const sdkConstant = String.raw`\b(?:Region\.[A-Z]{2}[A-Za-z]+\d|Locations\.[A-Z]\w+|[A-Z]{2}[A-Z]?[a-z]+\dRegion\b)`;

/** Whether a match of `sdkConstant` is worth looking for. */
export function mayHoldConstant(text: string): boolean {
  return text.includes('Region') || text.includes('Locations.');
}

/**
 * Source of an expression for an ARN whose partition is written down and whose region is not, and for a host that ends
 * behind a region which is not. It matches from the colon or the dot before the partition or suffix on.
 */
export const partitionHint = String.raw`:aws(?<=\barn:aws)(?:-cn|-us-gov)?:[\w-]+:(?=\$\{|['"${'`'}]\s*\+)|\.amazonaws\.com(?<=[rR]egion\w*[)\s]*(?:\}|\+\s*['"${'`'}])\.amazonaws\.com)`;
