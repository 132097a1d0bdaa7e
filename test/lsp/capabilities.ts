import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';

/** What VS Code's client says of itself, as far as it matters here. */
export const modern: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
      dataSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    codeLens: {},
    hover: { contentFormat: ['markdown'] },
  },
  workspace: {
    applyEdit: true,
    codeLens: { refreshSupport: true },
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: {
      changeAnnotationSupport: { groupsOnLabel: true },
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
    },
    workspaceFolders: true,
  },
  window: { showDocument: { support: true }, showMessage: {}, workDoneProgress: true },
};

/** An editor that is told, and knows little. */
export const simple: ClientCapabilities = {
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    publishDiagnostics: {},
  },
};
