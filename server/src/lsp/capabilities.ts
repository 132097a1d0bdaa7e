import {
  CodeActionKind,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { extractKind, fixAllKind } from './requests/code-actions/code-action-kinds.ts';

/** What the server has to know of the client. */
export interface ClientAbilities {
  /** It asks for diagnostics; otherwise they are sent to it. */
  pullDiagnostics: boolean;
  /** It can be told to ask again. */
  refreshDiagnostics: boolean;
  /** It shows other places beside a diagnostic. */
  relatedInformation: boolean;
  /** It takes edits for a certain version of a document. */
  documentChanges: boolean;
  /** It creates files as part of an edit. */
  createFiles: boolean;
  /** It shows what an edit is for, and asks before it is applied. */
  changeAnnotations: boolean;
  /** It applies edits that the server sends. */
  applyEdit: boolean;
  /** It tells of folders that come and go. */
  folderChanges: boolean;
  /** It takes code actions; very old clients take commands only. */
  codeActions: boolean;
  /** It asks for the edit of a code action when it is chosen. */
  resolveEdits: boolean;
  hover: boolean;
  codeLens: boolean;
  refreshCodeLens: boolean;
  /** It answers questions for its settings. */
  configuration: boolean;
  /** It can be asked to tell of changed settings. */
  registerConfiguration: boolean;
  /** It can be asked to tell of changed files. */
  registerFileWatchers: boolean;
  /** It opens pages in a browser. */
  showDocument: boolean;
  /** It shows progress that it did not ask for. */
  workDoneProgress: boolean;
}

/** Reads what matters here from what a client says of itself. */
export function readClientAbilities({
  textDocument,
  window,
  workspace,
}: ClientCapabilities): ClientAbilities {
  const { workspaceEdit } = workspace ?? {};
  // Some editors name only the operations, which there is no other place for.
  const { resourceOperations = [] } = workspaceEdit ?? {};
  const documentChanges = workspaceEdit?.documentChanges === true || resourceOperations.length > 0;
  const { codeAction } = textDocument ?? {};
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      (textDocument?.diagnostic?.relatedInformation ??
        textDocument?.publishDiagnostics?.relatedInformation) === true,
    documentChanges,
    createFiles: resourceOperations.includes('create'),
    changeAnnotations: documentChanges && workspaceEdit?.changeAnnotationSupport !== undefined,
    applyEdit: workspace?.applyEdit === true,
    folderChanges: workspace?.workspaceFolders === true,
    codeActions: codeAction?.codeActionLiteralSupport !== undefined,
    resolveEdits:
      codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    hover: textDocument?.hover !== undefined,
    codeLens: textDocument?.codeLens !== undefined,
    refreshCodeLens: workspace?.codeLens?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registerFileWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showDocument: window?.showDocument?.support === true,
    workDoneProgress: window?.workDoneProgress === true,
  };
}

/**
 * What the server offers to such a client.
 *
 * @param commands that it executes
 */
export function getServerCapabilities(
  client: ClientAbilities,
  commands: readonly string[],
): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(client.pullDiagnostics && {
      diagnosticProvider: {
        identifier: 'multi-region',
        interFileDependencies: false,
        // Whether there are any is a setting, which is not known yet.
        workspaceDiagnostics: true,
        workDoneProgress: true,
      },
    }),
    ...(client.codeActions && {
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, extractKind],
        ...(client.resolveEdits && { resolveProvider: true }),
      },
    }),
    ...(client.hover && { hoverProvider: true }),
    ...(client.codeLens && { codeLensProvider: {} }),
    executeCommandProvider: { commands: [...commands] },
    ...(client.folderChanges && {
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    }),
  };
}
