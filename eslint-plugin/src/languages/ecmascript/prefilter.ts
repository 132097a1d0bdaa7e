import { azureToken, mentionsAzure } from './azure-token.ts';
import { regionToken } from '../../clouds/region-token.ts';
import { globalEndpointFlag, partitionHint, sdkConstant, sdkModuleHint } from './module-names.ts';

const anchors = new RegExp(
  [regionToken, sdkModuleHint, globalEndpointFlag.source, sdkConstant, partitionHint].join('|'),
);
const azure = new RegExp(azureToken);

/**
 * Whether a file can hold anything for the rules: it names a region or imports the SDK of a cloud. One
 * regular expression over the text; every way in asks it before it parses.
 *
 * @param text the file's source
 * @returns false only when the facts are surely empty
 */
export function mayHaveFacts(text: string): boolean {
  return anchors.test(text) || (mentionsAzure(text) && azure.test(text));
}
