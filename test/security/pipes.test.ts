import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCli } from '../support/run-cli.ts';
import { createCanary, type Canary } from './canary.ts';

let canary: Canary;
let root: string;

beforeEach(() => {
  canary = createCanary();
  ({ root } = canary);
  mkdirSync(join(root, 'src'), { recursive: true });
  writeFileSync(
    join(root, 'src/a.ts'),
    "import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = new S3Client({ region: 'us-east-1' });\n",
  );
  writeFileSync(join(root, 'package.json'), '{ "devDependencies": { "eslint": "10.0.0" } }\n');
  writeFileSync(join(root, 'tsconfig.json'), '{}\n');
});
afterEach(() => {
  canary.remove();
});

const names = [
  '.gitignore',
  'eslint.config.js',
  'multi-region.config.json',
  'multi-region.config.jsonc',
  'package.json',
  'tsconfig.json',
  'jsconfig.json',
  'pnpm-workspace.yaml',
  'lerna.json',
  'turbo.json',
  'serverless.yml',
  'template.yaml',
  'cdk.json',
  '.env.example',
  '.env',
  'src/config/regions.ts',
  '.prettierrc',
  '.editorconfig',
  '.lintstagedrc.json',
  '.husky/pre-commit',
  '.pre-commit-config.yaml',
  'lefthook.yml',
  'package-lock.json',
  'main.tf',
  'Dockerfile',
  'app.py',
  '.git',
];

const commands: readonly (readonly string[])[] = [
  ['audit', '--no-config', '.'],
  ['audit', '--no-config', '--region', 'us-east-1', '.'],
  ['audit', '.'],
  ['fix', '--dry-run', '--no-config', '.'],
  ['fix', '--dry-run', '.'],
  ['init', '--hook', '--dry-run', '.'],
];

function replace(name: string, make: (path: string) => void): void {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  make(path);
}

describe.each([
  ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
  [
    'a link to /dev/zero',
    (path: string) => {
      symlinkSync('/dev/zero', path);
    },
  ],
])('%s in the place of all configuration', (_what, make) => {
  it.each(commands.map((args) => [args.join(' '), args] as const))(
    'does not stop %s',
    async (_name, args) => {
      for (const name of names) replace(name, make);
      const { code, stderr } = await runCli([...args], { cwd: root, timeout: 25_000, killSignal: 'SIGKILL' });
      expect([0, 1, 2]).toContain(code);
      expect(stderr).not.toContain('report it');
    },
  );
});
