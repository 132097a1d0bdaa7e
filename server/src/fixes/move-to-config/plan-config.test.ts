import { createMemoryProject, parse, fixAll, type Texts } from '../testing/memory-project.ts';
import { planEdits } from '../plan-edits.ts';
import type { EditPlan } from '../fix.ts';

const choice = { kind: 'move-to-config' } as const;

/** Moves all there is to move, and checks that the result parses and has nothing left that could be moved. */
async function move(texts: Texts, settings?: unknown): Promise<{ texts: Texts; plan: EditPlan }> {
  const result = await fixAll(texts, choice, { settings });
  for (const [path, text] of Object.entries(result.texts))
    if (/\.[cm]?[jt]sx?$/.test(path)) parse(text, path);
  const again = await fixAll(result.texts, choice, { settings });
  expect(again.plan.files).toEqual([]);
  expect(again.plan.done).toEqual([]);
  return result;
}

const log = { 'package.json': '{ "type": "module" }', 'src/log.ts': 'export const log = () => {};\n' };
const header = "import { S3Client } from '@aws-sdk/client-s3';\nimport { log } from './log.js';\n";
const added = "import { regions } from './config/regions.js';\n";

async function moveCode(code: string): Promise<string> {
  const { texts, plan } = await move({ ...log, 'src/a.tsx': `${header}\n${code}\n` });
  expect(plan.refused).toEqual([]);
  const text = texts['src/a.tsx'] ?? '';
  expect(text.startsWith(`${header}${added}\n`)).toBe(true);
  return text.slice(header.length + added.length + 1, -1);
}

