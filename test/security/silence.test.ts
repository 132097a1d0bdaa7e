import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../support/run-cli.ts';
import { createCanary, type Canary } from './canary.ts';

const client = "import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ region: 'us-east-1' });\n";

let canary: Canary;
let root: string;

beforeEach(() => {
  canary = createCanary();
  ({ root } = canary);
});
afterEach(() => {
  canary.remove();
});

it.each([
  '/* eslint multi-region/no-hardcoded-zone: [oops */',
  '/* eslint multi-region/no-hardcoded-zone: "nonsense" */',
  '/* eslint multi-region/there-is-no-such-rule: error */',
  '/* eslint-env multi-region/x */',
])('a broken comment hides nothing: %s', async (comment) => {
  writeFileSync(join(root, 'a.ts'), client.replace('\n', `\n${comment}\n`));
  writeFileSync(join(root, 'fine.ts'), 'export const a = 1;\n');
  const { code, stdout } = await runCli(['audit', '--no-config', '.'], { cwd: root });
  expect(code).toBe(1);
  expect(stdout).toContain('no-hardcoded-region');
});

it('says that a comment cannot be read', async () => {
  writeFileSync(join(root, 'a.ts'), `/* eslint multi-region/no-hardcoded-zone: [oops */\n${client}`);
  const { stderr } = await runCli(['audit', '--no-config', '.'], { cwd: root });
  expect(stderr).toContain('a.ts:1:1: A comment for ESLint counts for nothing');
});

it.each([
  ['a NUL in a comment', `${client}// \0\n`],
  ['a long line', `${client}// ${'x'.repeat(8000)}\n`],
  ['a long line, and empty ones', `// ${'x'.repeat(8000)}\n${client}${'\n'.repeat(100_000)}`],
  ['more than 1 MB', `${client}// ${'x\n//'.repeat(400_000)}\n`],
  ['a syntax error', `${client}const ;\n`],
])('--fail-on incomplete: %s is no all-clear', async (_what, text) => {
  writeFileSync(join(root, 'a.ts'), text);
  writeFileSync(join(root, 'fine.ts'), 'export const a = 1;\n');
  const { code, stderr } = await runCli(['audit', '--no-config', '--fail-on', 'incomplete', '.'], {
    cwd: root,
  });
  expect(code).toBe(1);
  expect(stderr).toContain('a.ts');
});

const template =
  'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  A:\n    Type: AWS::Lambda::Function\n    Properties:\n      Region: us-east-1\n';

it.each([
  ['brackets', 'a.yml', `${template}a: ${'[\n '.repeat(10_000)}${']\n '.repeat(10_000)}\n`],
  [
    'keys',
    'a.yml',
    `${template}${Array.from({ length: 150 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')}`,
  ],
  [
    'blocks',
    'main.tf',
    `${'a {\n'.repeat(200)}${'}\n'.repeat(200)}provider "aws" {\n  region = "us-east-1"\n}\n`,
  ],
  ['a long comment', 'main.tf', `provider "aws" {\n  region = "us-east-1"\n}\n${'# x\n'.repeat(300_000)}`],
])('--fail-on incomplete: %s hide nothing of a document', async (_what, name, text) => {
  writeFileSync(join(root, name), text);
  writeFileSync(join(root, 'fine.ts'), 'export const a = 1;\n');
  const { code, stderr } = await runCli(['audit', '--no-config', '--fail-on', 'incomplete', '.'], {
    cwd: root,
  });
  expect(code).toBe(1);
  expect(stderr).toContain(`${name}: `);
});
