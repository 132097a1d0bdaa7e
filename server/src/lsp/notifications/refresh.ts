import { CodeLensRefreshRequest, type Connection, type TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientAbilities } from '../capabilities.ts';
import type { PushedDiagnostics } from './push-diagnostics.ts';
import type { LiveSettings } from '../settings.ts';
import type { Validator } from '../documents/validator.ts';
import type { WorkspaceScan } from '../documents/workspace-scan.ts';

/** Brings what the editor shows up to date. */
export interface Refresh {
  /** The configuration is another one: all results are void. */
  all(): void;
}

export function createRefresh({
  connection,
  client,
  validator,
  pushed,
  scan,
  documents,
  settings,
}: {
  connection: Connection;
  client: ClientAbilities;
  validator: Validator;
  /** undefined where the client asks for diagnostics */
  pushed: PushedDiagnostics | undefined;
  scan: WorkspaceScan;
  documents: TextDocuments<TextDocument>;
  settings: LiveSettings;
}): Refresh {
  // A client that asks when a document changes has to be told that a saved one may be asked for.
  documents.onDidSave(() => {
    if (settings.current.run === 'onSave') refreshDiagnostics();
  });
  return {
    all() {
      validator.invalidate();
      refreshDiagnostics();
      if (client.refreshCodeLens) void connection.sendRequest(CodeLensRefreshRequest.type);
      scan.start(true);
    },
  };

  function refreshDiagnostics(): void {
    if (pushed) pushed.refresh();
    else if (client.refreshDiagnostics) void connection.languages.diagnostics.refresh();
  }
}
