import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { runCli, type CliResult } from '../support/run-cli.ts';

const repository = join(import.meta.dirname, '../..');

/** Where the trees are that are fixed. */
export const fixtures = join(repository, 'test/fixtures/fix');

/** What a project of today does not commit. */
const ignored = ['.env', '.gitignore', 'dist', 'node_modules'];

/** A copy of a project, which can be edited, compiled and run with the packages of this repository. */
export interface ScratchProject {
  root: string;
  fix(...args: string[]): Promise<CliResult>;
  /** The files by their paths, without those that tools made. */
  readFiles(): Map<string, string>;
  /** Runs Node in a folder of the project, with no environment but this. */
  node(args: readonly string[], options?: { cwd?: string; env?: Record<string, string> }): string;
  /** What the `.env.example` of a folder says. */
  readExampleVariables(folder?: string): Record<string, string>;
  /** Compiles a folder, as its tsconfig.json says. */
  compile(folder?: string): void;
  remove(): void;
}

/** @param tree absolute: the folder to copy */
export function createScratchProject(tree: string): ScratchProject {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-fix-')));
  cpSync(tree, root, { recursive: true });
  writeFileSync(join(root, '.gitignore'), [...ignored, ''].join('\n'));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'), 'junction');

  function node(
    args: readonly string[],
    { cwd = '.', env = {} }: { cwd?: string; env?: Record<string, string> } = {},
  ): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: join(root, cwd),
      encoding: 'utf8',
      env: { AWS_EC2_METADATA_DISABLED: 'true', HOME: root, ...env },
    });
    if (status === 0) return stdout;
    throw new Error(`node ${args.join(' ')} ended with ${status ?? 'a signal'}:\n${stdout}${stderr}`);
  }

  return {
    root,
    node,
    fix: (...args) => runCli(['fix', ...args], { cwd: root }),
    readFiles() {
      const paths = readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
        .filter((path) => !path.split(sep).some((part) => ignored.includes(part)));
      return new Map(
        paths.sort().map((path) => [path.split(sep).join('/'), readFileSync(join(root, path), 'utf8')]),
      );
    },
    readExampleVariables(folder = '.') {
      const path = join(root, folder, '.env.example');
      if (!existsSync(path)) return {};
      const lines = readFileSync(path, 'utf8').matchAll(/^(\w+)=(.*)$/gmu);
      return Object.fromEntries(Array.from(lines, ([, name = '', value = '']) => [name, value]));
    },
    compile(folder = '.') {
      node([join(repository, 'node_modules/typescript-v7/bin/tsc'), '--project', folder]);
    },
    remove() {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
