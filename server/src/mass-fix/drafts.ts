import type { WorkspaceFiles } from '../files/workspace-files.ts';
import { overlay } from '../files/workspace-files.ts';

/** A file as it was read and as it is to be. */
export interface Draft {
  /** absolute */
  path: string;
  /** undefined when there is no such file */
  before: string | undefined;
  after: string;
  /** Whether others read it: a config module, `.env.example`. */
  isRead: boolean;
  /** The folders of the packages that it is edited for, absolute. */
  packages: ReadonlySet<string>;
}

/** The edited files of a fix, before they are written: later edits build on earlier ones. */
export interface Drafts {
  /** The files with the drafts in their places. */
  files: WorkspaceFiles;
  /**
   * @param edit the file as it was read, and what became of it
   * @param folder of the package that it is edited for
   */
  set(edit: Omit<Draft, 'packages'>, folder: string): void;
  /** Those that are to be changed, in the order in which they were first edited. */
  list(): Draft[];
}

/** @param disk the files without drafts */
export function createDrafts(disk: WorkspaceFiles): Drafts {
  const texts = new Map<string, string>();
  const drafts = new Map<string, Draft>();
  return {
    files: overlay(disk, texts),
    set({ path, before, after, isRead }, folder) {
      const known = drafts.get(path);
      drafts.set(path, {
        path,
        // The disk may have changed since it was read: whoever writes has to see that.
        before: known ? known.before : before,
        after,
        isRead: isRead || (known?.isRead ?? false),
        packages: new Set([...(known?.packages ?? []), folder]),
      });
      texts.set(path, after);
    },
    list: () => [...drafts.values()].filter(({ before, after }) => before !== after),
  };
}
