import type { Effort } from '../audit/audit-files.ts';
import { parseShard, type Shard } from '../audit/shard.ts';
import { baselineHelp, baselineOptions, readBaselineWish, type BaselineWish } from './baseline.ts';
import { effortHelp, effortOptions, readEffort } from './effort-options.ts';
import { findFolder } from './find-folder.ts';
import { parseOptions } from './parse-options.ts';
import { readReportWish, reportHelp, reportOptions, type ReportWish } from './report-output.ts';
import { UsageError } from './usage-error.ts';

export const auditHelp = `Usage: multi-region audit [dir] [options]
       multi-region audit merge FILE... [options]

Finds the lines of JavaScript and TypeScript that go down together with a cloud region,
and lists which services are used in which region. 'dir' is the current folder by default.
Files that git ignores, node_modules and type declarations are left out. Where an ESLint
config mentions eslint-plugin-multi-region, its rules, settings and ignores decide.

Options:
${reportHelp}
  --region REGION   what goes down with this region: the entry points of the code (Lambda
                    handlers, pages, commands, servers) that reach a place that hangs on it
  --changed-since REV
                    only findings on lines that were added since the git revision REV,
                    committed or not
${baselineHelp}
  --shard I/N       only the I-th of N parts; 'audit merge' puts their JSON reports together
${effortHelp}
  --no-config       run no code of the folder: the recommended preset is used, whatever its
                    ESLint config says; of that, only services that are written out are read
  --quiet           no progress bar, and no word on files that are left out on purpose
  --help            show this text

Exit codes: 0 no findings, 1 findings, 2 could not run, or could look at no file.
`;

/** What is wanted of an audit. */
export interface AuditWish {
  /** Absolute. */
  root: string;
  report: ReportWish;
  baseline: BaselineWish | undefined;
  effort: Effort;
  shard: Shard | undefined;
  /** The git revision since which lines count. */
  changedSince: string | undefined;
  /** The region whose loss is asked about. */
  region: string | undefined;
  noConfig: boolean;
  isQuiet: boolean;
}

/**
 * Reads and checks the arguments of `audit`.
 *
 * @param say is told what goes wrong later without stopping the audit
 * @returns undefined when the help is wanted
 * @throws UsageError for what cannot be done
 */
export function readAuditWish(args: string[], say: (message: string) => void): AuditWish | undefined {
  const { values, positionals } = parseOptions('audit', {
    args,
    allowPositionals: true,
    options: {
      ...reportOptions,
      ...baselineOptions,
      ...effortOptions,
      'changed-since': { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
      'no-config': { type: 'boolean', default: false },
      quiet: { type: 'boolean', short: 'q', default: false },
      region: { type: 'string' },
      shard: { type: 'string' },
    },
  });
  if (values.help) return undefined;
  const report = readReportWish(values);
  const baseline = readBaselineWish(values);
  const shard = readShard(values.shard);
  const { 'changed-since': changedSince } = values;
  if (baseline && shard) {
    throw new UsageError('--baseline and --shard exclude each other. Give the baseline to audit merge.');
  }
  if (baseline?.isUpdate && changedSince !== undefined) {
    throw new UsageError('--update-baseline needs all findings. Leave --changed-since out.');
  }
  const region = readRegion(values.region);
  if (region !== undefined && (shard !== undefined || changedSince !== undefined)) {
    throw new UsageError('--region needs all files. Leave --shard and --changed-since out.');
  }
  const root = findFolder('audit', positionals);
  const effort = readEffort(values, root, say);
  const { 'no-config': noConfig, quiet: isQuiet } = values;
  return { root, report, baseline, effort, shard, changedSince, region, noConfig, isQuiet };
}

function readShard(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const shard = parseShard(text);
  if (shard) return shard;
  throw new UsageError(`--shard is '${text}', but takes a part of a whole such as '1/3'.`);
}

function readRegion(text: string | undefined): string | undefined {
  if (text?.trim() === '') throw new UsageError("--region is empty. Give a region such as 'us-east-1'.");
  return text?.trim();
}
