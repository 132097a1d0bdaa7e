import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { OpenDocuments } from '../../files/workspace-files.ts';

/** The open documents that are files, by their absolute paths. */
export interface OpenFiles extends OpenDocuments {
  find(path: string): TextDocument | undefined;
}

export function createOpenFiles(documents: Pick<TextDocuments<TextDocument>, 'all'>): OpenFiles {
  // A scan asks for each of its files.
  const paths = new WeakMap<TextDocument, string | false>();
  const getPath = (document: TextDocument) => {
    const path = paths.get(document) ?? getFilePath(document.uri) ?? false;
    paths.set(document, path);
    return path;
  };
  const list = () =>
    documents.all().flatMap((document) => {
      const path = getPath(document);
      return path === false ? [] : [{ path, document }];
    });
  const find = (path: string) => documents.all().find((document) => getPath(document) === path);
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
