import type { Connection, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Validator } from '../documents/validator.ts';

/** Sends diagnostics to clients that do not ask for them. */
export interface PushedDiagnostics {
  /** Sends those of all open documents anew: the configuration is another one. */
  refresh(): void;
}

/**
 * Sends diagnostics when a document is opened, changed or saved, and takes them back when it is closed.
 *
 * @param isWaiting whether a document is to be looked at only when it is saved, and has changed since
 */
export function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  validator: Validator,
  isWaiting: (document: TextDocument) => boolean,
): PushedDiagnostics {
  /** What was sent last, by result id. */
  const sent = new WeakMap<TextDocument, string>();
  documents.onDidChangeContent(({ document }) => push(document));
  documents.onDidSave(({ document }) => push(document));
  documents.onDidClose(async ({ document: { uri } }) => {
    await connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return {
    refresh() {
      for (const document of documents.all()) void push(document);
    },
  };

  async function push(document: TextDocument): Promise<void> {
    if (isWaiting(document)) return;
    const validation = await validator.validate(document);
    if (!validation) return; // a newer version is on its way
    const { uri } = document;
    const { version, diagnostics, resultId } = validation;
    if (sent.get(document) === resultId) return;
    sent.set(document, resultId);
    await connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics] });
  }
}
