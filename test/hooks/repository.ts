import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cli } from '../support/run-cli.ts';

const root = join(import.meta.dirname, '../..');

/** What ESLint says of `pinned`, wherever its output goes. */
export const finding = /clients\.js[^]*3:\d+\s+error\s+.*us-east-1.*multi-region\/no-hardcoded-region/;

/** A file that must not be committed. */
export const pinned =
  "import { S3Client } from '@aws-sdk/client-s3';\n\nexport const s3 = new S3Client({ region: 'us-east-1' });\n";

/** The same file, mended. */
export const mended = pinned.replace("'us-east-1'", 'process.env.AWS_REGION');

/** No parser for TypeScript: it takes longer to load than all the rest. */
const config = `import { defineConfig, globalIgnores } from 'eslint/config';
import multiRegion from 'eslint-plugin-multi-region';

export default defineConfig([
  globalIgnores(['vendor/']),
  multiRegion.configs.recommended,
]);
`;

export interface Result {
  status: number | null;
  output: string;
}

/** A git repository with an ESLint config, where the packages of this repository are installed. */
export class Repository {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'orders-')));

  /** @param home the folder of the package, from the top of the repository */
  constructor(home = '.') {
    for (const built of [join(root, 'eslint-plugin/dist/index.js'), cli]) {
      if (!existsSync(built)) throw new Error(`${built} is missing. Run "npm run build" first.`);
    }
    this.run('git', 'init', '--quiet');
    this.write('.gitignore', 'node_modules\n');
    this.write(join(home, 'package.json'), '{ "private": true }\n');
    this.write(join(home, 'eslint.config.mjs'), config);
    symlinkSync(join(root, 'node_modules'), join(this.folder, home, 'node_modules'), 'junction');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  write(path: string, text: string, mode = 0o644): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text, { mode });
  }

  /** Stages these paths and commits them through the hooks. */
  commit(...paths: string[]): Result {
    this.run('git', 'add', '--all', '--', ...paths);
    return this.try('git', 'commit', '--message', 'a change');
  }

  /** The number of commits. */
  commits(): number {
    const { status, output } = this.try('git', 'rev-list', '--count', 'HEAD');
    return status === 0 ? Number(output) : 0;
  }

  /** Runs the built command line; throws unless it ends with 0. */
  init(...args: string[]): string {
    return this.run(process.execPath, cli, 'init', ...args);
  }

  /**
   * Runs a program to its end.
   *
   * @returns its output
   * @throws unless it ends with 0
   */
  run(program: string, ...args: string[]): string {
    const { status, output } = this.try(program, ...args);
    if (status !== 0)
      throw new Error(`${program} ${args.join(' ')} ended with ${status ?? 'a signal'}: ${output}`);
    return output;
  }

  /** Runs a program as a stranger to this machine's settings, and to a repository that this test may run inside of. */
  try(program: string, ...args: string[]): Result {
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(?:GIT_|HUSKY|SKIP$|NODE_ENV$|VITEST)/.test(name),
    );
    const { error, status, stdout, stderr } = spawnSync(program, args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: {
        ...Object.fromEntries(inherited),
        GIT_CONFIG_GLOBAL: devNull,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'A Developer',
        GIT_AUTHOR_EMAIL: 'developer@shop.example',
        GIT_COMMITTER_NAME: 'A Developer',
        GIT_COMMITTER_EMAIL: 'developer@shop.example',
        // Where the program pre-commit keeps its own files.
        PRE_COMMIT_HOME: join(this.folder, '.git/pre-commit-home'),
        // What another test runner or terminal asked for does not matter here.
        FORCE_COLOR: undefined,
        NO_COLOR: '1',
      },
    });
    if (error) throw error;
    return { status, output: stdout + stderr };
  }
}
