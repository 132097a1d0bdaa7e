import {
  CodeActionKind,
  type CodeAction,
  type Connection,
  type Diagnostic,
  type Range,
  type TextDocuments,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../workspace/finding.ts';
import type { ClientAbilities } from './capabilities.ts';
import { toDiagnostic } from './to-diagnostic.ts';
import type { Validator } from './validator.ts';

type QuickFix = CodeAction & { diagnostics: Diagnostic[] };

/** Offers the suggestions of the findings at a place as quick fixes. */
export function provideCodeActions(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  validator: Validator,
  client: ClientAbilities,
): void {
  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const document = documents.get(textDocument.uri);
    if (!document || !isWanted(CodeActionKind.QuickFix, context.only)) return [];
    const validation = await validator.validate(document);
    if (!validation) return [];
    const actions = validation.findings
      .filter((finding) => touches(finding, range, document))
      .flatMap((finding) => createQuickFixes(finding, document, context.diagnostics, client));
    return mergeByEdit(actions);
  });
}

/** Where two rules suggest the same edit, it is offered once, for the diagnostics of both. */
function mergeByEdit(actions: readonly QuickFix[]): QuickFix[] {
  const merged = new Map<string, QuickFix>();
  for (const action of actions) {
    const key = JSON.stringify(action.edit);
    const first = merged.get(key);
    merged.set(
      key,
      first ? { ...first, diagnostics: [...first.diagnostics, ...action.diagnostics] } : action,
    );
  }
  return [...merged.values()];
}

/** Kinds are hierarchic: who wants `quickfix` also wants `quickfix.x`. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only?.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`)) ?? true;
}

function touches({ range: [start, end] }: Finding, range: Range, document: TextDocument): boolean {
  return start <= document.offsetAt(range.end) && end >= document.offsetAt(range.start);
}

function createQuickFixes(
  finding: Finding,
  document: TextDocument,
  shown: readonly Diagnostic[],
  client: ClientAbilities,
): QuickFix[] {
  // The client's own copy of the diagnostic, so that it finds it again.
  const own = toDiagnostic(finding, document);
  const diagnostic =
    shown.find((each) => each.code === own.code && isSameRange(each.range, own.range)) ?? own;
  return finding.suggestions.map(({ message, edit }) => ({
    title: message,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: createWorkspaceEdit(
      document,
      [
        {
          range: { start: document.positionAt(edit.range[0]), end: document.positionAt(edit.range[1]) },
          newText: edit.text,
        },
      ],
      client,
    ),
  }));
}

function createWorkspaceEdit(
  { uri, version }: TextDocument,
  edits: TextEdit[],
  { documentChanges }: ClientAbilities,
): WorkspaceEdit {
  // With the version, an edit for an older text is refused instead of applied in the wrong place.
  return documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

function isSameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