describe('move-to-config', () => {
  it.each([
    ["new S3Client({ region: 'us-east-1' });", 'new S3Client({ region: regions.primary });'],
    [
      "const REGION = 'us-east-1';\nnew S3Client({ region: REGION });",
      'const REGION = regions.primary;\nnew S3Client({ region: REGION });',
    ],
    [
      "new S3Client({ region: process.env.AWS_REGION ?? 'us-east-1' });",
      'new S3Client({ region: regions.primary });',
    ],
    [
      "const region = process.env.UPLOAD_REGION || 'us-east-1';\nnew S3Client({ region });",
      'const region = regions.upload;\nnew S3Client({ region });',
    ],
    [
      "const make = (region = 'us-east-1') => new S3Client({ region });",
      'const make = (region = regions.primary) => new S3Client({ region });',
    ],
    [
      "class A {\n  region = 'us-east-1';\n  s3 = new S3Client({ region: this.region });\n}",
      'class A {\n  region = regions.primary;\n  s3 = new S3Client({ region: this.region });\n}',
    ],
    [
      "const REGION = 'us-east-1' as const;\nnew S3Client({ region: REGION });",
      'const REGION = regions.primary;\nnew S3Client({ region: REGION });',
    ],
    [
      'const App = () => <Upload region="us-east-1" client={new S3Client({ region: "us-east-1" })} />;',
      'const App = () => <Upload region="us-east-1" client={new S3Client({ region: regions.primary })} />;',
    ],
    [
      "await fetch('https://sqs.us-east-1.amazonaws.com/1/orders');",
      'await fetch(`https://sqs.${regions.primary}.amazonaws.com/1/orders`);',
    ],
    [
      'await fetch(`https://sqs.us-east-1.amazonaws.com/1/${name}`);',
      'await fetch(`https://sqs.${regions.primary}.amazonaws.com/1/${name}`);',
    ],
  ])('moves %s', async (before, after) => {
    expect(await moveCode(before)).toBe(after);
  });

  it('keeps comments, CRLF and a byte order mark, and adds one import for all', async () => {
    const text = `\uFEFF${header}\n/* eu */ new S3Client({ region: 'eu-west-1' /* Dublin */ }); // one\nnew S3Client({ region: 'eu-west-1' })`;
    const { texts } = await move({ ...log, 'src/a.ts': text.replaceAll('\n', '\r\n') });
    expect(texts['src/a.ts']).toBe(
      `\uFEFF${header}${added}\n/* eu */ new S3Client({ region: regions.primary /* Dublin */ }); // one\nnew S3Client({ region: regions.primary })`.replaceAll(
        '\n',
        '\r\n',
      ),
    );
  });

  it('takes one literal with several findings once', async () => {
    const { plan } = await move({ ...log, 'src/a.ts': `${header}new S3Client({ region: 'us-east-1' });\n` });
    expect(plan.done.map(({ ruleId }) => ruleId)).toEqual([
      'multi-region/require-client-failover',
      'multi-region/no-hardcoded-region',
    ]);
    expect(plan.files.map(({ label }) => label)).toContain('Read regions from src/config/regions.ts');
  });

  it('moves the literal of a client finding alone', async () => {
    const text = `${header}const REGION = 'us-east-1';\nnew S3Client({ region: REGION });\n`;
    const pick = (ruleId: string) => ruleId === 'multi-region/require-client-failover';
    const { texts, plan } = await fixAll({ ...log, 'src/a.ts': text }, choice, { pick });
    expect(plan.done).toHaveLength(1);
    expect(texts['src/a.ts']).toContain('const REGION = regions.primary;');
  });

  it.each([
    ["const euWestRegion = 'eu-west-1';", 'const euWestRegion = regions.primary;'],
    ["const promptForRegion = 'eu-west-1';", 'const promptForRegion = regions.primary;'],
    ["const bedrockRegion = 'eu-west-1';", 'const bedrockRegion = regions.bedrock;'],
    ["const region = process.env.AWS_DEFAULT_REGION ?? 'us-east-1';", 'const region = regions.primary;'],
  ])('names an entry after what it is for, not after its region: %s', async (before, after) => {
    const name = /const (\w+)/.exec(before)?.[1] ?? '';
    const use = `new S3Client({ region: ${name} });`;
    expect(await moveCode(`${before}\n${use}`)).toBe(`${after}\n${use}`);
  });

  it('calls the region primary that the usual variable is read for, however seldom', async () => {
    const text = `${header}new S3Client({ region: 'eu-west-1' });\nnew S3Client({ region: 'eu-west-1' });
new S3Client({ region: process.env.AWS_REGION ?? 'us-east-1' });\n`;
    const { texts } = await move({ ...log, 'src/a.ts': text });
    expect(texts['src/config/regions.ts']).toMatch(
      /get primary\(\): string \{\n.*process\.env\.AWS_REGION \?\? 'us-east-1'/,
    );
    expect(texts['src/config/regions.ts']).toContain("process.env.S3_REGION ?? 'eu-west-1'");
  });

  it('gives the plainest name to the region that is used most, whatever comes first', async () => {
    const file = (region: string) => `${header}new S3Client({ region: '${region}' });\n`;
    const texts = {
      ...log,
      'src/a.ts': file('eu-west-1'),
      'src/b.ts': file('us-east-1'),
      'src/c.ts': file('us-east-1'),
    };
    const { texts: result } = await move(texts);
    expect(result['src/a.ts']).toContain('regions.s3');
    expect(result['src/c.ts']).toContain('regions.primary');
  });

  it('names an entry after the constant', async () => {
    const code = `const REGION = 'us-east-1';\nconst MODEL_REGION = 'us-west-2';\nnew S3Client({ region: REGION });\nnew S3Client({ region: MODEL_REGION });`;
    expect(await moveCode(code)).toContain('const MODEL_REGION = regions.model;');
  });

  it('does not read a variable that is there for something else', async () => {
    const code = `const a = new S3Client({ region: process.env.SECRETS_REGION ?? 'us-east-1' });\nconst b = new S3Client({ region: 'us-east-1' });`;
    expect(await moveCode(code)).toBe(
      'const a = new S3Client({ region: regions.secrets });\nconst b = new S3Client({ region: regions.primary });',
    );
  });

  it('gives the same plan for any order of files and findings', async () => {
    const project = createMemoryProject({
      ...log,
      'src/a.ts': `${header}new S3Client({ region: 'eu-west-1' });\nnew S3Client({ region: 'us-east-1' });\n`,
      'src/b.ts': `${header}new S3Client({ region: 'ap-south-1' });\nfetch('https://sqs.us-west-2.amazonaws.com/1/a');\n`,
    });
    const targets = await project.lintAll();
    const reversed = targets
      .toReversed()
      .map(({ file, findings }) => ({ file, findings: findings.toReversed() }));
    const plans = await Promise.all(
      [targets, reversed].map((each) => planEdits(choice, each, project.context)),
    );
    expect(plans[1]).toEqual(plans[0]);
  });

  it('keeps what has to come first', async () => {
    const code = "new (require('@aws-sdk/client-s3').S3Client)({ region: 'us-east-1' });\n";
    const { texts } = await move({ 'a.js': `#!/usr/bin/env node\n'use strict';\n\n${code}` });
    expect(texts['a.js']).toMatch(
      /^#!\/usr\/bin\/env node\n'use strict';\n\nconst \{ regions \} = require\('\.\//,
    );
  });

  it('calls the import something else where the name is taken', async () => {
    expect(
      (
        await move({
          ...log,
          'src/a.ts': `${header}const regions = [];\nnew S3Client({ region: 'us-east-1' });\n`,
        })
      ).texts['src/a.ts'],
    ).toBe(
      `${header}import { regions as cloudRegions } from './config/regions.js';\nconst regions = [];\nnew S3Client({ region: cloudRegions.primary });\n`,
    );
  });

  it.each([
    ['import regions from', 'export default {'],
    ['import { regions } from', 'export const regions = {'],
  ])('reuses an entry of a module that is there: %s', async (statement, declaration) => {
    const module = `${declaration}\n  home: 'us-east-1',\n};\n`;
    const { texts, plan } = await move({
      ...log,
      'src/config/regions.ts': module,
      'src/a.ts': `${header}new S3Client({ region: 'us-east-1' });\n`,
    });
    expect(texts['src/config/regions.ts']).toBe(module);
    expect(plan.files.map(({ path }) => path)).toEqual(['/project/src/a.ts']);
    expect(texts['src/a.ts']).toBe(
      `${header}${statement} './config/regions.js';\nnew S3Client({ region: regions.home });\n`,
    );
  });

  it('takes a default import that is there already', async () => {
    const { texts } = await move({
      ...log,
      'src/config/regions.ts': "export default {\n  home: 'us-east-1',\n};\n",
      'src/a.ts': `${header}import places from './config/regions.js';\nnew S3Client({ region: 'us-east-1' });\n`,
    });
    expect(texts['src/a.ts']).toBe(
      `${header}import places from './config/regions.js';\nnew S3Client({ region: places.home });\n`,
    );
  });

  it('writes the expression of the settings', async () => {
    const regions = {
      expression: "config.get('regions.{name}')",
      import: { name: 'config', from: '#config' },
    };
    const { texts } = await move(
      { ...log, 'src/a.ts': `${header}new S3Client({ region: 'us-east-1' });\n` },
      { regions },
    );
    expect(texts['src/a.ts']).toBe(
      `${header}import { config } from '#config';\nnew S3Client({ region: config.get('regions.primary') });\n`,
    );
  });

  it.each([
    ['src/a.js', "process.env.AWS_REGION = 'us-east-1';\nrequire('./b');\n", /sets the environment/],
    ['src/a.js', "process.env.AWS_REGION ||= 'us-east-1';\nrequire('./b');\n", /sets the environment/],
    ['src/a.js', "AWS.config.update({ region: 'us-east-1' });\n", /script/],
    [
      'sst.config.ts',
      "export default $config({ app: () => ({ providers: { aws: { region: 'us-east-1' } } }) });\n",
      /SST/,
    ],
    [
      'src/lambda-edge/a.js',
      "const { S3Client } = require('@aws-sdk/client-s3');\nnew S3Client({ region: 'us-east-1' });\n",
      /CloudFront/,
    ],
    [
      'src/a.ts',
      "import { STSClient } from '@aws-sdk/client-sts';\nnew STSClient({ region: 'aws-global' });\n",
      /global endpoint/,
    ],
  ])('says why not: %s %s', async (path, text, reason) => {
    const { texts, plan } = await move({ [path]: text });
    expect(texts).toEqual({ [path]: text });
    expect(plan.done).toEqual([]);
    expect(plan.refused.length).toBeGreaterThan(0);
    for (const refusal of plan.refused) {
      expect(refusal.reason).toMatch(reason);
      expect(refusal.reason).toMatch(/^[A-Z'].*\.$/s);
    }
  });

  it('does not make the config module import itself through others', async () => {
    const { plan } = await move({
      ...log,
      'src/config/regions.ts':
        "import { home } from '../a.js';\nexport const regions = { home, other: 'us-west-2' };\n",
      'src/a.ts': `${header}export const home = process.env.HOME;\nnew S3Client({ region: 'us-east-1' });\n`,
    });
    expect(plan.files).toEqual([]);
    expect(new Set(plan.refused.map(({ reason }) => reason))).toEqual(
      new Set(['The config module imports this file, so this file cannot import the config module.']),
    );
  });
});
