import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type Connection,
  type DiagnosticServerCancellationData,
  type TextDocuments,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { toDiagnostic } from './to-diagnostic.ts';
import type { Validator } from './validator.ts';

/** Answers clients that ask for the diagnostics of a document. */
export function answerPulls(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  validator: Validator,
): void {
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const validation = await validator.validate(document);
    if (!validation) throw createStaleError(documents.get(textDocument.uri) !== undefined);
    const { id: resultId, findings } = validation;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const items = findings.map((finding) => toDiagnostic(finding, document));
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });
}

function createStaleError(isOpen: boolean): ResponseError<DiagnosticServerCancellationData> {
  const message = `The document was ${isOpen ? 'changed' : 'closed'} meanwhile.`;
  return new ResponseError(LSPErrorCodes.ServerCancelled, message, { retriggerRequest: isOpen });
}
