import { join } from 'node:path';
import { readBytes } from '../read-file.ts';

/** Half a million files have one of this size. */
const largestIndex = 128 * 1024 * 1024;

/**
 * Reads which files git tracks, without running git. https://git-scm.com/docs/index-format
 *
 * @param gitFolder absolute: `.git`
 * @returns paths from the top of the repository, with `/`, without submodules; none when there is no index that can be read
 */
export function readIndex(gitFolder: string): string[] {
  let bytes: Buffer;
  try {
    bytes = readBytes(join(gitFolder, 'index'), { limit: largestIndex });
  } catch {
    return [];
  }
  // SHA-1 or SHA-256: nothing in the file says which.
  return parseIndex(bytes, 20) ?? parseIndex(bytes, 32) ?? [];
}

/** @returns undefined when it is no index with hashes of that length */
function parseIndex(bytes: Buffer, hashLength: number): string[] | undefined {
  if (bytes.length < headerLength || bytes.toString('latin1', 0, 4) !== 'DIRC') return undefined;
  const version = bytes.readUInt32BE(4);
  const count = bytes.readUInt32BE(8);
  if (version < 2 || version > 4) return undefined;
  const paths: string[] = [];
  let start = headerLength;
  let name: Buffer = Buffer.alloc(0);
  for (let index = 0; index < count; index++) {
    const flagsAt = start + statLength + hashLength;
    if (flagsAt + 2 > bytes.length) return undefined;
    const mode = bytes.readUInt32BE(start + modeAt);
    const isExtended = version > 2 && (bytes.readUInt16BE(flagsAt) & 0x4000) !== 0;
    let nameAt = flagsAt + (isExtended ? 4 : 2);
    let kept = 0;
    if (version === 4) {
      const strip = readOffset(bytes, nameAt);
      if (!strip || strip.value > name.length) return undefined;
      kept = name.length - strip.value;
      nameAt = strip.end;
    }
    const end = bytes.indexOf(0, nameAt);
    if (end === -1 || !kinds.has(mode >> 12)) return undefined;
    const rest = bytes.subarray(nameAt, end);
    name = kept === 0 ? rest : Buffer.concat([name.subarray(0, kept), rest]);
    if (mode >> 12 === file || mode >> 12 === link) paths.push(name.toString('utf8'));
    // Older versions fill up to a multiple of 8, with one NUL at least.
    start = version === 4 ? end + 1 : start + ((end - start + 8) & ~7);
  }
  return paths;
}

const headerLength = 12;
const statLength = 40;
const modeAt = 24;
const file = 0o10;
const link = 0o12;
/** Files, links, folders of a sparse index, submodules. */
const kinds = new Set([file, link, 0o04, 0o16]);

/** A number of varying length, as git's `decode_varint` reads it. */
function readOffset(bytes: Buffer, start: number): { value: number; end: number } | undefined {
  let value = 0;
  for (let at = start; at < bytes.length && at < start + 8; at++) {
    const byte = bytes[at] ?? 0;
    value = at === start ? byte & 0x7f : (value + 1) * 128 + (byte & 0x7f);
    if ((byte & 0x80) === 0) return { value, end: at + 1 };
  }
  return undefined;
}
