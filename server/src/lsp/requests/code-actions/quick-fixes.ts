import { CodeActionKind, type CodeAction, type Diagnostic, type Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LintedFile } from '../../../lint/linted-file.ts';
import type { ProjectContext } from '../../../project/project-context.ts';
import type { Finding } from '../../../lint/finding.ts';
import { toKeys, type ActionData } from './action-data.ts';
import { mergeOffers } from './merged-offers.ts';
import { openRulePageCommand } from '../../messages.ts';
import { toDiagnostic } from '../../documents/to-diagnostic.ts';

/** A code action whose edits are computed when it is chosen. */
export interface PlannedAction extends Omit<CodeAction, 'data'> {
  data: ActionData;
}

/**
 * What can be done about the findings at a place, without edits yet.
 *
 * @param shown the client's own copies of the diagnostics there, so that it finds them again
 */
export function createQuickFixes(
  document: TextDocument,
  file: LintedFile,
  findings: readonly Finding[],
  shown: readonly Diagnostic[],
  context: ProjectContext,
): PlannedAction[] {
  const { uri, version } = document;
  return mergeOffers(file, findings, context)
    .filter(({ kind }) => kind !== 'disable-line')
    .map(({ kind, id, title, isPreferred, findings: helped }) => ({
      title: withoutStop(title),
      kind: CodeActionKind.QuickFix,
      diagnostics: helped.map((finding) => findShown(finding, shown)),
      ...(isPreferred && { isPreferred }),
      data: { uri, version, scope: 'offer', choice: { kind, id }, findings: toKeys(helped) },
    }));
}

/** Opens the pages of the rules, each once. */
export function createPageActions(findings: readonly Finding[], shown: readonly Diagnostic[]): CodeAction[] {
  const byRule = new Map(findings.map((finding) => [finding.ruleId, finding]));
  return [...byRule.values()].flatMap((finding) => {
    const { ruleId, url } = finding;
    if (url === undefined) return [];
    const title = `Show documentation for ${ruleId}`;
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [findShown(finding, shown)],
      command: { title, command: openRulePageCommand, arguments: [url] },
    };
  });
}

/**
 * Comments that say that it is right here: one for all that is reported on the lines of some findings, one for the rules
 * in the whole file.
 */
export function createDisableActions(
  { uri, version }: TextDocument,
  file: LintedFile,
  findings: readonly Finding[],
  shown: readonly Diagnostic[],
): PlannedAction[] {
  if (findings.length === 0) return [];
  const lines = new Set(findings.map(({ line }) => line));
  const onLines = file.findings.filter(({ line }) => lines.has(line));
  const diagnostics = onLines.map((finding) => findShown(finding, shown));
  const create = (
    scope: 'disableFile' | 'offer',
    where: string,
    helped: readonly Finding[],
  ): PlannedAction => ({
    title: `Disable ${nameRules(helped)} for this ${where}, with a reason`,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    data: {
      ...{ uri, version, scope, findings: toKeys(helped) },
      ...(scope === 'offer' && { choice: { kind: 'disable-line', id: 'disable-line' } }),
    },
  });
  return [
    create('offer', lines.size > 1 ? 'selection' : 'line', onLines),
    create('disableFile', 'file', findings),
  ];
}

function nameRules(findings: readonly Finding[]): string {
  const names = [...new Set(findings.map(({ ruleId }) => ruleId))];
  return names.length === 1 ? (names[0] ?? '') : `${names.length} rules of multi-region`;
}

/** Menus have no sentences. */
function withoutStop(title: string): string {
  return title.replace(/\.$/u, '');
}

function findShown(finding: Finding, shown: readonly Diagnostic[]): Diagnostic {
  const own = toDiagnostic(finding);
  return shown.find(({ code, range }) => code === own.code && isSameRange(range, own.range)) ?? own;
}

function isSameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
