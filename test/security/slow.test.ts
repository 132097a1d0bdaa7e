import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCli } from '../support/run-cli.ts';
import { createCanary, type Canary } from './canary.ts';

const client =
  "import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = new S3Client({ region: 'us-east-1' });\n";

let canary: Canary;
let root: string;

beforeEach(() => {
  canary = createCanary();
  ({ root } = canary);
  write({ 'package.json': '{ "type": "module" }\n', 'src/a.ts': client });
});
afterEach(() => {
  canary.remove();
});

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const commented = '    // "strict": true,      /* off for now */\n';
const fix = ['fix', '--dry-run', '--no-config', '.'];
const impact = ['audit', '--no-config', '--region', 'us-east-1', '.'];
const audit = ['audit', '--no-config', '.'];

// Each of these took more than ten seconds, most of them for ever. What is slow here is the machine.
it.each<[string, readonly string[], Record<string, string>]>([
  [
    'a tsconfig.json with comments',
    fix,
    {
      'tsconfig.json': `{\n  "compilerOptions": {\n${commented.repeat(100)}    "target": "es2022"\n  }\n}\n`,
    },
  ],
  ['a document of services', audit, { 'a.yml': `${'service:\n'.repeat(100_000)}a: us-east-1\n` }],
  [
    'a template with thousands of keys',
    audit,
    {
      'a.json': `{"AWSTemplateFormatVersion":"2010-09-09","Resources":{"A":{"Type":"AWS::Lambda::Function","Properties":{${Array.from({ length: 8000 }, (_, index) => `"region${index}":"us-east-1"`).join(',\n')}}}}}`,
    },
  ],
  [
    'a template with a list of thousands',
    audit,
    {
      'a.template.json': `{"Resources":{"A":{"Type":"AWS::Lambda::Function","Properties":{"l":[${Array.from({ length: 8000 }, (_, index) => `"arn:aws:sqs:us-east-1:123456789012:q${index}"`).join(',\n')}]}}}}`,
    },
  ],
  [
    'a module with thousands of variables and zones',
    audit,
    {
      'main.tf': `${Array.from({ length: 5000 }, (_, index) => `variable "aws${index}_region" {\n  default = "us-east-1"\n}\nresource "aws_x" "x${index}" {\n  region = var.aws${index}_region\n}`).join('\n')}\nlocals {\n  zones = [${'"us-east-1a", '.repeat(8000)}]\n}\n`,
    },
  ],
  [
    'a module of thousands of files',
    audit,
    Object.fromEntries(
      Array.from({ length: 800 }, (_, index) => [
        `tf/f${index}.tf`,
        `resource "aws_x" "x${index}" {\n  region = "us-east-1"\n}\n`,
      ]),
    ),
  ],
  [
    'a script of one line',
    audit,
    { 'a.sh': `${'x\n'.repeat(3000)}${'AWS_REGION=us-east-1 '.repeat(40_000)}` },
  ],
  [
    'a script of one name',
    audit,
    { 'a.sh': `${'x\n'.repeat(3000)}us-east-1 \${${'REGION'.repeat(100_000)}` },
  ],
  [
    'partitions behind each other',
    audit,
    {
      'src/b.ts': Array.from(
        { length: 8000 },
        (_, index) => `f(\`arn:aws:sqs:\${region}:1:q${index}\`, 'us-east-1');`,
      ).join('\n'),
    },
  ],
  [
    'one variable with thousands of values and uses',
    audit,
    {
      'src/b.ts': `${client}let region = '';\n${"region = 'us-east-1';\n".repeat(8000)}${'new S3Client({ region });\n'.repeat(4000)}`,
    },
  ],
  [
    'a tsconfig.json with carriage returns',
    fix,
    { 'tsconfig.json': `{ "a": 1,${'// /* */\r'.repeat(100)} x` },
  ],
  [
    'a serverless.yml of spaces',
    impact,
    { 'serverless.yml': `functions:\n${'\n'.repeat(3000)}${'\t'.repeat(3000)}-` },
  ],
  [
    'a turbo.json with a pattern of stars',
    fix,
    {
      'turbo.json': JSON.stringify({ globalEnv: [`${'A*'.repeat(40)}C`] }),
      'src/b.ts': `import { S3Client } from '@aws-sdk/client-s3';\nconst ${'A'.repeat(200)}_REGION = 'eu-west-1';\nexport const b = new S3Client({ region: ${'A'.repeat(200)}_REGION });\n`,
    },
  ],
  [
    'a statement with much white space',
    fix,
    { 'src/a.ts': `const a = 1${'\t'.repeat(4000)}${'\n'.repeat(4000)}+ 2;\n${client}` },
  ],
  ['a source file of empty lines', fix, { 'src/a.js': client + '\n'.repeat(300_000) }],
  ['an example of empty lines', fix, { '.env.example': '\n'.repeat(300_000) }],
  ['unfinished comments behind imports', impact, { 'src/b.ts': `${client}${'from/*(\n'.repeat(100_000)}` }],
  [
    'long keys',
    audit,
    {
      'src/b.js': `${client}f({ '${'REGIONAL'.repeat(50_000)}-': 'us-east-1' });${'\n'.repeat(2000)}f({ '${'REGIONAL'.repeat(50_000)}+': 'us-east-1' });`,
    },
  ],
])('%s', async (_what, args, files) => {
  write(files);
  const { code, stderr } = await runCli([...args], { cwd: root, timeout: 25_000, maxBuffer: 1e9 });
  expect([0, 1]).toContain(code);
  expect(stderr).not.toContain('report it');
});

it.each([
  ['ARNs', (index: number) => `sqs('arn:aws:sqs:us-east-1:123456789012:q${index}');`],
  ['clients', (index: number) => `export const c${index} = new S3Client({ region: 'us-east-1' });`],
])('thousands of %s in one file', async (_what, line) => {
  const lines = Array.from({ length: 6000 }, (_, index) => line(index));
  write({ 'src/b.ts': `import { S3Client } from '@aws-sdk/client-s3';\n${lines.join('\n')}\n` });
  const { code } = await runCli(audit, { cwd: root, timeout: 25_000, maxBuffer: 1e9 });
  expect(code).toBe(1);
});
