import type { RemoteConsole } from 'vscode-languageserver/node';
import { printable } from '../../printing/printable.ts';
import type { Notice } from '../../files/notice.ts';

/** Tells in the log why a document could not be linted; once, not with every keystroke. */
export interface NoticeLog {
  /** @param notice undefined when all is well (again) */
  update(uri: string, notice: Notice | undefined): void;
  forget(uri: string): void;
}

/**
 * @param console the client's log. A message box or a diagnostic would be too loud: while someone types,
 * code is broken every other moment, and the editor shows syntax errors by itself.
 */
export function createNoticeLog(console: Pick<RemoteConsole, 'log'>): NoticeLog {
  const broken = new Set<string>();
  return {
    update(uri, notice) {
      if (!notice) {
        broken.delete(uri);
        return;
      }
      if (broken.has(uri)) return;
      broken.add(uri);
      const place = notice.line === undefined ? '' : `:${notice.line}:${notice.column ?? 1}`;
      console.log(printable(`${notice.path}${place}: ${notice.message}`));
    },
    forget(uri) {
      broken.delete(uri);
    },
  };
}
