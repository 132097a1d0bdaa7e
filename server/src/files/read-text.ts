import { FileError } from './file-error.ts';
import { describeFileError } from './describe-file-error.ts';
import { readBytes, type ReadOptions } from './read-file.ts';
import { decodeText } from './text.ts';

/**
 * Reads a text file, with its byte order mark if it has one.
 *
 * @param path absolute
 * @throws FileError when it cannot be read or is not UTF-8: writing it back would destroy it
 */
export function readText(path: string, options?: ReadOptions): string {
  try {
    return decodeText(readBytes(path, options));
  } catch (error) {
    if (error instanceof TypeError) throw new FileError(`${path} is not UTF-8. Save it as UTF-8 first.`);
    throw new FileError(`${path}: ${describeFileError(error)}`);
  }
}

/**
 * Reads a file that a workspace may have: a manifest, a config. What is there but cannot be read counts as missing.
 *
 * @param path absolute
 * @returns as UTF-8, without byte order mark
 */
export function findText(path: string, options?: ReadOptions): string | undefined {
  try {
    const text = readBytes(path, options).toString('utf8');
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch {
    return undefined;
  }
}
