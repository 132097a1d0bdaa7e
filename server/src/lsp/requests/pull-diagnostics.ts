import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type Connection,
  type DiagnosticServerCancellationData,
  type TextDocuments,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Validator } from '../documents/validator.ts';

/**
 * Answers clients that ask for the diagnostics of a document.
 *
 * @param isWaiting whether a document is to be looked at only when it is saved, and has changed since
 */
export function answerPulls(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  validator: Validator,
  isWaiting: (document: TextDocument) => boolean,
): void {
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    if (previousResultId !== undefined && isWaiting(document)) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId };
    }
    const validation = await validator.validate(document);
    if (!validation) throw createStaleError(documents.get(textDocument.uri) !== undefined);
    const { resultId, diagnostics } = validation;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
  });
}

function createStaleError(isOpen: boolean): ResponseError<DiagnosticServerCancellationData> {
  const message = `The document was ${isOpen ? 'changed' : 'closed'} meanwhile.`;
  return new ResponseError(LSPErrorCodes.ServerCancelled, message, { retriggerRequest: isOpen });
}
