import { formatSize, largestFile, ReadError } from './read-file.ts';

/** Words for the errors of reading a file, for people who do not know the codes of a file system. */
export function describeFileError(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EACCES':
    case 'EPERM':
      return 'Cannot be read: permission denied. Check who may read it.';
    case 'EFBIG':
      return describeSize(error);
    case 'ELOOP':
      return 'Cannot be read: a link that leads back to itself. Remove the link or exclude it.';
    case 'EMFILE':
    case 'ENFILE':
      return 'Cannot be read: too many files are open. Close some programs and try again.';
    case 'ENAMETOOLONG':
      return 'Cannot be read: its path is too long.';
    case 'ENOENT':
      return 'Cannot be read: it is a broken link, or was removed meanwhile.';
    case 'ENXIO':
    case 'NOT_A_FILE':
      return 'Cannot be read: it is not a regular file. Remove it, or put a file in its place.';
    case 'OUTSIDE':
      return 'Skipped: it is a link to a file outside of the folder. Audit that folder to have it looked at.';
    default:
      return `Cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function describeSize(error: unknown): string {
  const size = error instanceof ReadError ? error.size : undefined;
  const amount = size === undefined ? 'it' : formatSize(size);
  return `Skipped: ${amount} is more than the limit of ${formatSize(largestFile)} for one file.`;
}
