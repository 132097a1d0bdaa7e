import { plural } from '../printing/plural.ts';
import { showPath } from '../printing/show-path.ts';
import type { Notice } from '../files/notice.ts';

/** Tells people about files that were left out, but not about ten thousand of them. */
export interface NoticeList {
  show: (notice: Notice) => void;
  /** Says how many more there were. */
  end: () => void;
}

const shownAtMost = 20;

/**
 * Starts a list.
 *
 * @param cwd absolute; paths are shown relative to it
 * @param log gets each line, without a line break
 * @param rest who has those that are not shown
 */
export function createNoticeList(
  cwd: string,
  log: (line: string) => void,
  rest = "the report in the format 'json'",
): NoticeList {
  const seen = new Set<string>();
  let count = 0;
  return {
    show({ path, line, column, message }) {
      // Each file that a mistake in the settings concerns tells of it.
      const key = `${path}\0${line ?? ''}\0${column ?? ''}\0${message}`;
      if (seen.has(key)) return;
      seen.add(key);
      count++;
      if (count > shownAtMost) return;
      const place = line === undefined ? '' : `:${line}:${column ?? 1}`;
      log(`${showPath(path, cwd)}${place}: ${message}`);
    },
    end() {
      const hidden = count - shownAtMost;
      if (hidden > 0) {
        log(`${plural(hidden, 'more message')} of this kind; ${rest} has them all.`);
      }
    },
  };
}
