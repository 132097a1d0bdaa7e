import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
    const archive = join(root, '.archive.tar');
    const made = await runGit(['archive', '--format=tar', `--output=${archive}`, commit], folder, {
      signal,
      readsFiles: true, // the filters of checking files out would run
    });
    if (made.stdout === undefined)
      throw new RevisionError(`git could not read '${revision}': ${made.problem}`);
    const bytes = readFileSync(archive);
    rmSync(archive);
    for (const { path, content } of readTar(bytes)) {
      if (!isWanted(path) || path.split('/').includes('..')) continue;
      const file = join(root, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  } catch (error) {
    remove();
    throw error;
  }
  const date = shown.stdout?.trim();
  return { root, commit, date: date === '' ? undefined : date, remove };
}

const block = 512;

/** The files of a tar archive as git writes it; folders and links are left out. */
export function* readTar(bytes: Buffer): Generator<{ path: string; content: Buffer }> {
  let longName: string | undefined;
  for (let at = 0; at + block <= bytes.length;) {
    const header = bytes.subarray(at, at + block);
    if (header[0] === 0) return;
    const size = parseInt(textIn(header, 124, 12), 8) || 0;
    const kind = String.fromCharCode(header[156] ?? 0);
    const content = bytes.subarray(at + block, at + block + size);
    at += block + Math.ceil(size / block) * block;
    if (kind === 'x') {
      longName = readPaxPath(content);
      continue;
    }
    const prefix = textIn(header, 345, 155);
    const name = textIn(header, 0, 100);
    if (kind === '0' || kind === '\0') {
      yield { path: longName ?? (prefix === '' ? name : `${prefix}/${name}`), content };
    }
    if (kind !== 'g') longName = undefined;
  }
}

function textIn(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field
    .subarray(0, end < 0 ? length : end)
    .toString('utf8')
    .trim();
}

/** `25 path=src/a long name.ts\n` */
function readPaxPath(content: Buffer): string | undefined {
  return /(?:^|\n)\d+ path=(.*)\n/u.exec(content.toString('utf8'))?.[1];
}
