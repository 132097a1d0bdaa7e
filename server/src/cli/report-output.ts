import { dirname, resolve } from 'node:path';
import picocolors from 'picocolors';
import type { Audit } from '../audit/audit.ts';
import type { Report } from '../audit/reports/report.ts';
import { findReport, findReportOfFile, reports } from '../audit/reports/reports.ts';
import { summarize } from '../audit/reports/summarize.ts';
import { FileError } from '../files/file-error.ts';
import { exists, isFolder } from '../files/folders.ts';
import { writeOutput } from '../files/write-output.ts';
import { decideExitCode, type FailOn } from './exit-code.ts';
import { describeChoice, parseChoice } from './parse-options.ts';
import { UsageError } from './usage-error.ts';
import { version } from './version.ts';
import { printable } from '../printing/printable.ts';

/** The options of every command that ends with a report; for `parseOptions`. */
export const reportOptions = {
  'fail-on': { type: 'string', default: 'warn' },
  format: { type: 'string' },
  output: { type: 'string' },
  'findings-only': { type: 'boolean', default: false },
  code: { type: 'boolean', default: false },
} as const;

/** The same for help texts. */
export const reportHelp = `  --format FORMAT   'terminal' (default), 'markdown', 'csv', 'json', 'sarif', 'html', 'github',
                    'gitlab', 'junit', or 'mermaid' with --region
  --output FILE     write the report to FILE, in the format that its ending names
  --findings-only   leave the tables out
  --code            show the line of code below each finding
  --fail-on LEVEL   exit with 1 for findings from this level on: 'warn' (default) or 'error';
                    'incomplete': also for files that were left out or could not be read`;

/** How a report is wanted. */
export interface ReportOptions {
  failOn: FailOn;
  format: Report;
  /** Whether tables are left out. */
  findingsOnly: boolean;
  /** Whether the terminal shows the line of code of each finding. */
  withCode: boolean;
  /** A file; undefined: standard output. */
  output: string | undefined;
}

/**
 * Checks the options of the report before the work.
 *
 * @throws UsageError for what cannot be done
 */
export function readReportOptions(values: {
  'fail-on': string;
  format?: string | undefined;
  'findings-only': boolean;
  code: boolean;
  output?: string | undefined;
  region?: readonly string[] | undefined;
}): ReportOptions {
  const { output } = values;
  const options = {
    failOn: parseChoice('--fail-on', values['fail-on'], ['error', 'warn', 'incomplete']),
    format: readFormat(values.format, output),
    output,
    findingsOnly: values['findings-only'],
    withCode: values.code,
  };
  if (options.format.needsImpact === true && values.region === undefined) {
    throw new UsageError(
      "--format mermaid draws what goes down with one region. Run 'multi-region audit --region REGION'.",
    );
  }
  if (output !== undefined) checkFile('--output', output);
  return options;
}

/** @throws UsageError for a format that there is not */
function readFormat(name: string | undefined, output: string | undefined): Report {
  const byDefault = (output === undefined ? undefined : findReportOfFile(output)) ?? findReport('terminal');
  const wanted = name === undefined ? byDefault : findReport(name);
  if (wanted) return wanted;
  const names = reports.map((report) => report.name);
  throw new UsageError(describeChoice('--format', name ?? '', names));
}

/**
 * Finds out before the work that its result could not be saved.
 *
 * @param option with its dashes, for the message
 * @throws UsageError when there is no such folder, or a folder in the file's place
 */
export function checkFile(option: string, file: string): void {
  const folder = dirname(resolve(file));
  if (!exists(folder)) {
    throw new UsageError(`${option}: there is no folder '${dirname(file)}'. Create it first.`);
  }
  if (isFolder(resolve(file))) {
    throw new UsageError(`${option}: '${file}' is a folder. Give the name of a file.`);
  }
}

/**
 * Prints or saves a report.
 *
 * @returns the exit code that its findings ask for
 * @throws UsageError when the file cannot be written
 */
export function showReport(
  audit: Audit,
  { format, output, failOn, findingsOnly, withCode }: ReportOptions,
): number {
  const isWindow = output === undefined && process.stdout.isTTY;
  const options = (isColored: boolean) => ({
    colors: picocolors.createColors(isColored),
    cwd: process.cwd(),
    width: isWindow ? Math.max(process.stdout.columns, 40) : undefined,
    findingsOnly,
    withCode,
    version,
  });
  if (output === undefined) {
    process.stdout.write(format.write(audit, options(canColor())));
  } else {
    saveFile('--output', output, format.write(audit, options(false)));
    process.stdout.write(`${printable(summarize(audit))} The report is in ${printable(output)}\n`);
  }
  return decideExitCode(audit, failOn);
}

/**
 * Writes a file whole or not at all.
 *
 * @param option with its dashes, for the message
 * @throws UsageError when it cannot be written
 */
export function saveFile(option: string, file: string, content: string): void {
  try {
    writeOutput(file, content);
  } catch (error) {
    throw new UsageError(`${option}: '${file}' could not be written: ${describe(error)}`);
  }
}

function describe(error: unknown): string {
  if (error instanceof FileError) return error.message;
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full. Free some room, or choose another place.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'permission denied. Choose another place, or check who may write there.';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

function canColor(): boolean {
  const { FORCE_COLOR } = process.env;
  // A terminal knows of NO_COLOR, FORCE_COLOR and TERM by itself.
  return process.stdout.isTTY ? process.stdout.hasColors() : FORCE_COLOR !== undefined && FORCE_COLOR !== '0';
}
