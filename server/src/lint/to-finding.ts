import type { Linter, SourceCode } from 'eslint';
import plugin from 'eslint-plugin-multi-region';
import {
  findReportedFact,
  type FileFacts,
  type ReportedFact,
  type TextEdit,
} from 'eslint-plugin-multi-region/facts';
import type { Finding } from './finding.ts';
import { getShift } from './linted-file.ts';

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
  const fact = findReportedFact(facts, ruleId.slice(prefix.length), [start, end]);

  // ESLint takes the byte order mark off before it counts.
  const shift = getShift({ sourceCode });
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
    ...describeFact(fact),
    fact,
    suggestions: (message.suggestions ?? []).map(({ desc, fix }) => ({ message: desc, edit: toEdit(fix) })),
  };
}

function describeFact(fact: ReportedFact | undefined): Pick<Finding, 'region' | 'service'> {
  if (fact?.kind === 'region') return { region: fact.site.region, service: fact.site.service };
  return { region: fact?.client.regions[0], service: fact?.client.service };
}
