import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type DiagnosticServerCancellationData,
} from 'vscode-languageserver/node';
import { createClosedFiles } from '../documents/closed-files.ts';
import {
  createIsWaiting,
  type DiagnosticsInput,
  type ShownDiagnostics,
} from '../documents/shown-diagnostics.ts';
import { answerWorkspacePulls } from './workspace-pulls.ts';

/**
 * Answers clients that ask for the diagnostics of a document, or of the whole workspace.
 */
export function answerPulls(input: DiagnosticsInput): ShownDiagnostics {
  const { connection, client, documents, validator } = input;
  const isWaiting = createIsWaiting(input);
  answerWorkspacePulls(connection, { ...input, closed: createClosedFiles(documents) });
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
  const diagnosticProvider = {
    identifier: 'multi-region',
    interFileDependencies: false,
    // Whether there are any is a setting, which is not known yet.
    workspaceDiagnostics: true,
    workDoneProgress: true,
  };
  return {
    capabilities: { diagnosticProvider },
    refresh() {
      if (client.refreshDiagnostics) void connection.languages.diagnostics.refresh();
    },
  };
}

function createStaleError(isOpen: boolean): ResponseError<DiagnosticServerCancellationData> {
  const message = `The document was ${isOpen ? 'changed' : 'closed'} meanwhile.`;
  return new ResponseError(LSPErrorCodes.ServerCancelled, message, { retriggerRequest: isOpen });
}
