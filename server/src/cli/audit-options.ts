import type { RecordedRun } from '../chaos/record.ts';
import type { Effort } from '../audit/audit-files.ts';
import type { Deployment } from '../program/deployment.ts';
import { resolve } from 'node:path';
import { exists } from '../files/folders.ts';
import { parseShard, type Shard } from '../audit/shard.ts';
import { baselineHelp, baselineOptions, readBaselineOptions, type BaselineOptions } from './baseline.ts';
import { deploymentHelp, deploymentOptions, readDeployment } from './deployment-options.ts';
import { effortHelp, effortOptions, readEffort } from './effort-options.ts';
import { findTargets, type Targets } from './find-targets.ts';
import { parseOptions } from './parse-options.ts';
import { readReportOptions, reportHelp, reportOptions, type ReportOptions } from './report-output.ts';
import { readRuns } from './read-runs.ts';
import { readRegion } from './read-region.ts';
import { UsageError } from './usage-error.ts';

export const auditHelp = `Usage: multi-region audit [dir...] [options]
       multi-region audit FILE... [options]
       multi-region audit merge FILE... [options]

Finds the lines of JavaScript and TypeScript that go down together with a cloud region,
and lists which services are used in which region. 'dir' is the current folder by default;
several are several repositories in one report. FILEs are looked at alone, as in a commit hook.
Files that git ignores, node_modules and type declarations are left out. Where an ESLint
config mentions eslint-plugin-multi-region, its rules, settings and ignores decide.

Options:
${reportHelp}
  --region REGION   what goes down with this region: the entry points of the code (Lambda
                    handlers, pages, commands, servers) that reach a place that depends on
                    it; may be repeated
  --repositories FILE
                    also audit the folders that FILE names, one a line
  --since REV       also say what changed since the git revision REV
  --runs FILE       also say what was tried: FILE is what 'multi-region chaos --record FILE' wrote
  --changed-since REV
                    only findings on lines that were added since the git revision REV,
                    committed or not
${baselineHelp}
  --shard I/N       only the I-th of N parts; 'audit merge' puts their JSON reports together
${deploymentHelp}
${effortHelp}
  --config FILE     take the settings from FILE, instead of multi-region.config.json
  --link TEMPLATE   where places can be looked at: a URL with {path} and {line}; by default the
                    git remote on GitHub, GitLab, Bitbucket and their like
  --no-config       run no code of the folder: the recommended preset is used, whatever its
                    ESLint config says; of that, only services that are written out are read
  --quiet           no progress bar, and no word on files that are left out on purpose
  --help            show this text

Exit codes: 0 no findings, 1 findings, 2 could not run, found no file to look at, or a mistake in
the settings.
`;

/** What is wanted of an audit. */
export interface AuditOptions {
  targets: Targets;
  report: ReportOptions;
  baseline: BaselineOptions | undefined;
  /** @param root absolute */
  getEffort: (root: string) => Effort;
  shard: Shard | undefined;
  /** The git revision since which lines count. */
  changedSince: string | undefined;
  /** The regions whose loss is asked about. */
  regions: readonly string[];
  deployment: Deployment;
  /** Absolute: the settings for all files. */
  settingsFile: string | undefined;
  /** The git revision to compare with. */
  since: string | undefined;
  /** The runs of `multi-region chaos` that were recorded. */
  runs: readonly RecordedRun[] | undefined;
  /** What places are linked with. */
  link: string | undefined;
  noConfig: boolean;
  isQuiet: boolean;
}

/**
 * Reads and checks the arguments of `audit`.
 *
 * @param log is told what goes wrong later without stopping the audit
 * @returns undefined when the help is wanted
 * @throws UsageError for what cannot be done
 */
export function readAuditOptions(args: string[], log: (message: string) => void): AuditOptions | undefined {
  const { values, positionals } = parseOptions('audit', {
    args,
    allowPositionals: true,
    options: {
      ...reportOptions,
      ...baselineOptions,
      ...effortOptions,
      ...deploymentOptions,
      'changed-since': { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
      'no-config': { type: 'boolean', default: false },
      quiet: { type: 'boolean', short: 'q', default: false },
      config: { type: 'string' },
      link: { type: 'string' },
      region: { type: 'string', multiple: true },
      repositories: { type: 'string' },
      shard: { type: 'string' },
      runs: { type: 'string' },
      since: { type: 'string' },
    },
  });
  if (values.help) return undefined;
  const report = readReportOptions(values);
  const baseline = readBaselineOptions(values);
  const shard = readShard(values.shard);
  const { 'changed-since': changedSince } = values;
  if (baseline && shard) {
    throw new UsageError('--baseline and --shard exclude each other. Give the baseline to audit merge.');
  }
  if (baseline?.isUpdate && changedSince !== undefined) {
    throw new UsageError('--update-baseline needs all findings. Leave --changed-since out.');
  }
  const regions = (values.region ?? []).map(readRegion);
  const deployment = readDeployment(values);
  if (regions.length > 0 && (shard !== undefined || changedSince !== undefined)) {
    throw new UsageError('--region needs all files. Leave --shard and --changed-since out.');
  }
  const targets = findTargets(positionals, values.repositories);
  const [root, ...others] = targets.roots;
  const getEffort = (folder: string) => readEffort(values, folder, log);
  getEffort(root);
  if (others.length > 0 && (baseline !== undefined || shard !== undefined)) {
    throw new UsageError(
      `${shard ? '--shard' : '--baseline'} is for one repository. Audit each with its own, and put the JSON reports together with audit merge.`,
    );
  }
  if (targets.files && (shard !== undefined || regions.length > 0)) {
    throw new UsageError(`${shard ? '--shard' : '--region'} needs a folder. Leave the files out.`);
  }
  const { 'no-config': noConfig, quiet: isQuiet } = values;
  return {
    targets,
    report,
    baseline,
    getEffort,
    shard,
    changedSince,
    regions,
    deployment,
    settingsFile: readConfigPath(values.config),
    since: values.since,
    runs: values.runs === undefined ? undefined : readRuns(values.runs),
    link: values.link,
    noConfig,
    isQuiet,
  };
}

function readConfigPath(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  if (exists(resolve(file))) return resolve(file);
  throw new UsageError(`--config: there is no file '${file}'. Check its path.`);
}

function readShard(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const shard = parseShard(text);
  if (shard) return shard;
  throw new UsageError(`--shard is '${text}', but takes a part of a whole such as '1/3'.`);
}
