import type { LanguageEdits } from '../../language.ts';
import type { SourceText } from '../../source-text.ts';
import type { SourceCode } from '../ast.ts';
import type { RegionSite } from '../../../facts/region-site.ts';
import { followDeployment } from './follow-deployment.ts';
import { findReasonToStay } from './reasons/reasons.ts';
import { removeFallback } from './remove-fallback.ts';
import { removeRegionOption } from './remove-option.ts';
import { removeRegionSetting } from './remove-setting.ts';
import { removeProperty } from './remove-property.ts';
import { replaceByOption } from './replace-by-option.ts';
import { useRegionalHost } from './use-regional-host.ts';

/** The edits that rules suggest in JavaScript and TypeScript. A region that has to stay gets none. */
export const languageEdits: LanguageEdits = {
  findReasonToStay: (source, site) => findReasonToStay(asSourceCode(source), site),
  followDeployment: ifMovable(followDeployment),
  replaceRegion: (source, site, replacement) =>
    ifMovable((sourceCode, each) => replaceByOption(sourceCode, each, replacement))(source, site),
  removeOption: ifMovable(
    (source, site) => removeRegionOption(source, site) ?? removeRegionSetting(source, site),
  ),
  removeFallback: ifMovable(removeFallback),
  useRegionalHost: (source, site) => useRegionalHost(asSourceCode(source), site),
  // The v2 options are legacy unless they are set: removing them changes nothing.
  removeFlag: (source, flag) =>
    flag.key === 'useGlobalEndpoint' ? removeProperty(asSourceCode(source), flag) : undefined,
  enableRetries: (source, { disabledRetries }) =>
    disabledRetries && removeProperty(asSourceCode(source), disabledRetries),
};

function ifMovable<Result>(
  edit: (sourceCode: SourceCode, site: RegionSite) => Result | undefined,
): (source: SourceText, site: RegionSite) => Result | undefined {
  return (source, site) => {
    const sourceCode = asSourceCode(source);
    return findReasonToStay(sourceCode, site)?.isFirm ? undefined : edit(sourceCode, site);
  };
}

/** The rules hand in what ESLint has parsed. */
export function asSourceCode(source: SourceText): SourceCode {
  return source as SourceCode;
}
