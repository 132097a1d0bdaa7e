import type { TextEdit as OffsetEdit } from 'eslint-plugin-multi-region/facts';
import {
  LSPErrorCodes,
  ResponseError,
  StringValue,
  type ChangeAnnotation,
  type CreateFile,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { FileEdit } from '../../../lint/file-edit.ts';
import type { ClientAbilities } from '../../capabilities.ts';
import type { OpenFiles } from '../../documents/open-files.ts';

export interface EditOptions {
  open: Pick<OpenFiles, 'find'>;
  client: Pick<ClientAbilities, 'changeAnnotations' | 'createFiles' | 'documentChanges'>;
  /** Whether the editor is to ask before it applies the edit. */
  needsConfirmation: boolean;
  /** The first edit with these words puts the cursor behind them; undefined where the editor cannot do that. */
  cursorAfter?: string | undefined;
}

/**
 * Makes an edit of the protocol of the edits of files.
 *
 * @throws ResponseError when an open document changed since the edits were made, or the editor cannot
 *   create a file
 */
export function toWorkspaceEdit(files: readonly FileEdit[], options: EditOptions): WorkspaceEdit {
  const { client } = options;
  if (!client.documentChanges) {
    return {
      changes: Object.fromEntries(files.map((file) => [getUri(file, options), toEdits(file, options)])),
    };
  }
  const annotations: Record<string, ChangeAnnotation> = {};
  const created: (CreateFile | TextDocumentEdit)[] = [];
  const edited: TextDocumentEdit[] = [];
  for (const file of files) {
    const { needsConfirmation } = options;
    const annotationId = client.changeAnnotations ? file.label : undefined;
    if (annotationId !== undefined) annotations[annotationId] = { label: file.label, needsConfirmation };
    const uri = getUri(file, options);
    const version = options.open.find(file.path)?.version ?? null;
    const edits = placeCursor(toEdits(file, options), options.cursorAfter).map((edit) =>
      annotationId === undefined ? edit : { ...edit, annotationId },
    );
    // With the version, an edit for an older text is refused instead of applied in the wrong place.
    const edit: TextDocumentEdit = { textDocument: { uri, version }, edits };
    if (file.before !== undefined || version !== null) edited.push(edit);
    else created.push({ kind: 'create', uri, ...(annotationId !== undefined && { annotationId }) }, edit);
  }
  // New files first: where an editor fails at one, the code does not read from what is not there.
  const documentChanges = [...created, ...edited];
  return {
    documentChanges,
    ...(client.changeAnnotations && { changeAnnotations: annotations }),
  };
}

function placeCursor(edits: readonly TextEdit[], words: string | undefined): (SnippetTextEdit | TextEdit)[] {
  const index = words === undefined ? -1 : edits.findIndex(({ newText }) => newText.includes(words));
  return edits.map(({ range, newText }, at) => {
    if (at !== index || words === undefined) return { range, newText };
    const end = newText.indexOf(words) + words.length;
    const value = `${escapeSnippet(newText.slice(0, end))} $0${escapeSnippet(newText.slice(end))}`;
    return { range, snippet: StringValue.createSnippet(value) };
  });
}

function escapeSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/gu, String.raw`\$&`);
}

/** Whether the edits can be made by such an editor: one that cannot create a file would lose what is to be in it. */
export function canApply(
  files: readonly FileEdit[],
  { createFiles }: Pick<ClientAbilities, 'createFiles'>,
): boolean {
  return createFiles || files.every(({ before }) => before !== undefined);
}

function getUri({ path }: FileEdit, { open }: EditOptions): string {
  return open.find(path)?.uri ?? URI.file(path).toString();
}

function toEdits({ path, before = '', edits }: FileEdit, { open }: EditOptions): TextEdit[] {
  const document = open.find(path);
  if (document && document.getText() !== before) {
    throw new ResponseError(LSPErrorCodes.ContentModified, `${path} was changed meanwhile. Try again.`);
  }
  if (document) return edits.map((edit) => toEdit(edit, document, 0));
  // An editor shows no byte order mark, so that places do not count it.
  const shift = before.startsWith('\uFEFF') ? 1 : 0;
  const text = TextDocument.create('', '', 0, before.slice(shift));
  return edits.map((edit) => toEdit(edit, text, shift));
}

function toEdit({ range: [start, end], text }: OffsetEdit, document: TextDocument, shift: number): TextEdit {
  const place = (offset: number) => document.positionAt(Math.max(offset - shift, 0));
  return { range: { start: place(start), end: place(end) }, newText: text };
}
