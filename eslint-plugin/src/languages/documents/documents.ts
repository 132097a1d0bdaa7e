import { isGenerated } from '../../file-kind.ts';
import { azureToken, mentionsAzure } from '../ecmascript/azure-token.ts';
import { regionToken } from '../../clouds/region-token.ts';
import type { Language } from '../language.ts';
import { documentNames } from './document-names.ts';
import { isTestDocument } from './is-test-document.ts';
import { readFacts } from './read-facts.ts';

const anchor = new RegExp(regionToken);
const azure = new RegExp(azureToken);

/** Templates, modules, workflows and settings files: everything that says where code runs and is no program itself. */
export const documents: Language = {
  ...documentNames,
  mayHaveFacts: (text) => anchor.test(text) || (mentionsAzure(text) && azure.test(text)),
  isLeftOut: (path, text) => isTestDocument(path) || isGenerated(path, text),
  readFacts,
  edits: {
    followDeployment: (_source, { following }) => following,
  },
};
