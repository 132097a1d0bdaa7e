import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import parser from '@typescript-eslint/parser';
import { ESLint, Linter } from 'eslint';
import plugin from 'eslint-plugin-multi-region';
import { createParser } from '../../server/src/parse/parser.ts';

const require = createRequire(import.meta.url);
const oxlint = join(require.resolve('oxlint'), '../../bin/oxlint');
const root = join(import.meta.dirname, '../..');

const option = {
  autofix: true,
  replacement: {
    expression: { 'us-east-1': 'regions.primary', 'eu-west-1': 'regions.europe' },
    import: { name: 'regions', from: '#config/regions.js' },
  },
};
const fixable = [
  'no-hardcoded-arn',
  'no-hardcoded-endpoint',
  'no-hardcoded-region',
  'no-hardcoded-zone',
  'no-region-fallback',
];
const rules = Object.fromEntries(
  fixable.map((name) => [`multi-region/${name}`, ['error', option]]),
) as Record<string, Linter.RuleEntry>;

/** What the files of a project are, and what `--fix` makes of them. */
const files: Record<string, [before: string, after: string]> = {
  // Every rule, more than once: each of the fixes wants to add the import.
  'src/orders.ts': [
    `#!/usr/bin/env node
/* Copyright 2025 Orders Ltd. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';

const s3 = new S3Client({ region: 'us-east-1' }); // receipts
const db = new DynamoDBClient({ region: process.env.AWS_REGION ?? 'us-east-1' });
const sqs = new SQSClient({ region: 'eu-west-1', endpoint: 'https://sqs.eu-west-1.amazonaws.com' });
const asia = new S3Client({ region: 'ap-south-1' });

export async function place(order: string, region = process.env.ORDERS_REGION || 'us-east-1') {
  await sqs.send(new SendMessageCommand({ QueueUrl: 'https://sqs.us-east-1.amazonaws.com/1/orders', MessageBody: order }));
  await publish('arn:aws:sns:us-east-1:123456789012:orders', { availabilityZone: 'us-east-1a' });
  return { s3, db, asia, region };
}
`,
    `#!/usr/bin/env node
/* Copyright 2025 Orders Ltd. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
import { regions } from '#config/regions.js';

const s3 = new S3Client({ region: regions.primary }); // receipts
const db = new DynamoDBClient({ region: regions.primary });
const sqs = new SQSClient({ region: regions.europe, endpoint: \`https://sqs.\${regions.europe}.amazonaws.com\` });
const asia = new S3Client({ region: 'ap-south-1' });

export async function place(order: string, region = process.env.ORDERS_REGION || regions.primary) {
  await sqs.send(new SendMessageCommand({ QueueUrl: \`https://sqs.\${regions.primary}.amazonaws.com/1/orders\`, MessageBody: order }));
  await publish(\`arn:aws:sns:\${regions.primary}:123456789012:orders\`, { availabilityZone: \`\${regions.primary}a\` });
  return { s3, db, asia, region };
}
`,
  ],
  'src/receipts.cjs': [
    `'use strict'\r
\r
const { S3Client } = require("@aws-sdk/client-s3")\r
const { SESClient } = require("@aws-sdk/client-ses")\r
\r
exports.s3 = new S3Client({ region: "us-east-1" })\r
exports.ses = (regions) => new SESClient({ region: "eu-west-1", regions })\r
`,
    `'use strict'\r
\r
const { S3Client } = require("@aws-sdk/client-s3")\r
const { SESClient } = require("@aws-sdk/client-ses")\r
const { regions: cloudRegions } = require("#config/regions.js")\r
\r
exports.s3 = new S3Client({ region: cloudRegions.primary })\r
exports.ses = (regions) => new SESClient({ region: cloudRegions.europe, regions })\r
`,
  ],
  // What an inline comment switches off is neither moved nor imported for.
  'src/archive.ts': [
    `import { S3Client } from '@aws-sdk/client-s3';
import type { regions as Regions } from '#config/regions.js';

// eslint-disable-next-line multi-region/no-hardcoded-region -- the tax office reads it there
export const archive = new S3Client({ region: 'us-east-1' });
export const copies: Regions[] = [new S3Client({ region: 'us-east-1' })];
export const more = new S3Client({ region: 'us-east-1' });
`,
    `import { S3Client } from '@aws-sdk/client-s3';
import type { regions as Regions } from '#config/regions.js';
import { regions } from '#config/regions.js';

// eslint-disable-next-line multi-region/no-hardcoded-region -- the tax office reads it there
export const archive = new S3Client({ region: 'us-east-1' });
export const copies: Regions[] = [new S3Client({ region: regions.primary })];
export const more = new S3Client({ region: regions.primary });
`,
  ],
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'autofix-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [path, [before]] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), before);
  }
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const wanted = Object.fromEntries(Object.entries(files).map(([path, [, after]]) => [path, after]));

describe.each([
  ['eslint', /^10\./],
  ['eslint-v9', /^9\.39\./],
  ['eslint-v9-min', /^9\.15\./],
])('%s --fix', (name, version) => {
  const Engine = (require(name) as { ESLint: typeof ESLint }).ESLint;

  it('moves all regions in one run, with one import, and leaves what has no place', async () => {
    expect(Engine.version).toMatch(version);
    const first = await fix(Engine);
    expect(readFiles()).toEqual(wanted);
    expect(first).toEqual(['src/orders.ts multi-region/no-hardcoded-region']);

    expect(await fix(Engine)).toEqual(first);
    expect(readFiles()).toEqual(wanted);
  });
});

describe('with the parser of the language server, which makes no tokens', () => {
  it.each(Object.entries(files))('comes to the same: %s', (path, [before, after]) => {
    const config = {
      files: ['**/*.ts', '**/*.cjs'],
      languageOptions: { parser: createParser() },
      plugins: { 'multi-region': plugin },
      rules,
    };
    expect(new Linter().verifyAndFix(before, config, path).output).toBe(after);
  });
});

describe('oxlint --fix', () => {
  it('comes to the same in two runs', () => {
    let runs = 0;
    for (let before = {}; JSON.stringify(before) !== JSON.stringify(readFiles()); runs++) {
      before = readFiles();
      runOxlint();
    }
    expect(readFiles()).toEqual(wanted);
    // The first run adds the imports, the second replaces the rest, the third changes nothing.
    expect(runs).toBeLessThanOrEqual(3);
  });
});

/** Fixes the project; what is left, as `file rule`. */
async function fix(Engine: typeof ESLint): Promise<string[]> {
  const eslint = new Engine({
    cwd: folder,
    fix: true,
    overrideConfigFile: true,
    overrideConfig: [
      { files: ['**/*.ts'], languageOptions: { parser } },
      { files: ['**/*.ts', '**/*.cjs'], plugins: { 'multi-region': plugin }, rules },
    ],
  });
  const results = await eslint.lintFiles(['src']);
  await Engine.outputFixes(results);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ ruleId, message }) =>
        `${filePath.slice(folder.length + 1).replaceAll('\\', '/')} ${ruleId ?? message}`,
    ),
  );
}

function runOxlint(): void {
  const others = { plugins: [], categories: { correctness: 'off' } };
  const config = { ...others, jsPlugins: ['eslint-plugin-multi-region'], rules };
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify(config));
  const { stderr } = spawnSync(process.execPath, [oxlint, '--fix', 'src'], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
}

function readFiles(): Record<string, string> {
  return Object.fromEntries(
    Object.keys(files).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}
