import { resolve } from 'node:path';
import type { Audit } from '../audit/audit.ts';
import {
  applyBaseline,
  BaselineError,
  createBaseline,
  formatBaseline,
  parseBaseline,
} from '../audit/baseline.ts';
import { plural } from '../printing/plural.ts';
import { describeFileError } from '../files/describe-file-error.ts';
import { readBytes } from '../files/read-file.ts';
import { printable } from '../printing/printable.ts';
import { checkFile, saveFile } from './report-output.ts';
import { UsageError } from './usage-error.ts';

/** The options of a baseline; for `parseOptions`. */
export const baselineOptions = {
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean', default: false },
} as const;

/** The same for help texts. */
export const baselineHelp = `  --baseline FILE   hide the findings that FILE holds, and tell which of them are gone
  --update-baseline write the findings of this run to the baseline, and exit with 0`;

/** What is to be done with a baseline: its content is read before the work, to fail early. */
export type BaselineOptions =
  | { file: string; isUpdate: true }
  | { file: string; isUpdate: false; entries: ReturnType<typeof parseBaseline> };

/**
 * Checks the options of the baseline, and reads it.
 *
 * @returns undefined when none is wanted
 * @throws UsageError when the file cannot be read
 */
export function readBaselineOptions(values: {
  baseline?: string | undefined;
  'update-baseline': boolean;
}): BaselineOptions | undefined {
  const { baseline: file, 'update-baseline': isUpdate } = values;
  if (file === undefined) {
    if (isUpdate) throw new UsageError('--update-baseline needs --baseline FILE: the file to write.');
    return undefined;
  }
  if (isUpdate) {
    checkFile('--baseline', file);
    return { file, isUpdate };
  }
  return { file, isUpdate, entries: readEntries(file) };
}

/** In bytes: more than the baseline of any repository. */
const largestBaseline = 64 * 1024 * 1024;

function readEntries(file: string): ReturnType<typeof parseBaseline> {
  let text;
  try {
    text = readBytes(resolve(file), { limit: largestBaseline }).toString('utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new UsageError(`--baseline: there is no file '${file}'. Create it with --update-baseline.`);
    }
    throw new UsageError(`--baseline: '${file}': ${describeFileError(error)}`);
  }
  try {
    return parseBaseline(text);
  } catch (error) {
    if (error instanceof BaselineError) throw new UsageError(`--baseline: '${file}': ${error.message}`);
    throw error;
  }
}

/** Of those that are no longer needed: a folder that was removed may leave thousands. */
const entriesShown = 50;

/**
 * Hides what the baseline holds, or writes it.
 *
 * @param log is told what is no longer needed, in one line each
 * @throws UsageError when it cannot be written
 */
export function useBaseline(
  audit: Audit,
  options: BaselineOptions | undefined,
  log: (line: string) => void,
): Audit {
  if (!options) return audit;
  const entries = options.isUpdate ? createBaseline(audit.findings) : options.entries;
  if (options.isUpdate) {
    saveFile('--baseline', options.file, formatBaseline(entries));
    log(`${plural(audit.findings.length, 'finding')} written to ${options.file}.`);
  }
  const result = applyBaseline(audit, entries);
  const unneeded = result.baseline?.unneeded ?? [];
  for (const { path, ruleId, code } of unneeded.slice(0, entriesShown)) {
    log(`${options.file}: no longer needed: ${printable(path)}  ${printable(ruleId)}  ${printable(code)}`);
  }
  if (unneeded.length > entriesShown) {
    log(`${options.file}: ${unneeded.length - entriesShown} more are no longer needed.`);
  }
  if (unneeded.length > 0) {
    log(`${options.file}: run with --update-baseline to remove ${unneeded.length === 1 ? 'it' : 'them'}.`);
  }
  return result;
}
