import plugin from 'eslint-plugin-multi-region';
import { azureLocation, findRegionForms } from 'eslint-plugin-multi-region/catalog';
import type { FixPlan } from '../mass-fix/fix-plan.ts';
import { planFix, type FixChoice } from '../mass-fix/plan-fix.ts';
import { plural } from '../printing/plural.ts';
import { showPath } from '../printing/show-path.ts';
import { formatPullRequest } from '../mass-fix/pull-request.ts';
import { runCommand, verifyChanges } from '../mass-fix/verify.ts';
import { formatSummary } from '../mass-fix/summary.ts';
import { listUncommitted } from '../mass-fix/uncommitted.ts';
import { formatChanges } from '../mass-fix/unified-diff.ts';
import { writeChanges, type WriteResult } from '../mass-fix/write-changes.ts';
import type { Notice } from '../files/notice.ts';
import { isSourceName } from '../files/source-names.ts';
import { createWorkspaceLinter } from '../eslint-config/workspace-linter.ts';
import { log } from './log.ts';
import { colorDiff, createColors } from './colors.ts';
import { findFolder } from './find-folder.ts';
import { createNoticeList } from './notice-list.ts';
import { parseChoice, parseOptions } from './parse-options.ts';
import { createProgressLine } from './progress-line.ts';
import { listenForStop, type StopRequest } from './stop-request.ts';
import { UsageError } from './usage-error.ts';
import { printableLines } from '../printing/printable.ts';

const help = `Usage: multi-region fix [dir] [options]

Moves the cloud regions that are written into JavaScript and TypeScript files into a config module, and says
what it left alone and why. 'dir' is the current folder by default. It looks at the files that 'audit' looks at.

Options:
  --dry-run         show the changes as a diff, and write nothing; 'git apply' takes the output
  --only RULE       only the findings of this rule, such as no-hardcoded-region; may be repeated
  --region REGION   only what is about this region, such as us-east-1; may be repeated
  --strategy NAME   'config' (default): regions move to the config module, and stay its defaults
                    'env': code takes its region from where it is deployed, as the rules suggest
  --require         entries of the config module have no default: a missing variable stops the
                    code that needs it, and is named
  --verify COMMAND  run this, such as 'npm test', before and after; where it fails with the edits
                    of a package, they are taken back
  --summary FORMAT  'text' (default) or 'markdown': the text of a pull request
  --no-config       run no code of the folder: the recommended preset and the default settings
                    are used, whatever its ESLint config says
  --quiet           say nothing but what went wrong
  --help            show this text

Exit codes: 0 fixed, or nothing to fix; 1 findings at the level 'error' are left; 2 could not run or write.
`;

