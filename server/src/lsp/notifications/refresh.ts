import { CodeLensRefreshRequest } from 'vscode-languageserver/node';
import type { DiagnosticsInput, ShownDiagnostics } from '../documents/shown-diagnostics.ts';

/** Brings what the editor shows up to date. */
export interface Refresh {
  /** The configuration changed: all results are void. */
  all: () => void;
}

export function createRefresh({
  connection,
  client,
  validator,
  diagnostics,
  scan,
  documents,
  settings,
}: DiagnosticsInput & { diagnostics: ShownDiagnostics }): Refresh {
  // A client that asks when a document changes has to be told that a saved one may be asked for.
  documents.onDidSave(() => {
    if (settings.current.run === 'onSave') diagnostics.refresh();
  });
  return {
    all() {
      validator.invalidate();
      diagnostics.refresh();
      if (client.refreshCodeLens) void connection.sendRequest(CodeLensRefreshRequest.type);
      scan.start(true);
    },
  };
}
