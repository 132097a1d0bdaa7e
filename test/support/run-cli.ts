import { execFile, type ExecFileOptions } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The command line as it is shipped; `npm run build` makes it. Another build, to see what a test says of that. */
export const cli =
  process.env.MULTI_REGION_TEST_CLI ?? join(import.meta.dirname, '../../server/dist/multi-region.js');

/** No colours, and no results kept in the cache of whoever runs the tests. */
const quiet = {
  FORCE_COLOR: undefined,
  NO_COLOR: undefined,
  XDG_CACHE_HOME: join(tmpdir(), 'multi-region-test-cache'),
};

export interface CliResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the built command line with Node, without colours unless `env` says otherwise. */
export function runCli(
  args: string[],
  { env, ...options }: ExecFileOptions & { file?: string } = {},
): Promise<CliResult> {
  const { file = cli, ...others } = options;
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [file, ...args],
      {
        ...others,
        env: { ...process.env, ...quiet, ...env },
        encoding: 'utf8',
      },
      (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number')
          reject(new Error(`multi-region ${args.join(' ')}: ${error.message}`));
        else resolve({ code: Number(error?.code ?? 0), stdout, stderr });
      },
    );
  });
}
