import { setImmediate } from 'node:timers/promises';
import { applyChange, revertChange } from '../files/file-change.ts';
import { isSourceName } from '../files/source-names.ts';
import { FileError } from '../files/file-error.ts';
import type { FixChange } from './fix-plan.ts';

/** What became of the changes. */
export interface WriteResult {
  written: readonly FixChange[];
  /** Those that could not be written or would have been of no use, with a sentence for each. */
  failed: readonly { change: FixChange; message: string }[];
  /** Those that were not come to before the work was stopped. */
  left: readonly FixChange[];
}

/**
 * Writes changes, one file after the other, each whole or not at all. Where the module could not be written that a
 * package is to read its regions from, the other files of the package are left alone.
 *
 * @param changes in the order of writing
 * @param root absolute; nothing outside of it is written
 * @param signal stops the work between two files
 */
export async function writeChanges(
  changes: readonly FixChange[],
  root: string,
  { onFile, signal }: { onFile?: (() => void) | undefined; signal?: AbortSignal | undefined } = {},
): Promise<WriteResult> {
  const written: FixChange[] = [];
  const failed: { change: FixChange; message: string }[] = [];
  const left: FixChange[] = [];
  const missing = new Map<string, string>();

  for (const change of changes) {
    await setImmediate(); // yields to the event loop: signals come in
    if (signal?.aborted) {
      left.push(change);
      continue;
    }
    const cause = [...change.packages].flatMap((each) => missing.get(each) ?? [])[0];
    if (cause !== undefined) {
      failed.push({
        change,
        message: `${change.path} was left alone: it would import ${cause}, which could not be written.`,
      });
      continue;
    }
    try {
      applyChange(change, root);
      written.push(change);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      failed.push({ change, message: error.message });
      if (change.isRead && isSourceName(change.path)) {
        for (const each of change.packages) missing.set(each, change.path);
      }
    }
    onFile?.();
  }
  return left.length > 0 ? { written, failed, left } : takeBack({ written, failed, left }, root);
}

/** Takes back what was written for others to read where all of those failed: it would be of no use. */
function takeBack({ written, failed, left }: WriteResult, root: string): WriteResult {
  const served = packagesOfReaders(written);
  const failing = packagesOfReaders(failed.map(({ change }) => change));
  const isUseless = ({ isRead, packages }: FixChange) =>
    isRead &&
    [...packages].some((each) => failing.has(each)) &&
    ![...packages].some((each) => served.has(each));
  const kept: FixChange[] = [];
  const more: { change: FixChange; message: string }[] = [];
  for (const change of [...written].reverse()) {
    const message = isUseless(change) ? revert(change, root) : undefined;
    if (message === undefined) kept.unshift(change);
    else more.unshift({ change, message });
  }
  return { written: kept, failed: [...failed, ...more], left };
}

function packagesOfReaders(changes: readonly FixChange[]): ReadonlySet<string> {
  return new Set(changes.flatMap(({ isRead, packages }) => (isRead ? [] : [...packages])));
}

/** @returns that it was taken back; undefined when it could not be */
function revert(change: FixChange, root: string): string | undefined {
  try {
    revertChange(change, root);
    return `${change.path} was taken back: no file that would read it could be written.`;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return undefined;
  }
}
