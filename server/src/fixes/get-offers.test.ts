import { getOffers, type FixOffer } from './get-offers.ts';
import { createMemoryProject, type Texts } from './testing/memory-project.ts';

const s3 = "import { S3Client } from '@aws-sdk/client-s3';\n";

async function offer(
  text: string,
  {
    rule,
    path = 'src/a.ts',
    others = {},
    settings,
  }: {
    rule?: string;
    path?: string;
    others?: Texts;
    settings?: unknown;
  } = {},
): Promise<FixOffer[]> {
  const project = createMemoryProject({ ...others, [path]: text }, settings);
  const file = await project.lint(path);
  const finding = file?.findings.find(
    ({ ruleId }) => rule === undefined || ruleId === `multi-region/${rule}`,
  );
  if (!file || !finding) throw new Error(`Nothing is reported:\n${text}`);
  return getOffers(file, finding, project.context);
}

function ids(offers: readonly FixOffer[]): string[] {
  return offers.map(({ kind, id }) => (kind === 'follow-deployment' ? id : kind));
}

describe('getOffers', () => {
  it.each([
    [
      'the region of a client',
      `${s3}new S3Client({ region: 'us-east-1' });`,
      'no-hardcoded-region',
      ['move-to-config', 'remove', 'read', 'disable-line'],
    ],
    [
      'the client itself',
      `${s3}new S3Client({ region: 'us-east-1' });`,
      'require-client-failover',
      ['second-region', 'move-to-config', 'remove', 'read', 'disable-line'],
    ],
    [
      'a constant',
      `${s3}const REGION = 'us-east-1';\nnew S3Client({ region: REGION });`,
      'no-hardcoded-region',
      ['move-to-config', 'read', 'disable-line'],
    ],
    [
      'a fallback',
      `${s3}const region = process.env.X ?? 'us-east-1';\nnew S3Client({ region });`,
      'no-region-fallback',
      ['move-to-config', 'remove', 'disable-line'],
    ],
    [
      'a fallback in the options of a client',
      `${s3}new S3Client({ region: process.env.X ?? 'us-east-1' });`,
      'no-region-fallback',
      ['move-to-config', 'remove', 'disable-line'],
    ],
    [
      'one of two regions',
      `${s3}new S3Client({ region: 'us-east-1' });\nnew S3Client({ region: 'eu-west-1' });`,
      'no-hardcoded-region',
      ['move-to-config', 'remove', 'read', 'disable-line'],
    ],
    [
      'a client that is named after its region',
      `${s3}const usEast1Region = 'us-east-1';\nnew S3Client({ region: usEast1Region });`,
      'no-hardcoded-region',
      ['move-to-config', 'disable-line'],
    ],
    [
      'code for browsers',
      `'use client';\n${s3}new S3Client({ region: 'us-east-1' });`,
      'no-hardcoded-region',
      ['move-to-config', 'disable-line'],
    ],
    [
      'an endpoint',
      "fetch('https://sqs.us-east-1.amazonaws.com/1/orders');",
      'no-hardcoded-endpoint',
      ['move-to-config', 'read', 'disable-line'],
    ],
    [
      'infrastructure',
      "import { App, Stack } from 'aws-cdk-lib';\nnew Stack(new App(), 'a', { env: { region: 'us-east-1' } });",
      'no-hardcoded-region',
      ['move-to-config', 'read', 'disable-line'],
    ],
    [
      'a global endpoint',
      "fetch('https://sts.amazonaws.com/');\nexport {};",
      'no-global-endpoint',
      ['read', 'disable-line'],
    ],
  ])('of %s', async (_, text, rule, expected) => {
    const offers = await offer(`${text}\n`, { rule });
    expect(ids(offers)).toEqual(expected);
    expect(offers.map(({ isPreferred }) => isPreferred)).toEqual(expected.map((_id, index) => index === 0));
  });

  it('offers nothing but the comment where nothing else is right', async () => {
    const offers = await offer("import { a } from './a';\nprocess.env.AWS_REGION = 'us-east-1';\n");
    expect(ids(offers)).toEqual(['disable-line']);
    expect(offers[0]?.isPreferred).toBe(false);
  });

  it.each([
    ['with regions.kind module', {}, { regions: { kind: 'module' } }, true],
    [
      'where config has it literally',
      { 'src/config/regions.ts': "export const regions = { home: 'us-east-1' };\n" },
      {},
      true,
    ],
    ['where config reads a variable', {}, {}, false],
  ])('is safe %s', async (_, others, settings, isSafe) => {
    const offers = await offer(`${s3}new S3Client({ region: 'us-east-1' });\n`, { others, settings });
    expect(offers.filter((each) => each.isSafe).map(({ kind }) => kind)).toEqual(
      isSafe ? ['move-to-config'] : [],
    );
  });

  it('has titles that are sentences, and ids of their own', async () => {
    const offers = await offer(`${s3}new S3Client({ region: 'us-east-1' });\n`, {
      rule: 'no-hardcoded-region',
    });
    for (const { title } of offers) expect(title).toMatch(/^[A-Z][^]*\.$/);
    expect(new Set(ids(offers)).size).toBe(offers.length);
  });
});
