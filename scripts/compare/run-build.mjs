import { spawnSync } from 'node:child_process';
import { commands } from './parts.mjs';

/**
 * Runs the command that a part needs, once for a folder.
 *
 * @param {string} bin of the build
 * @param {string} part
 * @param {{ cwd: string, noConfig: boolean, outputs: Map<string, string> }} options `outputs`: those of earlier runs
 * @returns {string} what it printed
 * @throws Error when it could not run
 */
export function runBuild(bin, part, { cwd, noConfig, outputs }) {
  const args = [bin, ...commands[part], ...(noConfig ? ['--no-config'] : [])];
  const key = [cwd, ...args].join('\0');
  const known = outputs.get(key);
  if (known !== undefined) return known;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  // Findings, and findings that stay, are exit code 1.
  if (error || (status !== 0 && status !== 1)) {
    throw new Error(`${args.join(' ')} in ${cwd}: exit code ${status}\n${error?.message ?? stderr}`);
  }
  outputs.set(key, stdout);
  return stdout;
}
