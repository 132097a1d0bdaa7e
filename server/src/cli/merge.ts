import { join, resolve } from 'node:path';
import { mergeReports, MergeError } from '../audit/merge.ts';
import { readJsonReport, ReportError, type JsonReport } from '../audit/reports/read-json.ts';
import { describeFileError } from '../files/describe-file-error.ts';
import { readBytes } from '../files/read-file.ts';
import { log } from './log.ts';
import { baselineHelp, baselineOptions, readBaselineOptions, useBaseline } from './baseline.ts';
import { createNoticeList } from './notice-list.ts';
import { parseOptions } from './parse-options.ts';
import { readReportOptions, reportHelp, reportOptions, showReport } from './report-output.ts';
import { UsageError } from './usage-error.ts';

/** In bytes: a report of a million findings. */
const largestReport = 512 * 1024 * 1024;

const help = `Usage: multi-region audit merge FILE... [options]

Puts the reports of all shards together: the same as one audit of everything.
FILEs are what 'multi-region audit --shard i/n --format json' wrote.

Options:
${reportHelp}
${baselineHelp}
  --root DIR        the audited folder, where it is not the current one
  --help            show this text

Exit codes: 0 no findings, 1 findings, 2 could not run.
`;

/**
 * The command `audit merge`.
 *
 * @param args what follows its name
 * @returns the exit code
 * @throws UsageError when it could not run
 */
export function run(args: string[]): number {
  const { values, positionals } = parseOptions('audit merge', {
    args,
    allowPositionals: true,
    options: {
      ...reportOptions,
      ...baselineOptions,
      help: { type: 'boolean', short: 'h', default: false },
      root: { type: 'string', default: '.' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const options = readReportOptions(values);
  const baseline = readBaselineOptions(values);
  const reports = positionals.map((file) => ({ file, report: readReport(file) }));
  try {
    const audit = mergeReports(reports, resolve(values.root));
    const notices = createNoticeList(process.cwd(), log);
    for (const notice of audit.leftOut) notices.show({ ...notice, path: join(audit.root, notice.path) });
    notices.end();
    return showReport(useBaseline(audit, baseline, log), options);
  } catch (error) {
    if (error instanceof MergeError) throw new UsageError(error.message);
    throw error;
  }
}

function readReport(file: string): JsonReport {
  let text;
  try {
    text = readBytes(resolve(file), { limit: largestReport }).toString('utf8');
  } catch (error) {
    throw new UsageError(`'${file}': ${describeFileError(error)}`);
  }
  try {
    return readJsonReport(text);
  } catch (error) {
    if (error instanceof ReportError) throw new UsageError(`'${file}': ${error.message}`);
    throw error;
  }
}
