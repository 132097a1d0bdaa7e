import { execFile } from 'node:child_process';
import { findRepository, hasPipes } from './find-repository.ts';
import { findProgram } from './find-program.ts';
import { createGitEnvironment, safeOptions } from './git-environment.ts';

export interface GitOptions {
  /** Ends git. */
  signal?: AbortSignal | undefined;
  /** Whether git compares the files on the disk, for which a repository may name programs (`filter.*`). */
  readsFiles?: boolean;
  /** Whether git is asked about its hooks, so that they have to be named as the repository has them. */
  asksForHooks?: boolean;
  /** What git reads from its standard input. */
  input?: string;
  /** `latin1` for output that is no text: each byte is a character of its number. */
  encoding?: 'latin1' | 'utf8';
  /** In characters; git is ended where it prints more. By default there is no limit. */
  largestOutput?: number;
}

/** What git printed, or why it printed nothing. */
export type GitResult =
  { stdout: string; stderr: string; problem: undefined } | { stdout: undefined; problem: string };

const longestRun = 60_000;

/**
 * Runs git in a folder, as outside any hook, so that neither the repository nor the environment make it run anything
 * else, ask anything over the network, or wait for ever.
 *
 * @param args the command and its arguments; what comes from outside goes after `--end-of-options` or `--`
 * @param folder absolute
 */
export async function runGit(
  args: readonly string[],
  folder: string,
  { readsFiles = false, asksForHooks = false, ...options }: GitOptions = {},
): Promise<GitResult> {
  const repository = findRepository(folder);
  if (repository && hasPipes(repository)) {
    return {
      stdout: undefined,
      problem: `a file of git in ${repository.top} is no file, but a pipe or a device.`,
    };
  }
  const git = findProgram('git');
  if (git === undefined) return { stdout: undefined, problem: 'git is not installed.' };
  const run = (own: readonly string[]) => execute(git, [...own, ...args], folder, options);
  const safe = asksForHooks ? withoutHooksPath(safeOptions) : safeOptions;
  if (!readsFiles) return run(safe);
  const filters = await listFilters(git, folder, options.signal);
  return typeof filters === 'string' ? { stdout: undefined, problem: filters } : run([...safe, ...filters]);
}

/** Options that make all filters of the configuration run nothing; or why there are none. */
async function listFilters(
  git: string,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<string[] | string> {
  const args = [...safeOptions, 'config', '--null', '--name-only', '--get-regexp', String.raw`^filter\.`];
  const { stdout, problem } = await execute(git, args, folder, { signal }, [1]); // 1: there are none
  if (stdout === undefined) return problem;
  const drivers = new Set(
    stdout.split('\0').flatMap((name) => /^(filter\.[^]+)\.[^.]+$/u.exec(name)?.[1] ?? []),
  );
  const options: string[] = [];
  for (const driver of drivers) {
    // git would take the rest of such a name for its value.
    if (driver.includes('=')) return `git has a filter with '=' in its name (${JSON.stringify(driver)}).`;
    for (const key of ['clean', 'smudge', 'process']) options.push('-c', `${driver}.${key}=`);
    options.push('-c', `${driver}.required=false`);
  }
  return options;
}

function withoutHooksPath(options: readonly string[]): string[] {
  const at = options.findIndex((option) => option.startsWith('core.hooksPath='));
  return options.toSpliced(at - 1, 2);
}

function execute(
  git: string,
  args: readonly string[],
  cwd: string,
  { signal, input, encoding = 'utf8', largestOutput = Infinity }: GitOptions,
  goodCodes: readonly number[] = [],
): Promise<GitResult> {
  return new Promise((resolve) => {
    const child = execFile(
      git,
      args,
      {
        cwd,
        env: createGitEnvironment(),
        encoding,
        maxBuffer: largestOutput,
        windowsHide: true,
        signal,
        timeout: longestRun,
        killSignal: 'SIGKILL',
      },
      (error, stdout, stderr) => {
        const isGood = !error || goodCodes.includes(Number(error.code));
        resolve(
          isGood
            ? { stdout, stderr, problem: undefined }
            : { stdout: undefined, problem: explain(error, stderr) },
        );
      },
    );
    child.stdin?.on('error', () => undefined); // git may end before it has read all
    child.stdin?.end(input);
  });
}

/** git's own words, where it has any: `fatal: detected dubious ownership in repository at '/x'` */
function explain(
  { killed, message }: { killed?: boolean | undefined; message: string },
  stderr: string,
): string {
  if (killed) return `git gave no answer within ${longestRun / 1000} s.`;
  const said = /^(?:fatal|error): (.+)$/mu.exec(stderr)?.[1];
  return `git says: ${said ?? message.split('\n')[0] ?? 'nothing'}`;
}
