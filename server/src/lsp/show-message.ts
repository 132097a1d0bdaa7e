import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver/node';

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
    message,
  });
}
