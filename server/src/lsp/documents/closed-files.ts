import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { getFilePath } from './open-files.ts';

/**
 * Files whose documents were closed and of which nothing was said since: a client forgets which result it has of a
 * document when it closes it, though it may go on showing it.
 */
export interface ClosedFiles {
  /** Their paths. */
  list(): Iterable<string>;
  /** Something is said of it now. */
  delete(path: string): void;
}

export function createClosedFiles(
  documents: Pick<TextDocuments<TextDocument>, 'onDidClose' | 'onDidOpen'>,
): ClosedFiles {
  const paths = new Set<string>();
  documents.onDidOpen(({ document: { uri } }) => {
    const path = getFilePath(uri);
    if (path !== undefined) paths.delete(path);
  });
  documents.onDidClose(({ document: { uri } }) => {
    const path = getFilePath(uri);
    if (path !== undefined) paths.add(path);
  });
  return { list: () => paths, delete: (path) => void paths.delete(path) };
}
