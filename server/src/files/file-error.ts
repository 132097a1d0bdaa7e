/** A file cannot be read or written; the message names it and the remedy. */
export class FileError extends Error {
  override name = 'FileError';
}
