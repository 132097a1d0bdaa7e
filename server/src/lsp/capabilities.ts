import {
  CodeActionKind,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type ServerCapabilities,
} from 'vscode-languageserver/node';

/** What the server has to know of the client. */
export interface ClientAbilities {
  /** It asks for diagnostics; otherwise they are sent to it. */
  pullDiagnostics: boolean;
  /** It takes edits for a certain version of a document. */
  documentChanges: boolean;
  /** It tells of folders that come and go. */
  folderChanges: boolean;
  /** It takes code actions; very old clients take commands only. */
  codeActions: boolean;
}

/** Reads what matters here from what a client says of itself. */
export function readClientAbilities({ textDocument, workspace }: ClientCapabilities): ClientAbilities {
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    folderChanges: workspace?.workspaceFolders === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
  };
}

/** What the server offers to such a client. */
export function getServerCapabilities(client: ClientAbilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(client.pullDiagnostics && {
      diagnosticProvider: {
        identifier: 'multi-region',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    }),
    ...(client.codeActions && { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } }),
    ...(client.folderChanges && {
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    }),
  };
}
