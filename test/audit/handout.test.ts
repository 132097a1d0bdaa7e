import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../support/run-cli.ts';
import { recordRun } from '../support/recorded-run.ts';
import { createScratchRepository, type ScratchRepository } from '../support/scratch-repository.ts';

const client = (region: string) => `import { SQSClient } from '@aws-sdk/client-sqs';
export const handler = () => new SQSClient({ region: ${region} });
`;

let repository: ScratchRepository;

beforeEach(() => {
  repository = createScratchRepository();
  repository.git('init', '--quiet');
  repository.write({
    'src/send.ts': client("'us-east-1'"),
    'src/read.ts': client("process.env.QUEUE_REGION ?? 'us-east-1'"),
  });
  repository.git('add', '.');
  repository.git(
    '-c',
    'user.name=a',
    '-c',
    'user.email=a@example.com',
    'commit',
    '--quiet',
    '--message',
    'one',
  );
});
afterEach(() => {
  repository.remove();
});

const run = (...args: string[]) => runCli(args, { cwd: repository.root });

describe('multi-region runbook', () => {
  const args = ['runbook', '--region', 'us-east-1', '--output', 'runbook.md'];

  it('lists what stops and how it is moved', async () => {
    const { stdout, code } = await run('runbook', '--region', 'us-east-1', '--set', 'QUEUE_REGION=us-east-1');
    expect(stdout).toMatch(/^2 entry points import code that uses us-east-1\. /mu);
    expect(stdout).toMatch(/^SQS:\n\n- Lambda handler `src\/read\.ts`\n- Lambda handler `src\/send\.ts`$/mu);
    expect(stdout).toContain('- Set `QUEUE_REGION` (read in `src/read.ts:2`): SQS.');
    expect(stdout).toContain('- Edit `src/send.ts:2`: SQS.');
    expect(code).toBe(0);
  });

  it('says which variables move what falls back to the region, and what the deployment decides', async () => {
    repository.write({ 'src/open.ts': client('process.env.AWS_REGION') });
    const { stdout } = await run('runbook', '--region', 'us-east-1');
    expect(stdout).toContain(
      '- Set `QUEUE_REGION`; where it is not set, us-east-1 is used (`src/read.ts:2`): SQS.',
    );
    expect(stdout).toMatch(/^1 more place takes its region from where the code is deployed/mu);
    expect(stdout).toMatch(/control planes of IAM, Route 53 and CloudFront/u);
    repository.write({ 'src/send.ts': client("'eu-west-1'") });
    expect((await run('runbook', '--region', 'eu-west-1')).stdout).not.toMatch(/control planes/u);
  });

  it('leaves out what is global, unless the region is its home', async () => {
    const iam = (region: string) =>
      client(`'${region}'`).replaceAll('SQSClient', 'IAMClient').replace('client-sqs', 'client-iam');
    repository.write({ 'src/who.ts': iam('eu-west-1') });
    const { stdout } = await run('runbook', '--region', 'eu-west-1');
    expect(stdout).toContain('No place in the code depends on eu-west-1.');
    expect(stdout).not.toContain('who.ts');
  });

  it('follows imports into a Lambda layer', async () => {
    repository.write({
      'layers/base/queue.js':
        "import { SQSClient } from '@aws-sdk/client-sqs';\nexport const queue = new SQSClient({ region: 'eu-west-1' });\n",
      'src/put.js': "import { queue } from '/opt/queue';\nexport const handler = () => queue;\n",
    });
    const { stdout } = await run('runbook', '--region', 'eu-west-1');
    expect(stdout).toMatch(/^1 entry point imports [^]+^- Lambda handler `src\/put\.js`$/mu);
    // Which of two files is meant is for the template to say.
    repository.write({ 'layers/other/queue.js': 'export const queue = 1;\n' });
    expect((await run('runbook', '--region', 'eu-west-1')).stdout).toContain(
      '- `layers/base/queue.js`, which no other file imports',
    );
  });

  it('checks that it is up to date, and keeps what people wrote', async () => {
    expect((await run(...args, '--check')).code).toBe(1);
    await run(...args);
    const file = join(repository.root, 'runbook.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('and who does it:', 'and who does it: Ada'));
    expect((await run(...args, '--check')).code).toBe(0);
    repository.write({ 'src/other.ts': client("'us-east-1'") });
    const { code, stderr } = await run(...args, '--check');
    expect(stderr).toMatch(/runbook\.md is out of date/u);
    expect(code).toBe(1);
    await run(...args);
    expect(readFileSync(file, 'utf8')).toMatch(/src\/other\.ts[^]+who does it: Ada/u);
  });

  it.each([
    ['no region', ['runbook'], /needs --region/u],
    ['a region that there is not', ['runbook', '--region', 'us-est-1'], /Did you mean 'us-east-1'/u],
    ['nothing to check', ['runbook', '--region', 'us-east-1', '--check'], /--check needs --output/u],
  ])('exits with 2 for %s', async (_name, wrong, message) => {
    const { code, stderr } = await run(...wrong);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});

describe('multi-region brief', () => {
  it('counts what was found at a revision, and what is left', async () => {
    repository.write({ 'src/send.ts': client('process.env.QUEUE_REGION') });
    const { stdout, code } = await run('brief', '--since', 'HEAD');
    expect(stdout).toMatch(/\| Regions written into the code \| 1 \| 0 \|/u);
    expect(stdout).toMatch(/\| Places that name us-east-1 and try no other region \| 1 \| 0 \|/u);
    expect(stdout).toMatch(/^2 findings then, 1 now: 1 gone, 0 new\.$/mu);
    expect(stdout).toMatch(/^0 of 2 clients try a second region\.$/mu);
    expect(stdout).toContain('**Moving a region into configuration is not failover.**');
    expect(stdout).not.toContain('Tried with');
    expect(code).toBe(0);
  });

  it('looks at the same kinds of files then and now', async () => {
    repository.write({
      'template.yaml': [
        'AWSTemplateFormatVersion: 2010-09-09',
        'Resources:',
        '  Send:',
        '    Type: AWS::Lambda::Function',
        '    Properties:',
        '      Environment:',
        '        Variables:',
        '          ONE: !Sub https://sqs.${AWS::Region}.amazonaws.com',
        '          TWO: !Ref AWS::Region',
        '          THREE: https://dynamodb.us-east-1.amazonaws.com',
        '',
      ].join('\n'),
    });
    repository.git('add', '.');
    repository.git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-qm', 'two');
    const { stdout } = await run('brief', '--since', 'HEAD');
    expect(stdout).toMatch(/^3 findings then, 3 now: 0 gone, 0 new\.$/mu);
  });

  it('says what was tried in the region, and what was not', async () => {
    const record = recordRun({});
    repository.write({ 'runs.ndjson': `${JSON.stringify(record)}\n` });
    const { stdout } = await run('brief', '--since', 'HEAD', '--runs', 'runs.ndjson');
    expect(stdout).toMatch(/^\| dynamodb \| us-east-1 \| --down refuse \| passed;/mu);
    expect(stdout).toMatch(/^Never tried: sqs\.$/mu);
    const elsewhere = await run('brief', '--since', 'HEAD', '--region', 'eu-west-1', '--runs', 'runs.ndjson');
    expect(elsewhere.stdout).toContain('The record has no run that hit a service.');
  });

  it('says that git does not know the revision', async () => {
    const { code, stderr } = await run('brief', '--since', 'nowhere');
    expect(stderr).toMatch(/--since: git knows no revision 'nowhere'/u);
    expect(code).toBe(2);
  });
});

describe('multi-region audit --since', () => {
  it('says what is gone and what is new', async () => {
    repository.write({ 'src/send.ts': 'export const a = 1;\n' });
    const { stdout } = await run('audit', '--since', 'HEAD');
    expect(stdout).toMatch(/findings at HEAD \(\d{4}-\d\d-\d\d\), \d+ now: 1 gone, 0 new\./u);
    expect(stdout).toMatch(/^us-east-1 +1 +0$/mu);
  });
});

describe('several repositories', () => {
  it('make one report, whether they are audited in one run or merged', async () => {
    const other = createScratchRepository();
    try {
      other.write({ 'a.ts': client("'eu-west-1'"), 'b.rb': "r = 'eu-west-1'\n" });
      const formats = ['json', 'markdown', 'html', 'csv'];
      const reports = join(repository.root, 'reports');
      repository.write({ 'reports/.gitignore': '*\n' });
      const parts = [repository.root, other.root].map((root, index) => ({
        root,
        file: join(reports, `${index}.json`),
      }));
      for (const { root, file } of parts) await run('audit', root, '--format', 'json', '--output', file);
      for (const format of formats) {
        const whole = await run('audit', repository.root, other.root, '--format', format);
        const merged = await run('audit', 'merge', ...parts.map(({ file }) => file), '--format', format);
        expect(merged.stdout).toBe(whole.stdout);
        expect(whole.stdout).toContain('eu-west-1');
      }
      appendFileSync(join(repository.root, 'list.txt'), `${other.root} # the other\n`);
      const listed = await run('audit', '.', '--repositories', 'list.txt');
      expect(listed.stdout).toMatch(/^Repository +Findings/mu);
      const settings = (...names: string[]) => ({
        'multi-region.config.json': JSON.stringify({ repositories: ['.', ...names] }),
      });
      repository.write(settings(other.root));
      expect((await run('audit')).stdout).toMatch(/^Repository +Findings/mu);
      expect((await run('audit', '--no-config')).stdout).not.toMatch(/^Repository +Findings/mu);
      expect((await run('audit', '.')).stdout).not.toMatch(/^Repository +Findings/mu);
      repository.write(settings('nowhere'));
      expect(await run('audit')).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("repositories names 'nowhere', which is no folder") as string,
      });
    } finally {
      other.remove();
    }
  });
});
