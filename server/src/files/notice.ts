/** What could not be looked at, and why: a file, a folder, or the place in a file that stopped the parser. */
export interface Notice {
  /** `skipped`: left out on purpose. `failed`: it should have been looked at. */
  kind: 'failed' | 'skipped';
  /** Absolute. */
  path: string;
  /** From 1; undefined when it is about the whole file. */
  line: number | undefined;
  /** From 1, in UTF-16 units. */
  column: number | undefined;
  /** One sentence that says what is wrong and what to do. */
  message: string;
}

/** Words for the errors that a file system gives, for people who do not know its codes. */
export function describeFileError(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EACCES':
    case 'EPERM':
      return 'Cannot be read: permission denied. Check who may read it.';
    case 'ELOOP':
      return 'Cannot be read: a link that leads back to itself. Remove the link or exclude it.';
    case 'EMFILE':
    case 'ENFILE':
      return 'Cannot be read: too many files are open. Close some programs and try again.';
    case 'ENAMETOOLONG':
      return 'Cannot be read: its path is too long.';
    case 'ENOENT':
      return 'Cannot be read: it is a broken link, or was removed meanwhile.';
    default:
      return `Cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
