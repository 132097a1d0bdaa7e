import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { OpenDocuments } from '../refactor/workspace-files.ts';

/** The open documents that are files, by their absolute paths. */
export interface OpenFiles extends OpenDocuments {
  find(path: string): TextDocument | undefined;
}

export function createOpenFiles(documents: Pick<TextDocuments<TextDocument>, 'all'>): OpenFiles {
  const list = () =>
    documents.all().flatMap((document) => {
      const path = getFilePath(document.uri);
      return path === undefined ? [] : [{ path, document }];
    });
  const find = (path: string) => list().find((each) => each.path === path)?.document;
  return {
    find,
    get: (path) => find(path)?.getText(),
    keys: () => list().map(({ path }) => path),
  };
}

/** @returns undefined for what is not on the disk, such as a new document */
export function getFilePath(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}
