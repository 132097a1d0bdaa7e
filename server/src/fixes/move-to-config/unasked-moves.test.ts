import { createMemoryProject, fixAll, type Texts } from '../testing/memory-project.ts';
import { planEdits } from '../plan-edits.ts';

const choice = { kind: 'move-to-config' } as const;

async function move(texts: Texts) {
  const { texts: after, plan } = await fixAll(texts, choice);
  return { after, reasons: [...new Set(plan.refused.map(({ reason }) => reason))] };
}

const publishedPackage = '{ "name": "mailer", "type": "module", "files": ["lib"] }';
const client = (region: string) =>
  `import { SQSClient } from '@aws-sdk/client-sqs';\nexport const queue = new SQSClient({ region: ${region} });\n`;

describe('a published package', () => {
  it('gets no module for one place', async () => {
    const texts = { 'package.json': publishedPackage, 'lib/a.js': client("'eu-west-1'") };
    const { after, reasons } = await move(texts);
    expect(after).toEqual(texts);
    expect(reasons).toEqual([expect.stringMatching(/published.*gain nothing/)]);
  });

  it('gets none for two places that have nothing in common', async () => {
    const texts = {
      'package.json': publishedPackage,
      'lib/a.js': client("'eu-west-1'"),
      'lib/b.js': client("'us-west-2'"),
    };
    expect((await move(texts)).after).toEqual(texts);
  });

  it('gets one that brings two places together', async () => {
    const { after, reasons } = await move({
      'package.json': publishedPackage,
      'lib/a.js': client("'eu-west-1'"),
      'lib/b.js': client("'eu-west-1'"),
    });
    expect(reasons).toEqual([]);
    expect(after['lib/config/regions.js']).toContain("primary: 'eu-west-1'");
  });

  it('gets one for a variable that it reads', async () => {
    const { after } = await move({
      'package.json': publishedPackage,
      'lib/a.js': client("process.env.QUEUE_REGION ?? 'eu-west-1'"),
    });
    expect(after['lib/config/regions.js']).toContain("process.env.QUEUE_REGION ?? 'eu-west-1'");
  });

  it('is asked in the editor', async () => {
    const project = createMemoryProject({
      'package.json': publishedPackage,
      'lib/a.js': client("'eu-west-1'"),
    });
    const plan = await planEdits(
      { ...choice, id: 'move-to-config' },
      await project.lintAll(),
      project.context,
    );
    expect(project.apply(plan)['lib/config/regions.js']).toContain("primary: 'eu-west-1'");
  });

  it('is not what `cdk init` makes', async () => {
    const { after } = await move({
      'package.json': '{ "name": "orders", "bin": { "orders": "bin/orders.js" }, "type": "module" }',
      'cdk.json': '{ "app": "npx tsx bin/orders.ts" }',
      'src/a.js': client("'eu-west-1'"),
    });
    expect(after['src/config/regions.js']).toMatch(/process\.env\.\w+ \?\? 'eu-west-1'/);
  });
});

const construct = (statement: string) =>
  `import { Construct } from 'constructs';\nimport * as iam from 'aws-cdk-lib/aws-iam';\n
export class Alarms extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    ${statement}
  }
}\n`;
const statement = "new iam.PolicyStatement({ resources: ['arn:aws:sns:eu-west-1:111122223333:pager'] });";

describe('a text in a CDK stack', () => {
  const app = { 'package.json': '{ "private": true }', 'cdk.json': '{}' };

  it('follows the stack', async () => {
    const { after } = await move({ ...app, 'lib/alarms.ts': construct(statement) });
    expect(after['lib/alarms.ts']).toContain('`arn:aws:sns:${Stack.of(this).region}:111122223333:pager`');
  });

  it.each([
    ['lib/__snapshots__/alarms.test.ts.snap', '"Resource": "arn:aws:sns:eu-west-1:111122223333:pager",'],
    ['test/__snapshots__/stack.test.ts.snap', '"Resource": "arn:aws:sns:eu-west-1:111122223333:pager",'],
    ['test/alarms.test.ts', "expect(topic).toBe('arn:aws:sns:eu-west-1:111122223333:pager');\n"],
  ])('stays where a test has it: %s', async (path, text) => {
    const texts = { ...app, 'lib/alarms.ts': construct(statement), [path]: text };
    const { after, reasons } = await move(texts);
    expect(after).toEqual(texts);
    expect(reasons).toEqual([`${path} states this text, so the test would fail: look at both together.`]);
  });

  it('stays where the program deploys to another region', async () => {
    const texts = {
      ...app,
      'lib/alarms.ts': construct(statement),
      'bin/app.ts':
        "import { App, Stack } from 'aws-cdk-lib';\nnew Stack(new App(), 'Pages', { env: { region: 'ap-south-1' } });\n",
    };
    const { after, reasons } = await move(texts);
    expect(after['lib/alarms.ts']).toBe(texts['lib/alarms.ts']);
    expect(reasons).toEqual([
      'The stack may be deployed to ap-south-1 (bin/app.ts:2), and this is in eu-west-1.',
    ]);
  });

  it('follows the stack where the program deploys to the same', async () => {
    const { after } = await move({
      ...app,
      'lib/alarms.ts': construct(statement),
      'bin/app.ts':
        "import { App, Stack } from 'aws-cdk-lib';\nnew Stack(new App(), 'Pages', { env: { region: 'eu-west-1' } });\n",
    });
    expect(after['lib/alarms.ts']).toContain('Stack.of(this).region');
  });

  it('stays where other code names the same', async () => {
    const texts = {
      ...app,
      'lib/alarms.ts': construct(statement),
      'functions/page.ts':
        "import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';\nconst sns = new SNSClient();\n" +
        "export const page = () => sns.send(new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-1:111122223333:pager' }));\n",
    };
    const { after, reasons } = await move(texts);
    expect(after['lib/alarms.ts']).toBe(texts['lib/alarms.ts']);
    expect(reasons).toEqual([expect.stringMatching(/^functions\/page\.ts names it too/)]);
  });
});

