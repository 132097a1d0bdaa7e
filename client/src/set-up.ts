import { window, workspace } from 'vscode';

/**
 * Runs `multi-region init --hook` in a terminal, with the extension's own copy and VS Code's own Node.js: nothing has to be
 * installed. It shows the change and asks.
 *
 * @param module path of the server's bundle, which holds the command line
 */
export async function setUp(module: string): Promise<void> {
  const { workspaceFolders: folders = [] } = workspace;
  const folder = folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0];
  if (!folder) {
    if (folders.length === 0) void window.showInformationMessage('Open the folder of a project first.');
    return;
  }
  if (!workspace.isTrusted) {
    void window.showInformationMessage('Trust this folder first: the set-up reads its ESLint config.');
    return;
  }
  const terminal = window.createTerminal({
    name: 'Multi-Region',
    cwd: folder.uri,
    shellPath: process.execPath,
    shellArgs: [module, 'init', '--hook'],
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  terminal.show();
}
