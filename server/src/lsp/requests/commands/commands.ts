import {
  Position,
  type CancellationToken,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { listRules } from '../../../audit/reports/rule-page.ts';
import {
  moveAllToConfigCommand,
  openRulePageCommand,
  showFailoverCommand,
  showNextStepCommand,
} from '../../messages.ts';
import { showMessage } from '../../show-message.ts';

/** What the commands do. */
export interface CommandHandlers {
  moveAllToConfig(token: CancellationToken): Promise<void>;
  showFailover(uri: string, position: Position): Promise<void>;
}

/**
 * The commands that the server executes.
 *
 * @param ofClient those that the editor executes itself: an editor that registers the server's would have them twice
 */
function listCommands(ofClient: readonly string[]): string[] {
  return [moveAllToConfigCommand, openRulePageCommand, showFailoverCommand, showNextStepCommand].filter(
    (command) => !ofClient.includes(command),
  );
}

/**
 * Executes commands. A wrong argument is answered with nothing: who sends it is not a person.
 *
 * @param ofClient those that the editor executes itself
 */
export function executeCommands(
  connection: Connection,
  ofClient: readonly string[],
  handlers: CommandHandlers,
): ServerCapabilities {
  connection.onExecuteCommand(async ({ command, arguments: args = [] }, token) => {
    const [first, second] = args as unknown[];
    switch (command) {
      case moveAllToConfigCommand:
        await handlers.moveAllToConfig(token);
        break;
      case openRulePageCommand: {
        // No other page: an argument may come from anywhere.
        const url = listRules().find((rule) => rule.url === first)?.url;
        if (url !== undefined) await connection.window.showDocument({ uri: url, external: true });
        break;
      }
      case showNextStepCommand:
        if (typeof first === 'string') showMessage(connection, 'info', first);
        break;
      case showFailoverCommand:
        if (typeof first === 'string' && Position.is(second)) await handlers.showFailover(first, second);
        break;
    }
    return null;
  });
  return { executeCommandProvider: { commands: listCommands(ofClient) } };
}
