import { fixAll } from '../testing/memory-project.ts';

async function disable(text: string, path = 'src/file.tsx'): Promise<string> {
  const choice = { kind: 'disable-line' } as const;
  const { texts, plan } = await fixAll({ [path]: text }, choice);
  expect(plan.refused).toEqual([]);
  expect(plan.done.length).toBeGreaterThan(0);
  const result = texts[path] ?? '';
  const again = await fixAll({ [path]: result }, choice);
  expect(again.plan.done.map(({ ruleId, line }) => `${line} ${ruleId}\n${result}`)).toEqual([]);
  return result;
}

const region = '// eslint-disable-next-line multi-region/no-hardcoded-region -- reason:';

describe('disable-line', () => {
  it('puts a comment above the line, with its indentation', async () => {
    expect(
      await disable(`import { S3Client } from '@aws-sdk/client-s3';
function make() {
\treturn new S3Client({
\t\tregion: 'us-east-1',
\t});
}
`),
    ).toBe(`import { S3Client } from '@aws-sdk/client-s3';
function make() {
\t// eslint-disable-next-line multi-region/require-client-failover -- reason:
\treturn new S3Client({
\t\t${region}
\t\tregion: 'us-east-1',
\t});
}
`);
  });

  it('writes one comment for all rules of a line', async () => {
    const text = `import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ region: 'us-east-1' });\n`;
    expect(await disable(text)).toContain(
      '\n// eslint-disable-next-line multi-region/no-hardcoded-region, multi-region/require-client-failover -- reason:\n',
    );
  });

  it('keeps CRLF and a byte order mark', async () => {
    const text = `\uFEFFprocess.env.AWS_REGION = 'us-east-1';\r\nstart();\r\n`;
    expect(await disable(text, 'src/a.js')).toBe(
      `\uFEFF${region}\r\nprocess.env.AWS_REGION = 'us-east-1';\r\nstart();\r\n`,
    );
  });

  it.each([
    ['a shebang', '#!/usr/bin/env node\n'],
    ["'use strict'", "'use strict';\n"],
    ["'use client'", "'use client';\n"],
    ['a Flow pragma', '// @flow\n'],
    ['@ts-check', '// @ts-check\n'],
  ])('comes after %s', async (_, header) => {
    const code = "process.env.AWS_REGION = 'us-east-1';\n";
    expect(await disable(header + code, 'src/a.js')).toBe(`${header}${region}\n${code}`);
  });

  it.each([
    ['// eslint-disable-next-line no-console', '// eslint-disable-next-line no-console, RULE -- reason:'],
    [
      '// eslint-disable-next-line no-console -- why not',
      '// eslint-disable-next-line no-console, RULE -- why not',
    ],
    [
      '/* eslint-disable-next-line no-console -- why not */',
      '/* eslint-disable-next-line no-console, RULE -- why not */',
    ],
    [
      '/* eslint-disable-next-line no-console */',
      '/* eslint-disable-next-line no-console, RULE -- reason: */',
    ],
  ])('adds to a directive that is there: %s', async (before, after) => {
    const code = "  process.env.AWS_REGION = 'us-east-1';\n}\n";
    expect(await disable(`{\n  ${before}\n${code}`)).toBe(
      `{\n  ${after.replace('RULE', 'multi-region/no-hardcoded-region')}\n${code}`,
    );
  });

  it('does not add to a directive for another line', async () => {
    const text = `// eslint-disable-next-line no-console\nlog();\nprocess.env.AWS_REGION = 'us-east-1';\n`;
    expect(await disable(text)).toContain(`log();\n${region}\n`);
  });

  it('writes a comment of JSX between elements', async () => {
    expect(
      await disable(`const page = (
  <Page>
    <Upload client={new S3({ region: 'us-east-1' })} />
  </Page>
);
import { S3 } from '@aws-sdk/client-s3';
`),
    ).toContain(
      `  <Page>
    {/* eslint-disable-next-line multi-region/no-hardcoded-region, multi-region/require-client-failover -- reason: */}
    <Upload client={`,
    );
  });

  it('writes a plain comment between attributes', async () => {
    expect(
      await disable(`import { S3 } from '@aws-sdk/client-s3';
const page = (
  <Page>
    <Upload
      client={new S3({ region: 'us-east-1' })}
    />
  </Page>
);
`),
    ).toContain(
      `    <Upload
      // eslint-disable-next-line multi-region/no-hardcoded-region, multi-region/require-client-failover -- reason:
      client={`,
    );
  });

  it('does not split a text of JSX', async () => {
    const code = `import { S3 } from '@aws-sdk/client-s3';
const page = (
  <p>
    One line,
    and another {new S3({ region: 'us-east-1' })}
  </p>
);
`;
    expect(await disable(code)).toBe(`import { S3 } from '@aws-sdk/client-s3';
/* eslint-disable multi-region/no-hardcoded-region, multi-region/require-client-failover -- reason: */
const page = (
  <p>
    One line,
    and another {new S3({ region: 'us-east-1' })}
  </p>
);
/* eslint-enable multi-region/no-hardcoded-region, multi-region/require-client-failover */
`);
  });

  it('goes around a template that begins on an earlier line', async () => {
    expect(
      await disable(`import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
async function send(client: SQSClient) {
  const QueueUrl = \`
    https://sqs.us-east-1.amazonaws.com/1/orders\`.trim();
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: '' }));
}
`),
    ).toContain(`  /* eslint-disable multi-region/no-hardcoded-endpoint -- reason: */
  const QueueUrl = \`
    https://sqs.us-east-1.amazonaws.com/1/orders\`.trim();
  /* eslint-enable multi-region/no-hardcoded-endpoint */
  await`);
  });

  it('stands above a template that begins on the line itself', async () => {
    expect(
      await disable(`import { SQSClient } from '@aws-sdk/client-sqs';
fetch(
  \`https://sqs.us-east-1.amazonaws.com/1/\${name}\`,
);
`),
    ).toContain(`fetch(
  // eslint-disable-next-line multi-region/no-hardcoded-endpoint -- reason:
  \`https`);
  });
});
