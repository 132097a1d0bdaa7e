import { CodeActionKind, type CodeAction, type Diagnostic, type Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LintedFile } from '../../../lint/linted-file.ts';
import type { RefactorContext } from '../../../project/refactor-context.ts';
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
  context: RefactorContext,
): PlannedAction[] {
  const { uri, version } = document;
  return mergeOffers(file, findings, context).map(({ kind, id, title, isPreferred, findings: helped }) => ({
    title: withoutStop(title),
    kind: CodeActionKind.QuickFix,
    diagnostics: helped.map((finding) => findShown(finding, uri, shown)),
    ...(isPreferred && { isPreferred }),
    data: { uri, version, scope: 'offer', choice: { kind, id }, findings: toKeys(helped) },
  }));
}

/** Opens the pages of the rules, each once. */
export function createPageActions(
  { uri }: TextDocument,
  findings: readonly Finding[],
  shown: readonly Diagnostic[],
): CodeAction[] {
  const byRule = new Map(findings.map((finding) => [finding.ruleId, finding]));
  return [...byRule.values()].flatMap((finding) => {
    const { ruleId, url } = finding;
    if (url === undefined) return [];
    const title = `Open the page of ${ruleId}`;
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [findShown(finding, uri, shown)],
      command: { title, command: openRulePageCommand, arguments: [url] },
    };
  });
}

/** Menus have no sentences. */
function withoutStop(title: string): string {
  return title.replace(/\.$/u, '');
}

function findShown(finding: Finding, uri: string, shown: readonly Diagnostic[]): Diagnostic {
  const own = toDiagnostic(finding, uri, undefined);
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
