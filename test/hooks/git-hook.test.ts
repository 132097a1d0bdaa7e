import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const finding = /clients\.ts[^]*3:\d+\s+error\s+.*us-east-1.*multi-region\/no-hardcoded-region/;

const pinned =
  "import { S3Client } from '@aws-sdk/client-s3';\n\nexport const s3 = new S3Client({ region: 'us-east-1' });\n";
const config = `import tsParser from '@typescript-eslint/parser';
import { defineConfig, globalIgnores } from 'eslint/config';
import multiRegion from 'eslint-plugin-multi-region';

export default defineConfig([
  globalIgnores(['vendor/']),
  { files: ['**/*.ts'], languageOptions: { parser: tsParser } },
  multiRegion.configs.recommended,
]);
`;

let repository: string;

beforeAll(() => {
  const built = join(root, 'eslint-plugin/dist/index.js');
  if (!existsSync(built)) throw new Error(`${built} is missing. Run "npm run build" first.`);
});

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'orders-'));
  symlinkSync(join(root, 'node_modules'), join(repository, 'node_modules'), 'junction');
  git('init', '--quiet');
  writeFileSync(join(repository, '.git/hooks/pre-commit'), hookOfTheReadme(), { mode: 0o755 });
  write('.gitignore', 'node_modules\n');
  write('eslint.config.mjs', config);
});

afterEach(() => {
  rmSync(repository, { recursive: true, force: true });
});

describe('the pre-commit hook of the README', () => {
  it('refuses a hard-coded region, says where, and lets the fix pass', () => {
    write('src/clients.ts', pinned);
    const refused = commit('src/clients.ts');
    expect(refused.status).not.toBe(0);
    expect(refused.output).toMatch(finding);
    expect(commits()).toBe(0);

    write('src/clients.ts', pinned.replace("'us-east-1'", 'process.env.AWS_REGION'));
    expect(commit('src/clients.ts')).toMatchObject({ status: 0 });
    expect(commits()).toBe(1);
  });

  it('lets an unrelated commit pass, with a pinned file lying about unstaged', () => {
    write('src/clients.ts', pinned);
    write('README.md', 'us-east-1\n');
    write('src/price.ts', 'export const vat = 0.19;\n');
    expect(commit('README.md')).toMatchObject({ status: 0 });
    expect(commit('src/price.ts', 'eslint.config.mjs')).toMatchObject({ status: 0 });
  });

  it('says nothing of a staged file that the ESLint config ignores', () => {
    write('vendor/clients.ts', pinned);
    const { status, output } = commit('vendor/clients.ts');
    expect(output).not.toMatch(/ignored|warning/i);
    expect(status).toBe(0);
  });

  it('reads names with spaces, and refuses them too', () => {
    write('src/our clients.ts', pinned);
    const { status, output } = commit('src/our clients.ts');
    expect(status).not.toBe(0);
    expect(output).toMatch(finding);
  });

  it('lets a deleted file go', () => {
    write('src/clients.ts', pinned);
    git('add', 'src/clients.ts');
    git('commit', '--quiet', '--no-verify', '--message', 'before the hook');
    rmSync(join(repository, 'src/clients.ts'));
    expect(commit('src/clients.ts')).toMatchObject({ status: 0 });
  });
});

/** The first shell block of the README that is a whole script. */
function hookOfTheReadme(): string {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const script = /^```sh\n(#!\/bin\/sh\n[^]*?)^```$/m.exec(readme)?.[1];
  if (script === undefined) throw new Error('README.md has no ```sh block that starts with #!/bin/sh.');
  return script;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), text);
}

/** Stages these paths and commits them through the hook. */
function commit(...paths: string[]): { status: number | null; output: string } {
  git('add', '--all', '--', ...paths);
  const { status, stdout, stderr } = runGit(['commit', '--message', 'a change']);
  return { status, output: stdout + stderr };
}

function commits(): number {
  const { status, stdout } = runGit(['rev-list', '--count', 'HEAD']);
  return status === 0 ? Number(stdout) : 0;
}

function git(...args: string[]): void {
  const { status, stderr } = runGit(args);
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
}

/** Runs git as a stranger to this machine's settings, and to a repository that this test may run inside of. */
function runGit(args: string[]) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const { error, ...result } = spawnSync('git', args, {
    cwd: repository,
    encoding: 'utf8',
    env: {
      ...Object.fromEntries(inherited),
      GIT_CONFIG_GLOBAL: devNull,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'A Developer',
      GIT_AUTHOR_EMAIL: 'developer@shop.example',
      GIT_COMMITTER_NAME: 'A Developer',
      GIT_COMMITTER_EMAIL: 'developer@shop.example',
      NO_COLOR: '1',
    },
  });
  if (error) throw error;
  return result;
}
