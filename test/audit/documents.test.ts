import { ESLint } from 'eslint';
import { loadESLint } from 'eslint-v9';
import plugin from 'eslint-plugin-multi-region/infrastructure';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli } from '../support/run-cli.ts';

// Documents say where code runs. What is written into an artifact is a finding, what a descriptor says is a row.

const files = {
  'template.yaml': `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      Name: !Sub orders-\${AWS::Region}
      Arn: !Sub arn:aws:sqs:us-east-1:\${AWS::AccountId}:orders
      # eslint-disable-next-line multi-region/no-hardcoded-arn -- the vault is there only
      Vault: !Sub arn:aws:sqs:us-east-1:\${AWS::AccountId}:vault
`,
  'infra/variables.tf': 'variable "region" {}\nlocals {\n  at = var.region\n}\n',
  'infra/main.tf': 'resource "aws_sqs_queue" "q" {\n  arn = "arn:aws:sqs:eu-west-2:*:q"\n}\n',
  'infra/provider.tf': 'provider "aws" {\n  region = "eu-west-2"\n}\n',
  'serverless.yml': 'service: orders\nprovider:\n  name: aws\n  environment:\n    ORDERS_REGION: us-east-1\n',
  '.github/workflows/deploy-prod.yml':
    'jobs:\n  a:\n    steps:\n      - with:\n          aws-region: eu-west-2\n',
  'data.json': '{ "region": "us-east-1" }\n',
  'src/orders.ts': `import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = new S3Client({ region: 'us-west-2' });\n`,
};

const expected = [
  'infra/main.tf:2 multi-region/no-hardcoded-arn',
  'serverless.yml:5 multi-region/no-hardcoded-region',
  'template.yaml:7 multi-region/no-hardcoded-arn',
];

let root: string;

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-documents-')));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

interface Report {
  findings: { path: string; line: number; ruleId: string; message: string }[];
  deployments: {
    kind: string;
    region: string;
    environments: string[];
    places: { path: string; line: number }[];
  }[];
}

async function audit(): Promise<Report> {
  const { stdout } = await runCli(['audit', root, '--format', 'json', '--no-cache']);
  return JSON.parse(stdout) as Report;
}

describe('documents', () => {
  it('have findings in the audit, which name what the file follows elsewhere', async () => {
    const { findings } = await audit();
    const own = findings.filter(({ path }) => !path.startsWith('src/'));
    expect(own.map(({ path, line, ruleId }) => `${path}:${line} ${ruleId}`).sort()).toEqual(expected);
    expect(own.map(({ message }) => message)).toContain(
      'This template takes its region from AWS::Region in 1 place; here it is us-east-1.',
    );
  });

  it('have rows for what they are there to say', async () => {
    const { deployments } = await audit();
    const [first] = deployments;
    expect(first).toMatchObject({ kind: 'deploy', region: 'eu-west-2', environments: ['prod'] });
    expect(first?.places.map(({ path, line }) => `${path}:${line}`)).toEqual([
      '.github/workflows/deploy-prod.yml:5',
      'infra/provider.tf:2',
    ]);
  });

  it('and clients that disagree are said in one line', async () => {
    const { stdout } = await runCli(['audit', root, '--no-cache']);
    expect(stdout).toMatch(
      /^Deployed to eu-west-2 \(.*deploy-prod\.yml:5 and 1 more\); the code's clients: us-west-2\.$/m,
    );
  });

  it.each([
    ['ESLint 10', () => Promise.resolve(ESLint)],
    ['ESLint 9', () => loadESLint({ useFlatConfig: true }) as unknown as Promise<typeof ESLint>],
  ])('have the same findings in %s', async (_name, load) => {
    const Class = await load();
    const eslint = new Class({
      cwd: root,
      overrideConfigFile: true,
      overrideConfig: plugin.configs.infrastructure,
    });
    const results = await eslint.lintFiles(['.']);
    const found = results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, ruleId }) => `${filePath.slice(root.length + 1)}:${line} ${ruleId ?? ''}`),
    );
    expect(found.sort()).toEqual(expected);
  });
});
