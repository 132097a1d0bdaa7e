import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { describeFileError } from './notice.ts';

/** What came of reading a file: its bytes, or the reason why there is nothing to lint. */
export type SourceFile =
  { bytes: Buffer } | { bytes: undefined; kind: 'failed' | 'ignored' | 'skipped'; message: string };

const largestSize = 1024 * 1024;

/** Makes a buffer that files can be read into, one after the other. */
export function createReadBuffer(): Buffer {
  return Buffer.allocUnsafe(largestSize + 1); // one more, to notice a file that has grown
}

/**
 * Reads a file that may be linted. Never throws.
 *
 * @param path absolute
 * @param buffer from `createReadBuffer`, for who reads many files: the bytes are then good until it is used again
 * @returns the bytes; or why not, where `ignored` needs no mention
 */
export function readSourceFile(path: string, buffer = createReadBuffer()): SourceFile {
  try {
    const stats = statSync(path);
    // A link to a folder is not followed, so links cannot lead in circles; git does the same.
    // Opening a FIFO would wait for its writer.
    if (!stats.isFile()) return { bytes: undefined, kind: 'ignored', message: 'Not a file.' };
    if (stats.size > largestSize) return refuseSize(stats.size);
    const bytes = readInto(buffer, path);
    // It may have grown since it was measured.
    return bytes.length > largestSize ? refuseSize(bytes.length) : checkBytes(bytes);
  } catch (error) {
    return { bytes: undefined, kind: 'failed', message: describeFileError(error) };
  }
}

/** What a file holds, as far as the buffer goes. */
function readInto(buffer: Buffer, path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    let length = 0;
    for (let count = -1; count !== 0 && length < buffer.length; length += count) {
      count = readSync(file, buffer, length, buffer.length - length, null);
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function refuseSize(size: number): SourceFile {
  const megabytes = (size / largestSize).toFixed(1);
  return refuse(`Skipped: ${megabytes} MB is more than the limit of 1 MB for one source file.`);
}

function checkBytes(bytes: Buffer): SourceFile {
  // Only text can be searched by the prefilter, and UTF-16 would hide every region from it.
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refuse('Skipped: it is in UTF-16. Save it as UTF-8 to have it linted.');
  }
  if (bytes.includes(0)) return refuse('Skipped: it looks binary (it contains a NUL byte).');
  return { bytes };
}

function refuse(message: string): SourceFile {
  return { bytes: undefined, kind: 'skipped', message };
}

/**
 * Whether a text was written by a minifier: its findings could be fixed in its source only.
 *
 * @param text the file
 */
export function isMinified(text: string): boolean {
  const minifiedFrom = 5000;
  const longestMeanLine = 500;
  if (text.length < minifiedFrom) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return text.length / lines > longestMeanLine;
}
