import { join, relative } from 'node:path';
import { exists } from '../files/folders.ts';
import { lineBreakOf } from '../parse/text-edit.ts';
import { findLocked } from './package-manager.ts';
import type { Project } from './project.ts';

const start = '# multi-region: refuses the commit while ESLint finds errors in the staged files.';
const end = '# multi-region: end';

/** The files that ESLint is asked about, as git's pathspecs. */
const pathspecs = ['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'mts', 'cts']
  .map((each) => `'*.${each}'`)
  .join(' ');

/**
 * Writes the lines of a shell hook that lint what is staged. Nothing but a finding ends the hook, so that they
 * can stand before what a user's hook does.
 */
export function writeBlock(project: Project): string[] {
  const subfolder = relative(project.repository ?? project.folder, project.folder).replaceAll('\\', '/');
  const scope = subfolder ? ` --relative=${quote(subfolder)}` : '';
  const lint = `xargs -0 ${eslintCommand(project)} --no-warn-ignored --pass-on-no-patterns --`;
  return [
    start,
    `git diff --cached${scope} --name-only --diff-filter=d -z -- \\`,
    `  ${pathspecs} |`,
    `  ${subfolder ? `(cd ${quote(subfolder)} && ${lint})` : lint} || exit 1`,
    end,
  ];
}

/** ESLint as it is started in the project's folder. */
export function eslintCommand({ folder, folders, packageManager }: Project): string {
  if (folders.some((each) => exists(join(each, '.pnp.cjs')))) return 'yarn eslint';
  const bin = 'node_modules/.bin/eslint';
  // In a workspace it may be installed at the top only.
  const installed = folders.find((each) => exists(join(each, bin)));
  const home = installed ?? (packageManager === 'pnpm' ? folder : (findLocked(folders) ?? folder));
  const path = join(relative(folder, home), bin).replaceAll('\\', '/');
  return /^[\w./@-]+$/u.test(path) ? path : quote(path);
}

/**
 * Puts the lines at the top of a hook, so that neither `exit` nor `exec` of the user's keeps them from running,
 * nor do they change how it ends.
 *
 * @returns undefined when the hook is no shell script
 */
export function insertBlock(hook: string, block: readonly string[]): string | undefined {
  const [, shebang = '', rest = ''] = /^(#![^\n]*(?:\n|$))?([^]*)$/u.exec(hook) ?? [];
  if (shebang && !/[/ ](?:ba|da|k|z)?sh\b/u.test(shebang)) return undefined;
  const eol = lineBreakOf(hook);
  const opening = shebang && !shebang.endsWith('\n') ? shebang + eol : shebang;
  return `${opening}${block.join(eol)}${eol}${rest}`;
}

/**
 * Whether a hook lints already: by these lines, or by its own.
 *
 * @param block what `writeBlock` gives; that of another package in the same repository does not count
 */
export function lintsAlready(hook: string, block: readonly string[]): boolean {
  const text = hook.replaceAll('\r\n', '\n');
  // The first two lines name the package; where its ESLint lies may have changed since.
  if (text.includes(block.slice(0, 2).join('\n'))) return true;
  const others = text.replaceAll(new RegExp(`^${start}\n[^]*?^${end}$`, 'gmu'), '');
  return others
    .split('\n')
    .some((line) => !line.trimStart().startsWith('#') && /eslint|lint-staged/u.test(line));
}

/** Quotes a path for a shell. */
function quote(path: string): string {
  return `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
