import { window, workspace, type ExtensionContext } from 'vscode';
import { registerCommands } from './commands.ts';
import { createLanguageServer, type LanguageServer } from './language-server.ts';

// VS Code calls `deactivate` without the context, so the one thing that has to be awaited there is kept here.
let running: LanguageServer | undefined;

/** Called by VS Code when the first JavaScript or TypeScript file opens. Does not wait for the server. */
export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel('Multi-Region', { log: true });
  const server = createLanguageServer(context.asAbsolutePath('server/dist/multi-region.js'), log);
  running = server;

  context.subscriptions.push(
    log,
    ...registerCommands(server, log),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('multiRegion.enable')) void server.followSetting();
    }),
  );
  void server.followSetting();
}

/** Called by VS Code when the extension is switched off or the window closes. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}
