import {
  getProjectPath,
  isGeneratedPath,
  isTestDocument,
  isTestPath,
} from 'eslint-plugin-multi-region/facts';
import { mayHaveFacts } from 'eslint-plugin-multi-region/prefilter';
import { describeFileError } from './describe-file-error.ts';
import { largestFile, readBytes } from './read-file.ts';
import { isDocumentName } from './source-names.ts';
import { isMinified } from './text.ts';

/** What came of reading a file that may be linted. */
export type SourceFile =
  /** It may concern regions. */
  | { kind: 'source'; text: string; bytes: Buffer }
  /** It has nothing to do with regions, or is no file: nothing to say of it. */
  | { kind: 'irrelevant' }
  /** `skipped`: left out on purpose. `failed`: it should have been looked at. The message is one sentence and a remedy. */
  | { kind: 'failed' | 'skipped'; message: string; isMinified?: true };

/**
 * The text of a file of code, whatever it is about; undefined when it cannot be read or is no text.
 *
 * @param path absolute
 * @param root absolute: what a link outside of it leads to is not looked at
 */
export function readCode(path: string, root: string): string | undefined {
  try {
    const bytes = readBytes(path, { inside: root });
    return checkEncoding(bytes) ? undefined : bytes.toString('utf8');
  } catch {
    return undefined;
  }
}

/** Makes a buffer that files can be read into, one after the other. */
export function createReadBuffer(): Buffer {
  return Buffer.allocUnsafe(largestFile + 1); // one more, to notice a file that has grown
}

export interface SourceFileOptions {
  /** Absolute: what a link outside of it leads to is not looked at. */
  root: string;
  /** From `createReadBuffer`, for reading many files: the bytes are then good until it is used again. */
  buffer?: Buffer;
}

/**
 * Reads a file that may be linted: the one gate that the audit, the fixes and the editor's scan share. What has nothing
 * to do with regions is not even decoded. Never throws. That a test or a generated file cannot be read is not told:
 * nobody would look for anything in it.
 *
 * @param path absolute
 */
export function readSourceFile(path: string, { root, buffer }: SourceFileOptions): SourceFile {
  const file = read(path, root, buffer ?? createReadBuffer());
  return file.kind === 'skipped' && isLeftOutAnyway(getProjectPath(path, root))
    ? { kind: 'irrelevant' }
    : file;
}

function read(path: string, root: string, buffer: Buffer): SourceFile {
  let bytes: Buffer;
  try {
    bytes = readBytes(path, { inside: root, buffer });
  } catch (error) {
    return describeFailure(error);
  }
  return checkEncoding(bytes) ?? checkText(bytes);
}

/** Whether the rules pass over a file because of its path, by the lists that they have. */
function isLeftOutAnyway(path: string): boolean {
  return isGeneratedPath(path) || (isDocumentName(path) ? isTestDocument(path) : isTestPath(path));
}

function describeFailure(error: unknown): SourceFile {
  const { code } = error as NodeJS.ErrnoException;
  // A link to a folder is not followed, so links cannot lead in circles; git does the same. Pipes hold no code.
  if (code === 'NOT_A_FILE' || code === 'EISDIR' || code === 'ENXIO') return { kind: 'irrelevant' };
  const isOnPurpose = code === 'EFBIG' || code === 'OUTSIDE';
  return { kind: isOnPurpose ? 'skipped' : 'failed', message: describeFileError(error) };
}

/** Only text can be searched by the prefilter, and UTF-16 would hide every region from it. */
function checkEncoding(bytes: Buffer): SourceFile | undefined {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { kind: 'skipped', message: 'Skipped: it is in UTF-16. Save it as UTF-8 to have it linted.' };
  }
  if (bytes.includes(0)) {
    return { kind: 'skipped', message: 'Skipped: it looks binary (it contains a NUL byte).' };
  }
  return undefined;
}

function checkText(bytes: Buffer): SourceFile {
  // The prefilter looks for ASCII only, and bytes become a Latin-1 string faster than a decoded one.
  if (!mayHaveFacts(bytes.toString('latin1'))) return { kind: 'irrelevant' };
  const text = bytes.toString('utf8');
  if (isMinified(text))
    return {
      kind: 'skipped',
      message: 'Skipped: it is minified. Its source is looked at instead.',
      isMinified: true,
    };
  return { kind: 'source', text, bytes };
}
