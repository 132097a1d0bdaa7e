import type { RegionSite } from '../../../facts/region-site.ts';
import type { NamedEdit } from '../../language.ts';
import type { SourceCode } from '../ast.ts';
import { getEnvironmentExpression } from './follow-deployment.ts';
import { replaceInText } from './text-place.ts';

/** The edit that makes `sts.${process.env.AWS_REGION}.amazonaws.com` of `sts.amazonaws.com`. */
export function useRegionalHost(sourceCode: SourceCode, site: RegionSite): NamedEdit | undefined {
  if (site.form !== 'global-host') return undefined;
  const expression = getEnvironmentExpression(sourceCode, site);
  const host = site.text.replace('.amazonaws.com', `.\${${expression}}.amazonaws.com`);
  const edit = replaceInText(sourceCode, site, site.range, host);
  return edit && { expression, edits: [edit] };
}
