import {
  CancellationToken,
  CodeActionResolveRequest,
  type LanguageClient,
  type Middleware,
} from 'vscode-languageclient/node';
import { suitEdit } from './suit-edit.ts';

/**
 * Suits the edits of the server to VS Code, those of code actions and those that it asks to apply.
 *
 * @param getClient the client that the middleware is for, which it is made before
 */
export function createEditMiddleware(
  getClient: () => LanguageClient,
): Pick<Middleware, 'resolveCodeAction' | 'workspace'> {
  return {
    async resolveCodeAction(item, token) {
      const client = getClient();
      const params = client.code2ProtocolConverter.asCodeActionSync(item);
      const action = await client.sendRequest(CodeActionResolveRequest.type, params, token);
      const suited = action.edit ? { ...action, edit: suitEdit(action.edit) } : action;
      return client.protocol2CodeConverter.asCodeAction(suited, token);
    },
    workspace: {
      // VS Code then saves the files, as the user's setting `files.refactoring.autoSave` says.
      handleApplyEdit: (params, next) =>
        next(
          { ...params, edit: suitEdit(params.edit), metadata: { isRefactoring: true } },
          CancellationToken.None,
        ),
    },
  };
}
