import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli } from '../support/run-cli.ts';

// "No findings" has to mean: looked everywhere, and found nothing. Each of these was told that all is well once.

const pinned = `import { SESClient } from '@aws-sdk/client-ses';
export const mail = new SESClient({ region: 'us-east-1' });
`;
const repository = join(import.meta.dirname, '../..');

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-coverage-')));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** A project that has ESLint and the plugin installed. */
function install(config: string): void {
  mkdirSync(join(root, 'node_modules'));
  for (const name of ['eslint', 'eslint-plugin-multi-region']) {
    symlinkSync(realpathSync(join(repository, 'node_modules', name)), join(root, 'node_modules', name));
  }
  write({
    'package.json': '{ "type": "module" }',
    'eslint.config.js': `import { defineConfig } from 'eslint/config';\nimport multiRegion from 'eslint-plugin-multi-region';\n${config}\n`,
  });
}

interface Report {
  findings: { path: string; ruleId: string }[];
  services: { service: string | null; regions: string[] }[];
  impact: { sites: unknown[]; entries: { kind: string; path: string }[] } | null;
}

async function auditJson(...args: string[]): Promise<Report & { code: number }> {
  const { stdout, code } = await runCli(['audit', root, '--no-cache', '--format', 'json', ...args]);
  return { ...(JSON.parse(stdout) as Report), code };
}

describe('multi-region audit', () => {
  it('looks at TypeScript that no object of the ESLint config covers, and names the line to add', async () => {
    install('export default defineConfig([multiRegion.configs.recommended]);');
    write({ 'src/mail.ts': pinned });
    const { stdout, code } = await runCli(['audit', '--no-cache'], { cwd: root });
    expect(stdout).toContain('no-hardcoded-region');
    expect(stdout).toMatch(
      /1 file such as src\/mail\.ts is not covered by eslint\.config\.js.+ Add \{ files: \['\*\*\/\*\.ts'\]/u,
    );
    expect(code).toBe(1);
  });

  it('leaves out what the ESLint config ignores', async () => {
    install(`export default defineConfig([{ ignores: ['src/**'] }, multiRegion.configs.recommended]);`);
    write({ 'src/mail.ts': pinned, 'src/mail.js': pinned });
    const { stdout, code } = await runCli(['audit', '--no-cache'], { cwd: root });
    expect(stdout).toBe('No findings in 3 source files.\n');
    expect(code).toBe(0);
  });

  it.each([
    ['an unknown key', `{ servces: {} }`, /servces/u],
    ['an unknown key of a service', `{ services: { ses: { critcal: false } } }`, /critcal/u],
    ['a service that is misspelled', `{ services: { dynamodbb: {} } }`, /Did you mean 'dynamodb'\?/u],
  ])('exits with 2 for %s in the settings', async (_name, settings, message) => {
    install(
      `export default defineConfig([multiRegion.configs.recommended, { settings: { 'multi-region': ${settings} } }]);`,
    );
    write({ 'mail.js': pinned });
    const { stderr, code } = await runCli(['audit', '--no-cache'], { cwd: root });
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
    const sarif = await runCli(['audit', '--no-cache', '--format', 'sarif'], { cwd: root });
    expect(sarif.stdout).toContain('"executionSuccessful": false');
  });

  it('follows a region to another file', async () => {
    write({
      'src/config/regions.ts': `export const regions = { primary: 'us-east-1' } as const;\n`,
      'src/a.ts': `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nimport { regions } from './config/regions';\nexport const table = new DynamoDBClient({ region: regions.primary });\n`,
    });
    const { services, impact } = await auditJson('--region', 'us-east-1');
    expect(services).toMatchObject([{ service: 'dynamodb', regions: ['us-east-1'] }]);
    expect(impact?.sites).toHaveLength(1);
  });

  it('goes by members: of 300 files that import the environment, the one that reads the region depends on it', async () => {
    const importers = Array.from({ length: 299 }, (_, index) => [
      `src/handlers/f${index}.ts`,
      `import { env } from '../env';\nexport const handler = () => env.STAGE;\n`,
    ]);
    write({
      'src/env.ts': `export const env = { STAGE: process.env.STAGE ?? 'dev', REGION: process.env.APP_REGION ?? 'us-east-1' };\n`,
      'src/handlers/read.ts': `import { S3Client } from '@aws-sdk/client-s3';\nimport { env } from '../env';\nexport const handler = () => new S3Client({ region: env.REGION });\n`,
      ...(Object.fromEntries(importers) as Record<string, string>),
    });
    const { impact } = await auditJson('--region', 'us-east-1');
    expect(impact?.entries).toMatchObject([{ kind: 'handler', path: 'src/handlers/read.ts' }]);
  });

  it.each([
    ['a variable', `process.env.S3_ENDPOINT`],
    ['a variable that may be empty', `process.env.S3_ENDPOINT || undefined`],
    ['a reader of variables', `env('S3_ENDPOINT') || undefined`],
  ])('keeps a client in the table whose endpoint is %s', async (_name, endpoint) => {
    write({
      'a.ts': `import { S3Client } from '@aws-sdk/client-s3';\nimport { env } from './env';\nexport const s3 = new S3Client({ endpoint: ${endpoint}, region: 'us-east-1' });\n`,
      'env.ts': `export const env = (name: string) => process.env[name];\n`,
    });
    expect((await auditJson()).services).toMatchObject([{ service: 's3', regions: ['us-east-1'] }]);
  });

  it('reads the scripts of components', async () => {
    write({
      'a.vue': `<template><p>us-east-1</p></template>\n<script setup lang="ts">\n${pinned}</script>\n`,
      'b.svelte': `<script>\n${pinned}</script>\n<p>hi</p>\n`,
      'c.astro': `---\n${pinned}---\n<p>hi</p>\n`,
    });
    const { findings, code } = await auditJson();
    const places = findings.filter(({ ruleId }) => ruleId === 'multi-region/no-hardcoded-region');
    expect(places).toMatchObject([
      { path: 'a.vue', line: 4, column: 45 },
      { path: 'b.svelte', line: 3, column: 45 },
      { path: 'c.astro', line: 3, column: 45 },
    ]);
    expect(code).toBe(1);
  });

  it('exits with 2 where there is nothing to look at', async () => {
    const { stderr, code } = await runCli(['audit', root]);
    expect(stderr).toMatch(/no source file to analyze/u);
    expect(code).toBe(2);
  });

  it('counts the files of other kinds that name a region', async () => {
    write({
      'a.ts': 'export const a = 1;\n',
      'main.rb': `region = 'us-east-1'\n`,
      'Main.java': `String region = "eu-west-1";\n`,
      'Other.java': `String name = "orders";\n`,
    });
    const { stdout, code } = await runCli(['audit', root]);
    expect(stdout).toBe(
      'No findings in 1 source file.\nA region is also named in 2 files of other kinds, which were not analyzed: 1 .java, 1 .rb.\n',
    );
    expect(code).toBe(0);
  });

  it('says that there is no such region, and which one may be meant', async () => {
    const { stderr, code } = await runCli(['audit', root, '--region', 'us-est-1']);
    expect(stderr).toMatch(/no cloud has a region 'us-est-1'\. Did you mean 'us-east-1'\?/u);
    expect(code).toBe(2);
  });
});
