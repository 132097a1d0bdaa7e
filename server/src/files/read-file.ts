import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { isInside } from './inside.ts';

/** The most that is read of a file of a workspace, in bytes: more than any config or source file has. */
export const largestFile = 1024 * 1024;

/** A file was not read. `code` is that of the file system, or one of these. */
export class ReadError extends Error {
  override name = 'ReadError';
  readonly code: string;
  /** How large the file is, in bytes, where that is why. */
  readonly size: number | undefined;
  constructor(code: 'EFBIG' | 'NOT_A_FILE' | 'OUTSIDE', message: string, size?: number) {
    super(message);
    this.code = code;
    this.size = size;
  }
}

export interface ReadOptions {
  /** In bytes; `largestFile` by default. */
  limit?: number;
  /** One byte longer than the limit, for reading many files: the bytes are good until it is used again. */
  buffer?: Buffer;
  /** Absolute: a link that leads out of this folder is not followed. By default all links are. */
  inside?: string;
}

/**
 * Reads a regular file. Whatever a name stands for, this returns at once: it neither waits for the writer of a pipe
 * nor reads a device, and it stops at the limit, also where a file grows meanwhile.
 *
 * @param path absolute
 * @throws ReadError, or the error of the file system
 */
export function readBytes(path: string, options: ReadOptions = {}): Buffer {
  const { limit = largestFile, inside } = options;
  const file = inside === undefined ? openSync(path, flags) : openInside(path, inside);
  try {
    // Asked of what is open: a name may stand for something else a moment later.
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new ReadError('NOT_A_FILE', `${path} is not a file`);
    if (stats.size > limit) throw tooLarge(path, stats.size, limit);
    const bytes = readUpTo(file, options.buffer ?? Buffer.allocUnsafe(Math.min(limit, stats.size) + 1));
    if (bytes.length > limit) throw tooLarge(path, bytes.length, limit);
    if (bytes.length > stats.size) return options.buffer ? bytes : readGrown(file, bytes, limit, path);
    return bytes;
  } finally {
    closeSync(file);
  }
}

// Windows has neither; there, a name in a folder is never a pipe.
const flags = constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0);
const noFollow = (constants.O_NOFOLLOW as number | undefined) ?? 0;

function openInside(path: string, folder: string): number {
  try {
    if (noFollow !== 0) return openSync(path, flags | noFollow);
    if (!lstatSync(path).isSymbolicLink()) return openSync(path, flags);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ELOOP' && code !== 'EMLINK') throw error; // FreeBSD says EMLINK
  }
  const target = realpathSync(path);
  const home = realpathSync(folder);
  if (target !== home && !isInside(home, target)) {
    throw new ReadError('OUTSIDE', `${path} is a link to ${target}, outside of ${folder}`);
  }
  return openSync(target, flags | noFollow);
}

function readUpTo(file: number, buffer: Buffer): Buffer {
  let length = 0;
  for (let count = -1; count !== 0 && length < buffer.length; length += count) {
    count = readSync(file, buffer, length, buffer.length - length, null);
  }
  return buffer.subarray(0, length);
}

/** What says that it is empty, as files of /proc do, or grows while it is read. */
function readGrown(file: number, start: Buffer, limit: number, path: string): Buffer {
  const bytes = Buffer.concat([start, readUpTo(file, Buffer.allocUnsafe(limit + 1 - start.length))]);
  if (bytes.length > limit) throw tooLarge(path, bytes.length, limit);
  return bytes;
}

function tooLarge(path: string, size: number, limit: number): ReadError {
  return new ReadError('EFBIG', `${path} is larger than ${formatSize(limit)}`, size);
}

/** `1 MB`, `64 KB`, `2.3 MB` */
export function formatSize(bytes: number): string {
  const megabyte = 1024 * 1024;
  if (bytes < megabyte) return `${Math.ceil(bytes / 1024)} KB`;
  const size = bytes / megabyte;
  return `${Number.isInteger(size) ? size : size.toFixed(1)} MB`;
}
