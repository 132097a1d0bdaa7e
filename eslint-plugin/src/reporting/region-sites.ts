import type { TSESLint } from '@typescript-eslint/utils';
import { getFacts } from '../languages/ecmascript/facts.ts';
import { mayHaveFacts } from '../languages/ecmascript/prefilter.ts';
import { remember } from '../languages/ecmascript/remember.ts';
import type { FileFacts, RegionRole, RegionSite } from '../languages/ecmascript/site.ts';

export type Context<MessageIds extends string, Options extends readonly unknown[]> = Readonly<
  TSESLint.RuleContext<MessageIds, Options>
>;

/**
 * The visitor of a rule that judges facts: nothing at all for files that the prefilter turns away, else
 * one look at the facts of the whole file.
 */
export function visitFacts<MessageIds extends string, Options extends readonly unknown[]>(
  context: Context<MessageIds, Options>,
  report: (facts: FileFacts) => void,
): TSESLint.RuleListener {
  const { sourceCode, filename, cwd, settings } = context;
  if (!mayHaveFactsOf(sourceCode)) return {};
  return {
    Program() {
      report(getFacts({ sourceCode, filename, cwd, settings }));
    },
  };
}

/** Ten rules ask for the same file. */
const mayHaveFactsOf = remember(({ text }: Readonly<TSESLint.SourceCode>) => mayHaveFacts(text));

/** The visitor of a rule that reports region sites of some roles. */
export function visitRegionSites<MessageIds extends string, Options extends readonly unknown[]>(
  context: Context<MessageIds, Options>,
  roles: readonly RegionRole[],
  report: (site: RegionSite) => void,
): TSESLint.RuleListener {
  return visitFacts(context, ({ regionSites }) => {
    for (const site of regionSites) {
      if (roles.includes(site.role)) report(site);
    }
  });
}

/** Where a site is reported: the whole literal for what stands alone in it, the stretch that carries the region otherwise. */
export function getReportLocation(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { form, node, range }: RegionSite,
): TSESLint.AST.SourceLocation {
  const isAlone = form === 'region' || form === 'zone' || form === 'global-region';
  const literal = node.type === 'TemplateElement' ? node.parent : node;
  const [start, end] = isAlone ? literal.range : range;
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
}