/**
 * The command `fix`.
 *
 * @param args what follows its name
 * @returns the exit code
 * @throws UsageError when it could not run
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions('fix', {
    args,
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      'no-config': { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      quiet: { type: 'boolean', short: 'q', default: false },
      region: { type: 'string', multiple: true },
      require: { type: 'boolean', default: false },
      strategy: { type: 'string' },
      summary: { type: 'string', default: 'text' },
      verify: { type: 'string' },
      way: { type: 'string' }, // the name of --strategy in version 0.1
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const choice: FixChoice = {
    strategy: readStrategy(values.strategy, values.way),
    only: readRules(values.only),
    regions: readRegions(values.region),
  };
  const root = findFolder('fix', positionals);
  const isDry = values['dry-run'];
  const isQuiet = values.quiet;
  const summary = parseChoice('--summary', values.summary, ['markdown', 'text']);
  const { verify } = values;
  if (verify !== undefined && isDry)
    throw new UsageError('--verify needs the edits on the disk; leave --dry-run out.');
  const stop = listenForStop();

  const plan = await findPlan(root, choice, stop, {
    isQuiet,
    noConfig: values['no-config'],
    isRequired: values.require,
  });
  if (!plan) return stop.follow();
  const notices = createNoticeList(process.cwd(), log, "'multi-region audit --format json'");
  plan.notices.forEach(notices.show);
  notices.end();

  const asksGit = plan.changes.length > 0 && !isQuiet && !values['no-config'];
  const dirty = asksGit ? await listUncommitted(root) : new Set<string>();
  if (isDry) {
    const diff = formatChanges(plan.changes, root);
    // A patch has the lines as they are; what people read may not steer their terminal.
    process.stdout.write(colorDiff(process.stdout.isTTY ? printableLines(diff) : diff, createColors()));
  }
  if (verify !== undefined && plan.changes.length > 0 && !(await runCommand(verify, root))) {
    throw new UsageError(
      `--verify: '${verify}' fails before anything was changed, so it cannot tell what breaks. Nothing was written.`,
    );
  }
  const first = isDry
    ? { written: plan.changes, failed: [], left: [] }
    : await writeChanges(plan.changes, root, { signal: stop.signal });
  const { kept, takenBack } =
    verify === undefined
      ? { kept: first.written, takenBack: [] }
      : await verifyChanges(first.written, root, () => runCommand(verify, root));
  const result = { ...first, written: kept };
  for (const { folder, changes } of takenBack) {
    log(
      `multi-region: '${verify ?? ''}' fails with the edits of ${showPath(folder, process.cwd()) || '.'} (${plural(changes.length, 'file')}); they were taken back.`,
    );
  }
  for (const { message } of result.failed) log(`multi-region: ${message}`);
  if (!isQuiet) {
    // The diff has the standard output for itself.
    const stream = isDry ? process.stderr : process.stdout;
    const uncommitted = result.written.filter(({ path, before }) => before !== undefined && dirty.has(path));
    if (summary === 'markdown') stream.write(formatPullRequest(plan, result.written, choice.strategy));
    else
      stream.write(
        formatSummary(plan, result.written, uncommitted, {
          strategy: choice.strategy,
          isDry,
          cwd: process.cwd(),
          bold: createColors(stream).bold,
        }),
      );
  }
  if (result.left.length > 0) {
    log(
      `multi-region: stopped after ${result.written.length} of ${plan.changes.length} files; each is the old one or the new one. Run it again to do the rest.`,
    );
    return stop.follow();
  }
  return takenBack.length > 0 ? Math.max(1, decideExitCode(plan, result)) : decideExitCode(plan, result);
}

/** @returns undefined when somebody stopped it */
async function findPlan(
  root: string,
  choice: FixChoice,
  { signal }: StopRequest,
  { isQuiet, noConfig, isRequired }: { isQuiet: boolean; noConfig: boolean; isRequired: boolean },
): Promise<FixPlan | undefined> {
  const line = createProgressLine('Looking at files', process.stderr);
  const notices: Notice[] = [];
  const linter = createWorkspaceLinter({
    getRoot: () => root,
    isTrusted: () => !noConfig,
    notice: (notice) => notices.push(notice),
  });
  try {
    const plan = await planFix(root, choice, {
      linter,
      getSettings(path) {
        const settings = linter.getSettings(path);
        if (!isRequired) return settings;
        return { ...settings, regions: { ...settings.regions, missing: 'throw' } };
      },
      usesGit: !noConfig,
      onProgress: isQuiet ? undefined : line.show,
      signal,
    });
    return { ...plan, notices: [...notices, ...plan.notices] };
  } catch (error) {
    if (!signal.aborted) throw error;
    line.end();
    log('multi-region: stopped; nothing was written.');
    return undefined;
  } finally {
    line.end();
    await linter.dispose();
  }
}

function decideExitCode({ fileCount, notices, refused }: FixPlan, { failed }: WriteResult): number {
  const unread = new Set(notices.flatMap(({ kind, path }) => (kind === 'failed' ? path : [])));
  if (unread.size > 0 && [...unread].filter(isSourceName).length >= fileCount) {
    log('multi-region: none of the source files could be looked at; the messages above say why.');
    return 2;
  }
  if (failed.length > 0) return 2;
  return refused.some(({ finding }) => finding.severity === 'error') ? 1 : 0;
}

/** @throws UsageError for a strategy that there is not */
function readStrategy(strategy: string | undefined, way: string | undefined): FixChoice['strategy'] {
  if (strategy === undefined && way !== undefined)
    return parseChoice('--way', way, ['config', 'deployment']) === 'config' ? 'config' : 'env';
  return parseChoice('--strategy', strategy ?? 'config', ['config', 'env']);
}

function isRegion(name: string): boolean {
  return azureLocation(name) !== undefined || findRegionForms(name).some(({ form }) => form === 'region');
}

/** @throws UsageError for a region that no cloud has */
function readRegions(names: readonly string[] | undefined): Set<string> | undefined {
  if (names === undefined) return undefined;
  for (const name of names) {
    if (!isRegion(name)) throw new UsageError(`--region: no cloud has a region '${name}'.`);
  }
  return new Set(names);
}

/**
 * @param names short or full
 * @throws UsageError for a rule that there is not
 */
function readRules(names: readonly string[] | undefined): Set<string> | undefined {
  if (names === undefined) return undefined;
  const known = Object.keys(plugin.rules ?? {});
  return new Set(
    names.map((name) => {
      const short = name.replace(/^multi-region\//u, '');
      if (known.includes(short)) return `multi-region/${short}`;
      throw new UsageError(`--only: there is no rule '${name}'. There are ${known.join(', ')}.`);
    }),
  );
}
