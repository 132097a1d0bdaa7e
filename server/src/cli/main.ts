#!/usr/bin/env node
import { resolve } from 'node:path';
import { exists } from '../files/folders.ts';
import { findNearName } from './near-name.ts';
import { UsageError } from './usage-error.ts';
import { version } from './version.ts';
import { printableLines } from '../printing/printable.ts';

interface Command {
  /** @returns the exit code, or undefined while the process has work to do */
  run(args: string[]): Promise<number | undefined>;
}

// Loaded when called: an audit has no use for the language server, nor the server for the audit.
const commands = new Map<string, () => Promise<Command>>([
  ['audit', () => import('./audit.ts')],
  ['brief', () => import('./brief.ts')],
  ['chaos', () => import('./chaos.ts')],
  ['fix', () => import('./fix.ts')],
  ['init', () => import('./init.ts')],
  ['lsp', () => import('./lsp.ts')],
  ['runbook', () => import('./runbook.ts')],
]);

const help = `Usage: multi-region COMMAND [options]

Finds hard-coded cloud regions in JavaScript and TypeScript: the code that goes down
together with a region.

Commands:
  audit [dir]   report the findings of a folder, and which services it uses in which regions
  audit merge   put the reports of an audit's shards together
  chaos         make a region fail while a command runs, and say what recovered
  fix [dir]     move the regions of a folder into config
  init [dir]    add the rules to the ESLint config of a project, and a commit hook if wanted
  runbook [dir] say what to do when a region goes down, and check that it is up to date
  brief [dir]   say what has changed since a git revision, for those who decide
  lsp           serve findings and quick fixes to an editor

  --help        show this text; 'multi-region COMMAND --help' shows that of a command
  --version     show the version
`;

async function main([name, ...args]: string[]): Promise<number | undefined> {
  switch (name) {
    case '--help':
    case '-h':
      process.stdout.write(help);
      return 0;
    case 'help':
      return showHelp(args);
    case '--version':
    case '-v':
      process.stdout.write(`${version}\n`);
      return 0;
    case undefined:
      process.stderr.write(help);
      return 2;
  }
  const load = commands.get(name);
  if (!load) throw new UsageError(describeUnknown(name));
  const command = await load();
  return command.run(args);
}

/** `multi-region help audit` is `multi-region audit --help`. */
async function showHelp([name]: string[]): Promise<number | undefined> {
  if (name !== undefined && name !== 'help' && !name.startsWith('-')) return main([name, '--help']);
  process.stdout.write(help);
  return 0;
}

function describeUnknown(name: string): string {
  const isThere = exists(resolve(name));
  const near = isThere ? undefined : findNearName(name, [...commands.keys()]);
  if (near !== undefined) return `There is no command '${name}'. Did you mean 'multi-region ${near}'?`;
  return name.startsWith('-')
    ? `There is no option '${name}'. Run 'multi-region --help' for what there is.`
    : `There is no command '${name}'. Run 'multi-region ${isThere ? `audit ${name}` : '--help'}'.`;
}

// Whoever reads the output may have seen enough: `multi-region audit | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  const reason = error.code === 'ENOSPC' ? 'the disk is full' : error.message;
  process.stderr.write(`multi-region: the output could not be written: ${reason}.\n`);
  process.exit(2);
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const text =
    error instanceof UsageError ? error.message : `unexpected error, please report it: ${describe(error)}`;
  process.stderr.write(`multi-region: ${printableLines(text)}\n`);
  process.exitCode = 2;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
