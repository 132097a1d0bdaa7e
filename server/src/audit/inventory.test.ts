import { createEmbeddedLinter } from '../eslint-config/embedded-linter.ts';
import { groupByService, listServicePlaces, type ServicePlace } from './inventory.ts';

async function list(
  code: string,
  services?: Parameters<typeof listServicePlaces>[2],
): Promise<ServicePlace[]> {
  const { facts } = await createEmbeddedLinter(() => '/project').lint(code, '/project/src/a.ts');
  return facts ? listServicePlaces(facts, 'src/a.ts', services) : [];
}

describe('listServicePlaces', () => {
  it('names the client, its region and where it is made', async () => {
    const places = await list(
      `import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = new S3Client({ region: 'us-east-1' });\n`,
    );
    expect(places).toMatchObject([
      {
        path: 'src/a.ts',
        line: 2,
        column: 19,
        service: 's3',
        region: 'us-east-1',
        origin: 'literal',
        failover: 'none',
        critical: undefined,
        plan: undefined,
      },
    ]);
  });

  it('lists a client whose region is not written down', async () => {
    const places = await list(
      `import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = new S3Client({ region: process.env.AWS_REGION });\n`,
    );
    expect(places).toMatchObject([
      { service: 's3', region: undefined, origin: 'environment', failover: 'follows-deployment' },
    ]);
  });

  it('takes criticality and plan from the settings, and only what they say', async () => {
    const code = `import { SESClient } from '@aws-sdk/client-ses';\nexport const ses = new SESClient({ region: 'us-east-1' });\n`;
    expect(await list(code, { ses: { critical: false, failover: 'mails wait' } })).toMatchObject([
      { service: 'ses', critical: false, plan: 'mails wait' },
    ]);
    expect(await list(code, { s3: { critical: true } })).toMatchObject([
      { critical: undefined, plan: undefined },
    ]);
  });

  it('tells a fallback and a region that the service demands from one that pins', async () => {
    const places = await list(
      `export const region = process.env.AWS_REGION ?? 'us-west-2';\nimport { IAMClient } from '@aws-sdk/client-iam';\nexport const iam = new IAMClient({ region: 'us-east-1' });\n`,
    );
    expect(places.map(({ region, origin, failover }) => [region, origin, failover])).toEqual(
      expect.arrayContaining([
        ['us-west-2', 'fallback', undefined],
        ['us-east-1', 'literal', 'not-needed'],
      ]),
    );
  });

  it('doubts clients that may talk to a stand-in on this machine', async () => {
    const places = await list(
      `import { SQSClient } from '@aws-sdk/client-sqs';\nexport const sqs = new SQSClient({ region: 'us-east-1', endpoint: 'http://localhost:4566' });\n`,
    );
    expect(places).toMatchObject([{ isDoubtful: true }]);
  });

  it('leaves out what is only compared or listed', async () => {
    const places = await list(
      `export const isHome = (region: string) => region === 'us-east-1';\nexport const all = ['us-east-1', 'eu-west-1', 'ap-south-1'];\n`,
    );
    expect(places).toEqual([]);
  });
});

describe('groupByService', () => {
  const place = (service: string | undefined, region: string | undefined): ServicePlace => ({
    path: 'a.ts',
    line: 1,
    column: 1,
    service,
    region,
    origin: region === undefined ? 'environment' : 'literal',
    failover: undefined,
    critical: undefined,
    plan: undefined,
  });

  it('sorts services and their regions, with the unknown service last', () => {
    const rows = groupByService([
      place(undefined, 'us-east-1'),
      place('sqs', 'us-west-2'),
      place('s3', undefined),
      place('sqs', 'eu-west-1'),
      place('sqs', 'us-west-2'),
    ]);
    expect(rows.map(({ service, regions, places }) => [service, regions, places.length])).toEqual([
      ['s3', [], 1],
      ['sqs', ['eu-west-1', 'us-west-2'], 3],
      [undefined, ['us-east-1'], 1],
    ]);
  });

  it('calls a service critical when one part of the repository does, and gathers the plans', () => {
    const settings = (critical: boolean | undefined, plan: string | undefined) => ({
      ...place('s3', 'us-east-1'),
      critical,
      plan,
    });
    const row = (...places: ServicePlace[]) => groupByService(places)[0];
    expect(row(settings(false, undefined), settings(undefined, 'wait'))).toMatchObject({
      critical: false,
      plan: 'wait',
    });
    expect(row(settings(false, 'wait'), settings(true, 'replica; then wait'))).toMatchObject({
      critical: true,
      plan: 'replica; then wait; wait',
    });
    expect(row(settings(undefined, undefined))).toMatchObject({ critical: undefined, plan: undefined });
  });
});
