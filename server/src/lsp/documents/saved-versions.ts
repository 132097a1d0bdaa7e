import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** Remembers which version of an open document was opened or saved last. */
export interface SavedVersions {
  isChanged(document: TextDocument): boolean;
}

export function createSavedVersions(documents: TextDocuments<TextDocument>): SavedVersions {
  const versions = new WeakMap<TextDocument, number>();
  const remember = ({ document }: { document: TextDocument }) => {
    versions.set(document, document.version);
  };
  documents.onDidOpen(remember);
  documents.onDidSave(remember);
  return { isChanged: (document) => versions.get(document) !== document.version };
}
