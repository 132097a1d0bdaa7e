import { fixAll } from '../testing/memory-project.ts';

async function follow(text: string, id?: string, path = 'src/a.ts') {
  const choice = { kind: 'follow-deployment', ...(id === undefined ? {} : { id }) } as const;
  const { texts, plan } = await fixAll({ [path]: text }, choice);
  return { text: texts[path], done: plan.done.length, reasons: plan.refused.map(({ reason }) => reason) };
}

const header = "import { S3Client } from '@aws-sdk/client-s3';\n";

describe('follow-deployment', () => {
  it('drops the option of a client, for what is reported of both', async () => {
    expect(await follow(`${header}new S3Client({ region: 'us-east-1', maxAttempts: 2 });\n`)).toEqual({
      text: `${header}new S3Client({ maxAttempts: 2 });\n`,
      done: 2,
      reasons: [],
    });
  });

  it.each<[string, string, string]>([
    [
      'a statement that only pins',
      "AWS.config.update({ region: 'us-east-1' });\n\nconst sqs = new AWS.SQS();\n",
      'const sqs = new AWS.SQS();\n',
    ],
    [
      'an assignment that only pins',
      "const sqs = new AWS.SQS();\nAWS.config.region = 'us-east-1';\n",
      'const sqs = new AWS.SQS();\n',
    ],
    [
      'one between empty lines, in a function',
      "function open() {\n  log();\n\n  AWS.config.update({\n    region: 'us-east-1',\n  });\n\n  return new AWS.SQS();\n}\n",
      'function open() {\n  log();\n\n  return new AWS.SQS();\n}\n',
    ],
    [
      'the region beside other settings',
      "AWS.config.update({ region: 'us-east-1', maxRetries: 2 });\nnew AWS.SQS();\n",
      'AWS.config.update({ maxRetries: 2 });\nnew AWS.SQS();\n',
    ],
    [
      'nothing that a comment is about',
      "// whoever runs this\nAWS.config.update({ region: 'us-east-1' });\nnew AWS.SQS();\n",
      '// whoever runs this\nAWS.config.update({ region: process.env.AWS_REGION });\nnew AWS.SQS();\n',
    ],
    [
      'nothing that would leave an import without use',
      "AWS.config.update({ region: 'us-east-1' });\n",
      'AWS.config.update({ region: process.env.AWS_REGION });\n',
    ],
    [
      'nothing that is the body of a condition',
      "if (isLambda) AWS.config.update({ region: 'us-east-1' });\nnew AWS.SQS();\n",
      'if (isLambda) AWS.config.update({ region: process.env.AWS_REGION });\nnew AWS.SQS();\n',
    ],
  ])('takes the region out of the settings of SDK v2: %s', async (_name, before, after) => {
    const imports = "import AWS from 'aws-sdk';\n\n";
    expect(await follow(imports + before)).toMatchObject({ text: imports + after, reasons: [] });
  });

  it('reads the variable when that is wanted', async () => {
    expect(await follow(`${header}new S3Client({ region: 'us-east-1' });\n`, 'read')).toEqual({
      text: `${header}new S3Client({ region: process.env.AWS_REGION });\n`,
      done: 2,
      reasons: [],
    });
  });

  it('takes all findings of a file at once', async () => {
    const text = `${header}new S3Client({ region: 'us-east-1' });\nconst a = process.env.X || 'us-east-1';\nnew S3Client({ region: a });\n`;
    expect(await follow(text)).toEqual({
      text: `${header}new S3Client({ });\nconst a = process.env.X;\nnew S3Client({ region: a });\n`.replace(
        '{ }',
        '{}',
      ),
      done: 3,
      reasons: [],
    });
  });

  it('keeps the offsets of a file with a byte order mark', async () => {
    const { text } = await follow(`\uFEFF${header}new S3Client({ region: 'us-east-1' });\n`, 'read');
    expect(text).toBe(`\uFEFF${header}new S3Client({ region: process.env.AWS_REGION });\n`);
  });

  it('says why not', async () => {
    const { text, done, reasons } = await follow(
      `'use client';\n${header}new S3Client({ region: 'us-east-1' });\n`,
    );
    expect(text).toContain("region: 'us-east-1'");
    expect(done).toBe(0);
    expect(reasons).toHaveLength(2);
    for (const reason of reasons) expect(reason).toContain('browser');
  });
});
