import type { Linter, SourceCode } from 'eslint';
import plugin from 'eslint-plugin-multi-region';
import type { ClientSite, FileFacts, RegionSite } from 'eslint-plugin-multi-region/facts';
import type { Finding, TextEdit } from './finding.ts';

const prefix = 'multi-region/';

/** Whether a message comes from a rule of ours, and not from ESLint itself or from a rule named in a comment. */
export function isOurs(message: Linter.LintMessage): message is Linter.LintMessage & { ruleId: string } {
  return message.ruleId?.startsWith(prefix) ?? false;
}

/**
 * Makes a finding of an ESLint message.
 *
 * @param message a message of one of our rules
 * @param file what was linted, and what the analysis found in it
 */
export function toFinding(
  message: Linter.LintMessage & { ruleId: string },
  {
    path,
    sourceCode,
    facts,
  }: { path: string; sourceCode: Pick<SourceCode, 'getIndexFromLoc' | 'hasBOM'>; facts: FileFacts },
): Finding {
  const { ruleId, line, column, endLine = line, endColumn = column } = message;
  const start = sourceCode.getIndexFromLoc({ line, column: column - 1 });
  const end = sourceCode.getIndexFromLoc({ line: endLine, column: endColumn - 1 });
  const site = findRegionSite(facts, start, end);
  const client = site ? undefined : findClientSite(facts, start, end);

  // ESLint takes the byte order mark off before it counts.
  const shift = sourceCode.hasBOM ? 1 : 0;
  const toEdit = ({ range, text }: Linter.LintSuggestion['fix']): TextEdit => ({
    range: [range[0] + shift, range[1] + shift],
    text,
  });

  return {
    ruleId,
    url: plugin.rules?.[ruleId.slice(prefix.length)]?.meta?.docs?.url,
    message: message.message,
    severity: message.severity === 2 ? 'error' : 'warn',
    path,
    line,
    column,
    endLine,
    endColumn,
    range: [start + shift, end + shift],
    region: site?.region ?? client?.regions[0],
    service: site?.service ?? client?.service,
    suggestions: (message.suggestions ?? []).map(({ desc, fix }) => ({ message: desc, edit: toEdit(fix) })),
  };
}

/** The site that a message is about: the smallest that overlaps it, for a template may hold several. */
function findRegionSite({ regionSites }: FileFacts, start: number, end: number): RegionSite | undefined {
  const overlaps = ({ range }: RegionSite) => range[0] < end && range[1] > start;
  const contains = ({ node }: RegionSite) => node.range[0] <= start && node.range[1] >= end;
  const length = ({ range }: RegionSite) => range[1] - range[0];
  const candidates = regionSites.filter(overlaps);
  return (candidates.length > 0 ? candidates : regionSites.filter(contains)).sort(
    (a, b) => length(a) - length(b),
  )[0];
}

function findClientSite({ clientSites }: FileFacts, start: number, end: number): ClientSite | undefined {
  return clientSites.find(({ node }) => node.range[0] <= start && node.range[1] >= end);
}
