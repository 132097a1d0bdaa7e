import type { ClientCapabilities } from 'vscode-languageserver/node';

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
  /** It takes snippets in edits, whose fields the cursor goes through. */
  snippetEdits: boolean;
  /** It applies edits that the server sends. */
  applyEdit: boolean;
  /** It tells of folders that come and go. */
  folderChanges: boolean;
  /** It takes code actions; very old clients take commands only. */
  codeActions: boolean;
  /** It asks for the edit of a code action when it is chosen. */
  resolveEdits: boolean;
  /** The same for its command. */
  resolveCommands: boolean;
  hover: boolean;
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
    snippetEdits: documentChanges && workspaceEdit?.snippetEditSupport === true,
    applyEdit: workspace?.applyEdit === true,
    folderChanges: workspace?.workspaceFolders === true,
    codeActions: codeAction?.codeActionLiteralSupport !== undefined,
    resolveEdits:
      codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    resolveCommands:
      codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('command') === true,
    hover: textDocument?.hover !== undefined,
    refreshCodeLens: workspace?.codeLens?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registerFileWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showDocument: window?.showDocument?.support === true,
    workDoneProgress: window?.workDoneProgress === true,
  };
}
