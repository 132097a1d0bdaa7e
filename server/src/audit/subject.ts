import { basename } from 'node:path';
import { runGit } from '../files/git/run-git.ts';

/** What a report is about, so that last month's can be told from today's. */
export interface Subject {
  /** Of the repository, or of the audited folder. */
  name: string;
  /** The day of the audit in UTC: `2026-11-28`. */
  date: string;
  /** The commit that is checked out; undefined outside of a repository. */
  commit: string | undefined;
  /** Where a place of the repository can be looked at, with `{path}` and `{line}`; undefined where nobody knows. */
  link: string | undefined;
  /** The audited folder seen from the root of the repository, with `/` and none at its end. */
  folder: string;
}

interface SubjectOptions {
  /** A template with `{path}` and `{line}`, or what a path is put behind; by default from the git remote. */
  link?: string | undefined;
  /** Whether git may be run. */
  usesGit?: boolean;
  now?: Date;
}

/**
 * Finds out what a folder is.
 *
 * @param root absolute
 * @param folder as `findRepositoryFolder` gives it
 */
export async function findSubject(
  root: string,
  folder: string,
  { link, usesGit = true, now = new Date() }: SubjectOptions = {},
): Promise<Subject> {
  const run = async (args: string[]) => {
    const text = usesGit ? (await runGit(args, root)).stdout?.trim() : undefined;
    return text === '' ? undefined : text;
  };
  const commit = await run(['rev-parse', '--verify', '--quiet', 'HEAD']);
  const remote = link === undefined && commit ? await run(['remote', 'get-url', 'origin']) : undefined;
  return {
    name: basename(root),
    date: now.toISOString().slice(0, 10),
    commit,
    link: link === undefined ? remote && linkOfRemote(remote, commit ?? '') : completeLink(link),
    folder,
  };
}

/** `https://github.com/o/r/blob/main/` -> `https://github.com/o/r/blob/main/{path}#L{line}` */
function completeLink(link: string): string {
  return link.includes('{path}') ? link : `${link.replace(/\/?$/u, '/')}{path}#L{line}`;
}

/**
 * How a hosting service shows a line of a file.
 *
 * @param remote the address that git fetches from: `git@github.com:o/r.git`, `https://gitlab.com/o/r`
 */
export function linkOfRemote(remote: string, commit: string): string | undefined {
  const [, sshHost, sshPath] =
    /^(?:ssh:\/\/)?git@([\w.-]+)(?::\d+\/|[:/])(.+?)(?:\.git)?\/?$/u.exec(remote) ?? [];
  const [, host = sshHost, path = sshPath] =
    /^https?:\/\/(?:[^@/]*@)?([\w.-]+(?::\d+)?)\/(.+?)(?:\.git)?\/?$/u.exec(remote) ?? [];
  // The rest of a name is not worth the risk: links stand in pages and tables.
  if (host === undefined || path === undefined || !/^[\w.~/-]+$/u.test(path)) return undefined;
  const base = `https://${host}/${path}`;
  if (/(?:^|\.)gitlab\./u.test(host)) return `${base}/-/blob/${commit}/{path}#L{line}`;
  if (/(?:^|\.)bitbucket\.org$/u.test(host)) return `${base}/src/${commit}/{path}#lines-{line}`;
  if (/(?:^|\.)dev\.azure\.com$/u.test(host)) return `${base}?path=/{path}&version=GC${commit}&line={line}`;
  if (/(?:^|\.)(?:github|gitea|codeberg|forgejo)\b/u.test(host))
    return `${base}/blob/${commit}/{path}#L{line}`;
  return undefined;
}

/** Where a place can be looked at. */
export function linkTo({ link, folder }: Subject, path: string, line: number): string | undefined {
  const whole = folder === '' ? path : `${folder}/${path}`;
  const encoded = whole
    .split('/')
    .map((part) => encodeURIComponent(part.replaceAll(/\p{Surrogate}/gu, '\uFFFD')))
    .join('/');
  return link?.replaceAll('{path}', encoded).replaceAll('{line}', String(line));
}

/** `shop, 2026-11-28, commit 1a2b3c4d5e6f` */
export function describeSubject({ name, date, commit }: Subject): string {
  return [name, date, ...(commit === undefined ? [] : [`commit ${commit.slice(0, 12)}`])].join(', ');
}
