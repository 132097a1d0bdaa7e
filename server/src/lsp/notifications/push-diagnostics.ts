import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createIsWaiting,
  type DiagnosticsInput,
  type ShownDiagnostics,
} from '../documents/shown-diagnostics.ts';
import { pushWorkspaceDiagnostics } from './workspace-push.ts';

/** Sends diagnostics when a document is opened, changed or saved, and takes them back when it is closed. */
export function pushDiagnostics(input: DiagnosticsInput): ShownDiagnostics {
  const { connection, documents, validator } = input;
  const isWaiting = createIsWaiting(input);
  pushWorkspaceDiagnostics(connection, input);
  /** What was sent last, by result id. */
  const sent = new WeakMap<TextDocument, string>();
  documents.onDidChangeContent(({ document }) => push(document));
  documents.onDidSave(({ document }) => push(document));
  documents.onDidClose(async ({ document: { uri } }) => {
    await connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return {
    capabilities: {},
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
