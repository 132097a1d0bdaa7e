import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver/node';
import { printable } from '../printing/printable.ts';

/**
 * Shows a message without buttons. `connection.window` would send it as a question, for which some editors stop
 * everything else.
 */
export function showMessage(
  connection: Pick<Connection, 'sendNotification'>,
  type: 'info' | 'warning',
  message: string,
): void {
  void connection.sendNotification(ShowMessageNotification.type, {
    type: type === 'info' ? MessageType.Info : MessageType.Warning,
    // Editors make links of `[text](url)`.
    message: printable(message).replaceAll('](', '] ('),
  });
}
