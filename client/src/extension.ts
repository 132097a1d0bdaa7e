import { commands, window, workspace, type ExtensionContext } from 'vscode';
import { createAuditView } from './audit/audit-view.ts';
import { commandIds, registerCommands } from './commands.ts';
import { createLanguageServer, type LanguageServer } from './language-server.ts';
import { createStatusItem } from './status-item.ts';

// VS Code calls `deactivate` without the context, so the one thing that has to be awaited there is kept here.
let running: LanguageServer | undefined;

/** Called by VS Code when the first JavaScript or TypeScript file opens. Does not wait for the server. */
export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel('Multi-Region', { log: true });
  const module = context.asAbsolutePath('server/dist/multi-region.js');
  const server = createLanguageServer(module, log);
  const auditView = createAuditView(server, {
    openPlace: commandIds.openPlace,
    showCritical: commandIds.showCritical,
  });
  running = server;

  context.subscriptions.push(
    log,
    auditView,
    createStatusItem(server, { audit: commandIds.auditWorkspace, toggle: commandIds.toggle }),
    ...registerCommands({ server, auditView, log, module }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('multiRegion.enable')) void server.followSetting();
    }),
    workspace.onDidGrantWorkspaceTrust(() => server.trust()),
  );
  void commands.executeCommand('setContext', 'multiRegion.isActive', true);
  void server.followSetting();
}

/** Called by VS Code when the extension is switched off or the window closes. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}
