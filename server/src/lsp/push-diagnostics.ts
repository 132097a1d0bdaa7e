import type { Connection, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { toDiagnostic } from './to-diagnostic.ts';
import type { Validator } from './validator.ts';

/** Sends diagnostics to clients that do not ask for them: when a document is opened or changed. */
export function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  validator: Validator,
): void {
  documents.onDidChangeContent(async ({ document }) => {
    const validation = await validator.validate(document);
    if (!validation) return; // a newer version is on its way
    const { uri } = document;
    const { version, findings } = validation;
    const diagnostics = findings.map((finding) => toDiagnostic(finding, document));
    await connection.sendDiagnostics({ uri, version, diagnostics });
  });
  documents.onDidClose(async ({ document: { uri } }) => {
    await connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}
