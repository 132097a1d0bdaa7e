import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isInside } from '../inside.ts';
import { largestFile } from '../read-file.ts';
import { runGit } from './run-git.ts';

/** The files of a folder as they were at a revision. */
export interface PastFiles {
  /** Absolute; a folder of its own, outside of the repository. */
  root: string;
  /** The commit, and its day: `2026-11-01`. */
  commit: string;
  date: string | undefined;
  /** Removes the files. */
  remove(): void;
}

/** Why an old revision cannot be had: one sentence. */
export class RevisionError extends Error {}

/**
 * Writes the files of an old revision into a folder of their own. Nothing of the repository is run, and links are left
 * out.
 *
 * @param folder absolute
 * @param revision what git understands: `main`, `HEAD~3`, a hash
 * @param isWanted tells by its path whether a file is needed
 * @throws RevisionError when git does not know the revision
 */
export async function extractRevision(
  folder: string,
  revision: string,
  isWanted: (path: string) => boolean,
  signal?: AbortSignal,
): Promise<PastFiles> {
  const known = await runGit(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    folder,
    { signal },
  );
  const commit = known.stdout?.trim();
  // Of a revision that is not there, git says nothing.
  if (known.problem !== undefined && !known.problem.startsWith('git says: Command failed'))
    throw new RevisionError(known.problem);
  if (!commit) {
    throw new RevisionError(
      `git knows no revision '${revision}'. Check its name; in CI, fetch it first (a shallow clone has the last commit only).`,
    );
  }
  const shown = await runGit(['show', '--no-patch', '--format=%cs', commit], folder, { signal });
  const root = mkdtempSync(join(tmpdir(), 'multi-region-past-'));
  const remove = () => {
    rmSync(root, { recursive: true, force: true });
  };
  try {
    const files = (await listTree(folder, commit, signal)).filter(({ path }) => isWanted(path));
    if (files.reduce((sum, { size }) => sum + size, 0) > largestRevision)
      throw new RevisionError(`'${revision}' has more source files than can be compared.`);
    for (let at = 0; at < files.length; at += filesAtOnce) {
      await writeFiles(root, files.slice(at, at + filesAtOnce));
    }
  } catch (error) {
    remove();
    throw error;
  }
  const date = shown.stdout?.trim();
  return { root, commit, date: date === '' ? undefined : date, remove };

  async function writeFiles(to: string, files: readonly TreeFile[]): Promise<void> {
    // What the objects hold, as it is: no filter, no textconv and no attribute of the repository has a say.
    const { stdout, problem } = await runGit(['cat-file', '--batch'], folder, {
      signal,
      input: files.map(({ id }) => `${id}\n`).join(''),
      encoding: 'latin1',
    });
    if (stdout === undefined) throw new RevisionError(`git could not read '${revision}': ${problem}`);
    for (const [index, content] of [...readBatch(Buffer.from(stdout, 'latin1'))].entries()) {
      const path = join(to, files[index]?.path ?? '');
      // A tree may hold any name, and each system has its own that lead out of a folder.
      if (content === undefined || !isInside(to, path)) continue;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }
}

/** A file of a revision; paths are relative to the folder that is asked about. */
interface TreeFile {
  path: string;
  id: string;
  size: number;
}

const filesAtOnce = 200;
/** In bytes; a tree of a few objects may stand for any number of files. */
const largestRevision = 1024 * 1024 * 1024;
const largestList = 256 * 1024 * 1024;

/** Lists the regular files of a commit that are small enough to be read. */
async function listTree(
  folder: string,
  commit: string,
  signal: AbortSignal | undefined,
): Promise<TreeFile[]> {
  const args = ['ls-tree', '-r', '-z', '-l', commit];
  const { stdout, problem } = await runGit(args, folder, { signal, largestOutput: largestList });
  if (stdout === undefined)
    throw new RevisionError(`git could not list the files of '${commit}'. ${problem}`);
  return stdout.split('\0').flatMap((entry) => {
    const [, id = '', size = '', path = ''] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t([^]*)$/u.exec(entry) ?? [];
    return path === '' || Number(size) > largestFile ? [] : { path, id, size: Number(size) };
  });
}

/** The contents that `git cat-file --batch` prints, in its order; undefined for what is not there. */
export function* readBatch(bytes: Buffer): Generator<Buffer | undefined> {
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    if (end === -1) return;
    const [, size] = /^[0-9a-f]+ blob (\d+)$/u.exec(bytes.toString('latin1', at, end)) ?? [];
    at = end + 1;
    if (size === undefined) {
      yield undefined;
      continue;
    }
    yield bytes.subarray(at, at + Number(size));
    at += Number(size) + 1;
  }
}
