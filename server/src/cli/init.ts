import { resolve } from 'node:path';
import { confirm } from '../init/confirm.ts';
import { planSetUp, type Plan } from '../init/plan.ts';
import { runInstall } from '../init/run-install.ts';
import { SetUpError } from '../init/set-up-error.ts';
import { showPath } from '../printing/show-path.ts';
import { applyChange, formatDiff } from '../files/file-change.ts';
import { FileError } from '../files/file-error.ts';
import { findRealPath, isFolder } from '../files/folders.ts';
import { colorDiff, createColors } from './colors.ts';
import { parseOptions } from './parse-options.ts';
import { UsageError } from './usage-error.ts';
import { printable, printableLines } from '../printing/printable.ts';

const help = `Usage: multi-region init [dir] [options]

Adds the rules to the ESLint config of a project, or writes one. 'dir' is the current folder by default.
Shows the change as a diff and asks before anything is written.

Options:
  --hook      also add a commit hook: with lint-staged, husky or plain git, as the project has it
  --yes       write without asking
  --dry-run   show the change only
  --install   install the packages that are missing, with the project's package manager
  --help      show this text

Exit codes: 0 set up or shown, 1 something is left to do by hand, 2 could not run.
`;

/**
 * The command `init`.
 *
 * @param args what follows its name
 * @returns the exit code
 * @throws UsageError when it could not run
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions('init', {
    args,
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      hook: { type: 'boolean', default: false },
      install: { type: 'boolean', default: false },
      yes: { type: 'boolean', short: 'y', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const isDry = values['dry-run'];
  if (isDry && (values.yes || values.install)) {
    throw new UsageError(
      `--dry-run writes nothing: leave it out, or leave out ${values.yes ? '--yes' : '--install'}.`,
    );
  }
  const folder = findFolder(positionals);
  try {
    const plan = await planSetUp(folder, { withHook: values.hook });
    show(plan);
    const isLeft = plan.byHand.length > 0 ? 1 : 0;
    const { changes, install } = plan;
    if (isDry || (changes.length === 0 && install === undefined)) return isLeft;
    if (!(await isWanted(plan, values))) return isLeft;

    for (const change of changes) applyChange(change, change.within ?? plan.root);
    if (changes.length > 0) print(`Wrote ${changes.map(({ path }) => name(path)).join(', ')}.\n`);
    const problem = values.install && install ? runInstall(install, folder) : undefined;
    if (problem === undefined) return isLeft;
    process.stderr.write(`multi-region: ${problem}\n`);
    return 1;
  } catch (error) {
    if (error instanceof SetUpError || error instanceof FileError) throw new UsageError(error.message);
    throw error;
  }
}

function findFolder([dir = '.', ...others]: string[]): string {
  if (others.length > 0) throw new UsageError(`init takes one folder, but got ${others.length + 1}.`);
  const path = resolve(dir);
  if (!isFolder(path)) {
    throw new UsageError(
      `There is no folder '${dir}'. Give the folder with the package.json of your project.`,
    );
  }
  return findRealPath(path) ?? path;
}

/** Prints what was found and what would be done. */
function show({ found, changes, present, byHand, install, hints }: Plan): void {
  const colors = createColors();
  print(`Found: ${found.join(', ')}.\n\n`);
  for (const path of present) print(`${name(path)} has it already.\n`);
  for (const change of changes) {
    const diff = formatDiff(change, name(change.path));
    // In a pipe it is a patch, to the byte.
    print(`${colorDiff(process.stdout.isTTY ? printableLines(diff) : diff, colors)}\n`);
  }
  for (const { path, what, lines } of byHand) {
    print(`By hand, in ${colors.bold(name(path))}: ${what}${lines.length > 0 ? ':' : '.'}\n`);
    print(lines.map((line) => `    ${printable(line)}\n`).join(''));
    print('\n');
  }
  if (install) print(`Missing packages; this installs them:\n    ${install.join(' ')}\n\n`);
  for (const hint of hints) print(`${hint}\n`);
  if (changes.length === 0 && byHand.length === 0 && !install) print('There is nothing to do.\n');
}

async function isWanted(
  { changes }: Plan,
  { yes, install }: { yes: boolean; install: boolean },
): Promise<boolean> {
  if (yes) return true;
  if (changes.length === 0 && !install) return false;
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    print(`Nothing was written. Run it again with --yes.\n`);
    return false;
  }
  const question = changes.length === 0 ? 'Install?' : install ? 'Write and install?' : 'Write?';
  const isAgreed = await confirm(question, { input: process.stdin, output: process.stdout });
  if (!isAgreed) print('Nothing was written.\n');
  return isAgreed;
}

function name(path: string): string {
  return showPath(path, process.cwd()).replaceAll('\\', '/');
}

function print(text: string): void {
  process.stdout.write(text);
}
