import type { TSESLint } from '@typescript-eslint/utils';
import type { SourceCode } from '../languages/ecmascript/ast.ts';
import { getFacts } from '../languages/ecmascript/facts.ts';
import type { RegionRole, RegionSite } from '../languages/ecmascript/site.ts';
import { addImport } from '../languages/ecmascript/editing/add-import.ts';
import { toFix } from '../languages/ecmascript/editing/edit.ts';
import { getFallbackVariable } from '../languages/ecmascript/editing/fallback.ts';
import { exportsName, getModuleStyle } from '../languages/ecmascript/editing/module-style.ts';
import { replaceRegion } from '../languages/ecmascript/editing/replace-region.ts';
import type { Context } from './region-sites.ts';

/** The options of rules whose findings can be moved to a project's own config. */
export interface ReplacementOptions {
  /** Whether `eslint --fix` makes the first of the suggested edits. */
  autofix: boolean;
  replacement?: Replacement;
}

interface Replacement {
  /** What stands in place of a region: the same for all, or by region. */
  expression: string | Readonly<Record<string, string>>;
  /** What the expression needs imported. */
  import?: { name: string; from: string };
}

export const replacementDefaults: [ReplacementOptions] = [{ autofix: false }];

export const replacementSchema: TSESLint.RuleMetaData<string>['schema'] = [
  {
    type: 'object',
    description: 'How a region is moved out of the code.',
    additionalProperties: false,
    properties: {
      autofix: {
        type: 'boolean',
        description: 'Whether eslint --fix makes the first of the suggested edits.',
      },
      replacement: {
        type: 'object',
        description: "The project's own place for regions.",
        additionalProperties: false,
        required: ['expression'],
        properties: {
          expression: {
            type: ['string', 'object'],
            description: 'What stands in place of a region: the same for all, or by region.',
            minLength: 1,
            minProperties: 1,
            additionalProperties: { type: 'string', minLength: 1 },
          },
          import: {
            type: 'object',
            description: 'What the expression needs imported.',
            additionalProperties: false,
            required: ['name', 'from'],
            properties: {
              name: { type: 'string', pattern: '^[A-Za-z_$][\\w$]*$' },
              from: { type: 'string', minLength: 1 },
            },
          },
        },
      },
    },
  },
];

/** What every rule with these options says of the project's own replacement. */
export const replacementMessages = { replace: 'Replace the region with {{expression}}.' };

type Suggestion<Ids extends string> = TSESLint.SuggestionReportDescriptor<Ids>;

/** What can be done about a site, as a rule reports it. */
export interface Offer<Ids extends string> {
  fix: TSESLint.ReportFixFunction | null;
  suggest: Suggestion<Ids>[];
}

/** Whether each region has a replacement of its own, so that two that are replaced stay two. */
export function isByRegion({ replacement }: ReplacementOptions): boolean {
  return typeof replacement?.expression === 'object';
}

/**
 * Prepares what a rule offers for its sites, by its options: the project's own replacement comes first, and is a
 * fix where that is wanted.
 *
 * @throws an Error where the replacement does not use what it imports
 */
export function createOffers<Ids extends string>(
  context: Context<string, [ReplacementOptions]>,
): (site: RegionSite, suggestions: readonly Suggestion<Ids>[]) => Offer<Ids | 'replace'> {
  const { sourceCode, options } = context;
  const [{ autofix, replacement }] = options;
  if (replacement) checkReplacement(replacement);
  return (site, suggestions) => {
    const own = replacement && replaceByOption(sourceCode, site, replacement);
    const isOther = ({ messageId }: Suggestion<string>) => messageId !== 'readEnvironment';
    const all: Suggestion<Ids | 'replace'>[] = own ? [own, ...suggestions.filter(isOther)] : [...suggestions];
    const [first] = all;
    // What the project has no place for is not moved elsewhere without asking, and of two regions not one is made.
    const isWanted = autofix && (own !== undefined || !replacement);
    const isOneForAll = !isByRegion(options[0]) && first?.messageId !== 'removeFallback';
    if (!first || !isWanted || (isOneForAll && hasSeveralRegions(context)))
      return { fix: null, suggest: all };
    return { fix: first.fix, suggest: all.slice(1) };
  };
}

const moved: readonly RegionRole[] = [
  'argument',
  'arn',
  'client-option',
  'endpoint',
  'fallback',
  'infrastructure',
  'sdk-config',
  'zone',
];

/** Whether the regions that the rules report in a file are more than one. */
function hasSeveralRegions({
  sourceCode,
  filename,
  cwd,
  settings,
}: Context<string, [ReplacementOptions]>): boolean {
  const { regionSites } = getFacts({ sourceCode, filename, cwd, settings });
  const regions = regionSites.filter(({ role }) => moved.includes(role)).map(({ region }) => region);
  return new Set(regions).size > 1;
}

function replaceByOption(
  sourceCode: SourceCode,
  site: RegionSite,
  { expression: choice, import: wanted }: Replacement,
): Suggestion<'replace'> | undefined {
  const expression = typeof choice === 'string' ? choice : choice[site.region];
  if (expression === undefined || (wanted && exportsName(sourceCode, wanted.name))) return undefined;
  const added = wanted && addImport(sourceCode, { ...wanted, style: getModuleStyle(sourceCode) });
  const local = added ? useLocalName(expression, wanted.name, added.localName) : expression;
  const variable = getFallbackVariable(site);
  const keepsVariable = variable !== undefined && !commonVariable.test(variable);
  const edit = replaceRegion(sourceCode, site, local, keepsVariable);
  return (
    edit && {
      messageId: 'replace',
      data: { expression: local },
      fix: toFix([...(added?.edits ?? []), edit]),
    }
  );
}

/** The variables that say where a deployment is; any other is the project's own switch for one place. */
const commonVariable =
  /^(?:VITE_)?(?:AWS_(?:DEFAULT_)?REGION|CDK_DEFAULT_REGION|GOOGLE_CLOUD_REGION|AZURE_LOCATION|REGION)$/;

function useLocalName(expression: string, name: string, localName: string): string {
  return expression.replace(toPattern(name), () => localName);
}

/** A name where it is no member of something else. */
function toPattern(name: string): RegExp {
  return new RegExp(`(?<![\\w$.'"])${name.replaceAll('$', '\\$')}(?![\\w$'"])`, 'g');
}

function checkReplacement({ expression: choice, import: wanted }: Replacement): void {
  if (!wanted) return;
  const expressions = typeof choice === 'string' ? [choice] : Object.values(choice);
  const unused = expressions.find((expression) => !toPattern(wanted.name).test(expression));
  if (unused === undefined) return;
  throw new Error(
    `The option 'replacement' imports '${wanted.name}', but its expression '${unused}' does not use it. Use it, or leave out 'import'.`,
  );
}
