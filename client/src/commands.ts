import { commands, type Disposable, type LogOutputChannel } from 'vscode';
import type { LanguageServer } from './language-server.ts';

/** Ids of the commands, as package.json lists them. */
export const commandIds = {
  restartServer: 'multiRegion.restartServer',
  showOutput: 'multiRegion.showOutput',
} as const;

/**
 * Makes the commands of package.json do something.
 *
 * @returns what takes them back, for the extension's subscriptions
 */
export function registerCommands(server: LanguageServer, log: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand(commandIds.restartServer, () => server.restart()),
    commands.registerCommand(commandIds.showOutput, () => {
      log.show();
    }),
  ];
}
