import { azureToken, mentionsAzure } from './azure-token.ts';
import { regionToken } from '../../clouds/region-token.ts';
import { mayMakeFirebaseClient } from './firebase-hint.ts';
import {
  globalEndpointFlagParts,
  judgedSdkHint,
  mayHoldConstant,
  partitionHint,
  sdkConstant,
  sdkModuleHint,
} from './module-names.ts';

const findingAnchors = new RegExp([regionToken, judgedSdkHint].join('|'));
const inventoryAnchors = new RegExp([sdkModuleHint, partitionHint].join('|'));
const azure = new RegExp(azureToken);
const constant = new RegExp(sdkConstant);

/**
 * Whether the rules of the presets can find anything in a file: it names a region or imports an SDK whose clients are
 * judged. One regular expression over the text, and searches for a few rare words.
 *
 * @param text the file's source
 * @returns false only when there is surely nothing to report
 */
export function mayHaveFindings(text: string): boolean {
  return (
    findingAnchors.test(text) ||
    (mentionsAzure(text) && azure.test(text)) ||
    (mayHoldConstant(text) && constant.test(text)) ||
    globalEndpointFlagParts.some((part) => text.includes(part))
  );
}

/**
 * Whether a file can hold anything for the rules or for the audit, which lists all clients of all clouds, also those that
 * no rule judges. Every interface asks it before it parses.
 *
 * @param text the file's source
 * @returns false only when the facts are surely empty
 */
export function mayHaveFacts(text: string): boolean {
  return (
    mayHaveFindings(text) ||
    inventoryAnchors.test(text) ||
    mayMakeFirebaseClient(text) ||
    text.includes('AzureOpenAI')
  );
}
