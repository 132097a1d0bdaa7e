import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** For so long after an edit, work in the background leaves the processor to who types, in milliseconds. */
const quietTime = 300;

/** @returns whether someone is typing */
export function watchTyping(documents: TextDocuments<TextDocument>): () => boolean {
  let lastEdit = -quietTime;
  documents.onDidChangeContent(() => (lastEdit = performance.now()));
  return () => performance.now() - lastEdit < quietTime;
}
