import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../support/run-cli.ts';

// What fix changes is where a region is written, not what the program does: for a deployment that sets the variables
// to the old region, the audit has to say the same before and after.

interface Report {
  services: {
    service: string | null;
    places: { path: string; region: string | null; failover: string | null }[];
  }[];
  singlePointsOfFailure: { region: string; services: string[]; places: number }[];
  impact: { sites: { path: string }[]; entries: { kind: string; path: string; reaches: unknown[] }[] };
}

const example = join(import.meta.dirname, '../../examples/outage');
const region = 'us-east-1';
let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-after-fix-')));
  for (const name of ['src', 'infra', 'package.json', 'tsconfig.json']) {
    cpSync(join(example, name), join(root, name), { recursive: true });
  }
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

async function audit(): Promise<Report> {
  // Every variable that a moved region may be read from.
  const set = [
    'AWS_REGION',
    'PRIMARY_REGION',
    'SES_REGION',
    'EMAIL_REGION',
    'MAIL_REGION',
    'CDK_DEFAULT_REGION',
    'WEBSITE_REGION',
    'CERTIFICATE_REGION',
  ].flatMap((name) => ['--set', `${name}=${region}`]);
  const { stdout, stderr, code } = await runCli(
    ['audit', root, '--no-cache', '--region', region, '--format', 'json', ...set],
    { maxBuffer: Infinity },
  );
  if (code === 2) throw new Error(stderr);
  return JSON.parse(stdout) as Report;
}

/** What must not change: lines may. */
function summarize({ services, singlePointsOfFailure, impact }: Report) {
  return {
    places: services
      .flatMap(({ service, places }) =>
        places
          // An endpoint that calls itself global lives in the same region; fix takes the regional one.
          .filter((place) => place.region === region || place.region === 'aws-global')
          .filter(({ failover }) => failover !== 'not-needed')
          .map(({ path }) => `${path} ${service ?? ''}`),
      )
      .sort(),
    points: singlePointsOfFailure.map((point) => [point.region, point.services, point.places]),
    entries: impact.entries.map(({ kind, path, reaches }) => `${kind} ${path} ${reaches.length}`),
  };
}

describe('an audit of a deployment', () => {
  it.each([
    ['regions in variables', []],
    ['what the deployment sets', ['--way', 'deployment']],
  ])('says the same before and after fix, with %s', async (_name, options) => {
    const before = summarize(await audit());
    const fixed = await runCli(['fix', root, ...options]);
    expect(fixed.code).not.toBe(2);
    expect(summarize(await audit())).toEqual(before);
  });
});
