import type { Connection, ServerCapabilities } from 'vscode-languageserver/node';
import type { WorkspaceLinter } from '../../eslint-config/workspace-linter.ts';
import type { ClientAbilities } from '../capabilities.ts';
import { watchFiles } from './file-watchers.ts';
import type { Roots } from '../roots.ts';
import type { LiveSettings } from '../settings.ts';
import type { WorkspaceScan } from '../documents/workspace-scan.ts';

export interface FollowWorkspaceInput {
  client: ClientAbilities;
  roots: Roots;
  settings: LiveSettings;
  linter: WorkspaceLinter;
  scan: WorkspaceScan;
  /** The client can be asked now. */
  onReady: () => void;
  /** Settings are others: all results are void. */
  onSettings: () => void;
  /** A configuration says something else. */
  onConfig: () => void;
  /** Other folders are open: configurations are others, too. */
  onFolders: () => void;
}

/** Begins to look at the workspace when the client is ready, and follows its folders, settings and files. */
export function followWorkspace(connection: Connection, input: FollowWorkspaceInput): ServerCapabilities {
  const { client, roots, settings, linter, scan } = input;
  let hasStarted = false;
  connection.onInitialized(async () => {
    if (hasStarted) return;
    hasStarted = true;
    if (client.folderChanges) {
      connection.workspace.onDidChangeWorkspaceFolders((change) => {
        roots.update(change);
        input.onFolders();
      });
    }
    input.onReady();
    await settings.start();
    settings.onDidChange(input.onSettings);
    scan.start(false);
    await watchFiles(connection, client, async ({ paths, sources, isAllAffected }) => {
      if (await linter.reload(paths)) input.onConfig();
      else if (isAllAffected) scan.start(false);
      scan.update(sources);
    });
  });
  if (!client.folderChanges) return {};
  return { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } };
}