describe('a comment', () => {
  const refuse = async (code: string) =>
    (await move({ 'package.json': '{ "type": "module" }', 'src/a.js': code })).reasons;
  const imports =
    "import { SQSClient } from '@aws-sdk/client-sqs';\nimport { SNSClient } from '@aws-sdk/client-sns';\n";

  it('that says what another region would need is a reason', async () => {
    const code = `${imports}// in another region, add its account to the policy\nexport const a = new SQSClient({ region: 'eu-west-1' });\n`;
    expect(await refuse(code)).toEqual([expect.stringMatching(/comment beside it says why/)]);
  });

  it('is about all lines below it that have the region', async () => {
    const code = `${imports}// has to be in us-east-1\nexport const a = new SQSClient({ region: 'us-east-1' });\nexport const b = new SNSClient({ region: 'us-east-1' });\n`;
    expect(await refuse(code)).toEqual([expect.stringMatching(/comment beside it says why/)]);
  });

  it('is not about what stands further down', async () => {
    const code = `${imports}// has to be in us-east-1\nexport const a = new SQSClient({ region: 'us-east-1' });\n\nexport const b = new SNSClient({ region: 'us-east-1' });\n`;
    const { after } = await move({ 'package.json': '{ "type": "module" }', 'src/a.js': code });
    expect(after['src/a.js']).toContain("a = new SQSClient({ region: 'us-east-1' })");
    expect(after['src/a.js']).toContain('b = new SNSClient({ region: regions.primary })');
  });
});

describe('what is read already', () => {
  it.each([
    ["import { env } from 'node:process';\n", "env.QUEUE_REGION || 'eu-west-1'"],
    ["import { env as env } from 'process';\n", "(env.QUEUE_REGION as any) || 'eu-west-1'"],
  ])('is found by %s', async (imports, reader) => {
    const { after } = await move({
      'package.json': '{ "type": "module" }',
      'src/a.ts': imports + client(reader),
    });
    expect(after['src/config/regions.ts']).toContain("process.env.QUEUE_REGION || 'eu-west-1'");
    expect(after['src/a.ts']).toContain('region: regions.queue');
  });

  it('is not an object of that name', async () => {
    const { after } = await move({
      'package.json': '{ "type": "module" }',
      'src/a.ts': `import { env } from './env.js';\n${client("env.QUEUE_REGION || 'eu-west-1'")}`,
      'src/env.ts': 'export const env = {};\n',
    });
    expect(after['src/a.ts']).toContain('env.QUEUE_REGION || regions.');
  });

  it('is left in the declaration of an option that takes a list', async () => {
    const texts = {
      'package.json': '{ "type": "module" }',
      'src/a.ts':
        "import yargs from 'yargs';\nyargs().option('region', { type: 'array', default: ['eu-west-1'] });\n",
    };
    expect((await move(texts)).after).toEqual(texts);
  });
});

describe('the module of a program that describes infrastructure', () => {
  it('lies beside it, not in the code that is deployed', async () => {
    const { after } = await move({
      'package.json': '{ "private": true }',
      'tsconfig.json': '{ "include": ["src/**/*.ts", "infra/**/*"] }',
      'src/handler.ts': 'export const handler = () => {};\n',
      'infra/app.ts':
        "import { App, Stack } from 'aws-cdk-lib';\nnew Stack(new App(), 'orders', { env: { region: 'eu-west-1' } });\n",
    });
    expect(Object.keys(after)).toContain('infra/config/regions.ts');
  });
});

describe('turbo.json', () => {
  const workspace = {
    'package.json': '{ "private": true, "workspaces": ["apps/*"] }',
    'turbo.json': '{ "tasks": {} }\n',
  };

  it.each([
    ['apps/api', true],
    ['tools/deploy', false],
  ])('knows the variables of the packages that it runs: %s', async (folder, isKnown) => {
    const { after } = await move({
      ...workspace,
      [`${folder}/package.json`]: '{ "private": true, "type": "module" }',
      [`${folder}/src/a.ts`]: client("'eu-west-1'"),
    });
    expect(after[`${folder}/src/config/regions.ts`]).toContain('_REGION ??');
    expect(after['turbo.json']?.includes('globalEnv')).toBe(isKnown);
  });
});
