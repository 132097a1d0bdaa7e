import type { LanguageEdits } from '../../language.ts';
import type { SourceText } from '../../source-text.ts';
import type { SourceCode } from '../ast.ts';
import { followDeployment } from './follow-deployment.ts';
import { removeFallback } from './remove-fallback.ts';
import { removeRegionOption } from './remove-option.ts';
import { removeProperty } from './remove-property.ts';
import { replaceByOption } from './replace-by-option.ts';
import { useRegionalHost } from './use-regional-host.ts';

/** The edits that rules suggest in JavaScript and TypeScript. */
export const languageEdits: LanguageEdits = {
  followDeployment: (source, site) => followDeployment(asSourceCode(source), site),
  replaceRegion: (source, site, replacement) => replaceByOption(asSourceCode(source), site, replacement),
  removeOption: (source, site) => removeRegionOption(asSourceCode(source), site),
  removeFallback: (source, site) => removeFallback(asSourceCode(source), site),
  useRegionalHost: (source, site) => useRegionalHost(asSourceCode(source), site),
  // The v2 options are legacy unless they are set: removing them changes nothing.
  removeFlag: (source, flag) =>
    flag.key === 'useGlobalEndpoint' ? removeProperty(asSourceCode(source), flag) : undefined,
  enableRetries: (source, { disabledRetries }) =>
    disabledRetries && removeProperty(asSourceCode(source), disabledRetries),
};

/** The rules hand in what ESLint has parsed. */
export function asSourceCode(source: SourceText): SourceCode {
  return source as SourceCode;
}
