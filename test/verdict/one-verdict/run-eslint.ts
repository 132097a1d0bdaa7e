import { execFile } from 'node:child_process';
import type { ESLint } from 'eslint';
import { join } from 'node:path';
import { show, toRelative } from './verdict.ts';

/** What ESLint says of a tree. */
export interface EslintOutcome {
  /** The findings of the plugin, sorted. */
  verdicts: string[];
  /** 2 when it broke down. */
  code: number;
  stderr: string;
}

/**
 * Runs the program `eslint` as a user does.
 *
 * @param tree absolute
 * @param cwd absolute; the folder that it is called in
 * @param eslint the package: by default what the tree has in its node_modules
 */
export function runEslint(
  tree: string,
  {
    cwd = tree,
    eslint = join(tree, 'node_modules/eslint'),
    args = [],
  }: { cwd?: string; eslint?: string; args?: string[] } = {},
): Promise<EslintOutcome> {
  const program = join(eslint, 'bin/eslint.js');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, '.', '--format', 'json', ...args],
      { cwd, maxBuffer: Infinity },
      (error, stdout, stderr) => {
        const results = stdout.startsWith('[') ? (JSON.parse(stdout) as ESLint.LintResult[]) : [];
        const verdicts = results.flatMap(({ filePath, messages }) =>
          messages
            .filter(({ ruleId }) => ruleId?.startsWith('multi-region/'))
            .map(({ severity, ruleId, line, column, endLine, endColumn, message }) =>
              show({
                path: toRelative(tree, filePath),
                line,
                column,
                endLine,
                endColumn,
                severity: severity === 2 ? 'error' : 'warn',
                ruleId: ruleId ?? '',
                message,
              }),
            ),
        );
        resolve({ verdicts: verdicts.sort(), code: Number(error?.code ?? 0), stderr });
      },
    );
  });
}
