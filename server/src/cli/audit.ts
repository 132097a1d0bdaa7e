import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { applyServiceSettings } from '../audit/apply-service-settings.ts';
import { auditFolder, type Audit, type Selection } from '../audit/audit.ts';
import { ChangesError, findChanges, type Changes } from '../audit/changes.ts';
import { parseShard, type Shard } from '../audit/shard.ts';
import { createAuditLinter } from '../audit/audit-linter.ts';
import { readServiceSettings } from '../workspace/service-settings.ts';
import { isSourceName } from '../workspace/source-names.ts';
import { baselineHelp, baselineOptions, readBaselineWish, useBaseline } from './baseline.ts';
import { effortHelp, effortOptions, readEffort } from './effort-options.ts';
import { run as runMerge } from './merge.ts';
import { createNoticeList } from './notice-list.ts';
import { parseOptions } from './parse-options.ts';
import { readReportWish, reportHelp, reportOptions, showReport } from './report-output.ts';
import { endStepBeforeStopping } from './stop-signals.ts';
import { UsageError } from './usage-error.ts';

const help = `Usage: multi-region audit [dir] [options]
       multi-region audit merge FILE... [options]

Finds the lines of JavaScript and TypeScript that go down together with a cloud region,
and lists which services are used in which region. 'dir' is the current folder by default.
Files that git ignores, node_modules and type declarations are left out.

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
  --help            show this text

Exit codes: 0 no findings, 1 findings, 2 could not run, or could look at no file.
`;

/**
 * The command `audit`.
 *
 * @param args what follows its name
 * @returns the exit code
 * @throws UsageError when it could not run
 */
export async function run(args: string[]): Promise<number> {
  if (args[0] === 'merge') return runMerge(args.slice(1));
  const { values, positionals } = parseOptions('audit', {
    args,
    allowPositionals: true,
    options: {
      ...reportOptions,
      ...baselineOptions,
      ...effortOptions,
      'changed-since': { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
      region: { type: 'string' },
      shard: { type: 'string' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const wish = readReportWish(values);
  const baseline = readBaselineWish(values);
  const shard = readShard(values.shard);
  const { 'changed-since': revision } = values;
  if (baseline && shard) {
    throw new UsageError('--baseline and --shard exclude each other. Give the baseline to audit merge.');
  }
  if (baseline?.isUpdate && revision !== undefined) {
    throw new UsageError('--update-baseline needs all findings. Leave --changed-since out.');
  }
  const region = readRegion(values.region);
  if (region !== undefined && (shard !== undefined || revision !== undefined)) {
    throw new UsageError('--region needs all files. Leave --shard and --changed-since out.');
  }
  const root = findRoot(positionals);
  const effort = readEffort(values, root, say);
  endStepBeforeStopping();

  const selection: Selection = { shard, changes: await readChanges(root, revision) };
  const notices = createNoticeList(process.cwd(), say);
  const linter = createAuditLinter(root);
  const audit = await auditFolder(root, linter, notices.show, selection, effort);
  if (region !== undefined) {
    // Loaded when called: most audits need no resolver.
    const { addImpact } = await import('../audit/impact/add-impact.ts');
    await addImpact(audit, region, notices.show);
  }
  notices.end();
  const known = applyServiceSettings(audit, await readServiceSettings(root));
  const code = showReport(useBaseline(known, baseline, say), wish);
  // A part of the files may well have none that can be looked at.
  const isPart = shard !== undefined || revision !== undefined;
  if (isPart || !isInVain(audit)) return code;
  say('multi-region: none of the source files could be looked at; the messages above say why.');
  return 2;
}

/** Whether something was to be looked at, and nothing could be. */
function isInVain({ fileCount, leftOut }: Audit): boolean {
  const failed = new Set(leftOut.flatMap(({ kind, path }) => (kind === 'failed' ? path : [])));
  return failed.size > 0 && [...failed].filter(isSourceName).length >= fileCount;
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

async function readChanges(root: string, revision: string | undefined): Promise<Changes | undefined> {
  if (revision === undefined) return undefined;
  try {
    return await findChanges(root, revision);
  } catch (error) {
    if (error instanceof ChangesError) throw new UsageError(`--changed-since: ${error.message}`);
    throw error;
  }
}

function findRoot([dir = '.', ...others]: string[]): string {
  if (others.length > 0) {
    throw new UsageError(`audit takes one folder, but got ${others.length + 1}. Run it once for each.`);
  }
  const root = resolve(dir);
  const stats = statSync(root, { throwIfNoEntry: false });
  if (!stats) throw new UsageError(`There is no folder '${dir}'. Give the path of a folder that exists.`);
  if (!stats.isDirectory()) {
    throw new UsageError(`'${dir}' is a file. Give the folder that it is in: '${dirname(dir)}'.`);
  }
  return root;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
