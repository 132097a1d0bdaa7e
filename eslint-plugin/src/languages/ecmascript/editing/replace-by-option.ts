import type { RegionSite } from '../../../facts/region-site.ts';
import type { NamedEdit, RegionReplacement } from '../../language.ts';
import type { SourceCode } from '../ast.ts';
import { addImport } from './add-import.ts';
import { exportsName, getModuleStyle } from './module-style.ts';
import { replaceRegion, replaceRegions } from './replace-region.ts';
import { listTogether } from './zone-list.ts';

/**
 * The edits that put a project's own expression where a region stands, and import what it needs.
 *
 * @returns undefined where no expression can stand, or the file itself exports what would be imported
 */
export function replaceByOption(
  sourceCode: SourceCode,
  site: RegionSite,
  { expression, import: wanted }: RegionReplacement,
): NamedEdit | undefined {
  if (wanted && exportsName(sourceCode, wanted.name)) return undefined;
  const added = wanted && addImport(sourceCode, { ...wanted, style: getModuleStyle(sourceCode) });
  const local = added ? useLocalName(expression, wanted.name, added.localName) : expression;
  const keepsVariable = site.variable !== undefined && !commonVariable.test(site.variable);
  const list = listTogether(sourceCode, site);
  const own = replaceRegion(sourceCode, site, local, keepsVariable);
  const edits =
    list.length > 1
      ? replaceRegions(
          sourceCode,
          list.map((each) => ({ site: each, expression: local })),
        ).edits
      : own
        ? [own]
        : [];
  return edits.length < list.length
    ? undefined
    : { expression: local, edits: [...(added?.edits ?? []), ...edits] };
}

/** The variables that say where a deployment is; any other is the project's own switch for one place. */
const commonVariable =
  /^(?:VITE_)?(?:AWS_(?:DEFAULT_)?REGION|CDK_DEFAULT_REGION|GOOGLE_CLOUD_REGION|AZURE_LOCATION|REGION)$/;

function useLocalName(expression: string, name: string, localName: string): string {
  return expression.replace(toNamePattern(name), () => localName);
}

/** A name where it is no member of something else. */
function toNamePattern(name: string): RegExp {
  return new RegExp(`(?<![\\w$.'"])${name.replaceAll('$', '\\$')}(?![\\w$'"])`, 'g');
}
