import type { TSESLint } from '@typescript-eslint/utils';
import type { Context } from '../create-rule.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import type { RegionSite } from '../facts/region-site.ts';
import { getRole } from '../facts/roles.ts';
import type { Language } from '../languages/language.ts';
import { remember } from '../remember.ts';
import { toFix } from './report-sites.ts';

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
  { sourceCode, options }: Context<string, [ReplacementOptions]>,
  { edits }: Language,
): (site: RegionSite, suggestions: readonly Suggestion<Ids>[], facts: FileFacts) => Offer<Ids | 'replace'> {
  const [{ autofix, replacement }] = options;
  if (replacement) checkReplacement(replacement);

  function replace(site: RegionSite): Suggestion<'replace'> | undefined {
    const choice = replacement?.expression;
    const expression = typeof choice === 'object' ? choice[site.region] : choice;
    if (expression === undefined) return undefined;
    const edit = edits?.replaceRegion?.(sourceCode, site, { ...replacement, expression });
    return edit && { messageId: 'replace', data: { expression: edit.expression }, fix: toFix(edit.edits) };
  }

  return (site, suggestions, facts) => {
    const own = replace(site);
    const isOther = ({ messageId }: Suggestion<string>) => messageId !== 'readEnvironment';
    const all: Suggestion<Ids | 'replace'>[] = own ? [own, ...suggestions.filter(isOther)] : [...suggestions];
    const [first] = all;
    // What the project has no place for is not moved elsewhere without asking, and of two regions not one is made.
    const isAdvised = autofix && edits?.findReasonToStay?.(sourceCode, site) === undefined;
    const isWanted = isAdvised && (own !== undefined || !replacement);
    const isOneForAll = !isByRegion(options[0]) && first?.messageId !== 'removeFallback';
    if (!first || !isWanted || (isOneForAll && hasSeveralRegions(facts))) return { fix: null, suggest: all };
    return { fix: first.fix, suggest: all.slice(1) };
  };
}

/** Whether the regions of a file that could be moved are more than one. */
const hasSeveralRegions = remember(({ regionSites }: FileFacts) => {
  const regions = regionSites.filter(({ role }) => getRole(role).isMovable).map(({ region }) => region);
  return new Set(regions).size > 1;
});

function checkReplacement({ expression: choice, import: wanted }: Replacement): void {
  if (!wanted) return;
  const expressions = typeof choice === 'string' ? [choice] : Object.values(choice);
  const name = new RegExp(`(?<![\\w$.'"])${wanted.name.replaceAll('$', '\\$')}(?![\\w$'"])`);
  const unused = expressions.find((expression) => !name.test(expression));
  if (unused === undefined) return;
  throw new Error(
    `The option 'replacement' imports '${wanted.name}', but its expression '${unused}' does not use it. Use it, or leave out 'import'.`,
  );
}
