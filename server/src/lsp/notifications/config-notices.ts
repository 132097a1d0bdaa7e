import type { Connection } from 'vscode-languageserver/node';
import { printable } from '../../printing/printable.ts';
import type { Notice } from '../../files/notice.ts';
import { showMessage } from '../show-message.ts';

/**
 * Shows what is wrong with a configuration, once: it concerns all files, and no editor shows it by itself.
 *
 * @param warn is told of it, too, for the status
 */
export function createConfigNotices(
  connection: Pick<Connection, 'console' | 'sendNotification'>,
  warn: (message: string) => void,
): (notice: Notice) => void {
  const shown = new Set<string>();
  return ({ path, message }) => {
    const text = printable(`${path}: ${message}`);
    connection.console.warn(text);
    warn(text);
    if (shown.has(text)) return;
    shown.add(text);
    showMessage(connection, 'warning', text);
  };
}
