import { readFileSync } from 'node:fs';

/** A file cannot be read or written; the message names it and the remedy. */
export class FileError extends Error {
  override name = 'FileError';
}

/**
 * Reads a text file, with its byte order mark if it has one.
 *
 * @throws FileError when it cannot be read or is not UTF-8: writing it back would destroy it
 */
export function readText(path: string): string {
  try {
    return decodeText(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) throw new FileError(`${path} is not UTF-8. Save it as UTF-8 first.`);
    throw new FileError(`${path} could not be read: ${(error as Error).message}.`);
  }
}

/**
 * Decodes UTF-8 and keeps the byte order mark, so that encoding gives the same bytes again.
 *
 * @throws TypeError when it is not UTF-8
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
