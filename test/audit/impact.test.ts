import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli } from '../support/run-cli.ts';

const pinned = `import { S3Client } from '@aws-sdk/client-s3';
export const s3 = new S3Client({ region: 'us-east-1' });
`;

interface Impact {
  region: string;
  sites: { path: string; line: number; column: number; service: string | null; origin: string }[];
  entries: { kind: string; path: string; name: string | null; reaches: { site: number; via: string[] }[] }[];
  unreached: number[];
  files: number;
  unresolved: { path: string; specifier: string }[];
  outside: number;
}

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-impact-')));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(files: Record<string, unknown>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
}

async function findImpact(dir = root): Promise<Impact & { stderr: string }> {
  const { stdout, stderr } = await runCli(['audit', dir, '--region', 'us-east-1', '--format', 'json']);
  return { ...(JSON.parse(stdout) as { impact: Impact }).impact, stderr };
}

/** The entries with the files on the way: `server src/main.ts > src/a.ts > src/s3.ts`. */
function showWays({ entries, sites }: Impact): string[] {
  return entries.map(({ kind, path, name, reaches }) => {
    const [first] = reaches;
    const end = first && sites[first.site]?.path;
    const way = end === path ? [path] : [path, ...(first?.via ?? []), end];
    return `${kind}${name === null ? '' : ` (${name})`} ${way.join(' > ')}`;
  });
}

describe('multi-region audit --region', () => {
  describe('follows', () => {
    it.each<[form: string, files: Record<string, unknown>]>([
      ['a static import', { 'src/main.ts': `import { s3 } from './s3.ts';` }],
      ['an import without ending', { 'src/main.ts': `import { s3 } from './s3';` }],
      ['an import of the compiled file', { 'src/main.ts': `import { s3 } from './s3.js';` }],
      ['a dynamic import', { 'src/main.ts': `export const load = () => import('./s3.ts');` }],
      ['a re-export', { 'src/main.ts': `export * from './s3.ts';` }],
      ['a require', { 'src/main.cjs': `const { s3 } = require('./s3');` }],
      ['import x = require', { 'src/main.cts': `import s3 = require('./s3');` }],
      [
        'paths of tsconfig.json',
        {
          'src/main.ts': `import { s3 } from '@app/s3';`,
          'tsconfig.json': '{ // JSONC\n "compilerOptions": { "paths": { "@app/*": ["./src/*"], } } }',
        },
      ],
      [
        'paths of a tsconfig.json that extends what is not installed',
        {
          'src/main.ts': `import { s3 } from '@app/s3';`,
          'tsconfig.json': {
            extends: '@tsconfig/node20/tsconfig.json',
            compilerOptions: { paths: { '@app/*': ['./src/*'] } },
          },
        },
      ],
      [
        'paths that tsconfig.json inherits',
        {
          'src/main.ts': `import { s3 } from '@app/s3';`,
          'tsconfig.json': { extends: './tsconfig.base.json' },
          'tsconfig.base.json': { compilerOptions: { baseUrl: '.', paths: { '@app/*': ['src/*'] } } },
        },
      ],
      [
        'paths of a referenced project',
        {
          'src/main.ts': `import { s3 } from '@app/s3';`,
          'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }] },
          'tsconfig.app.json': { compilerOptions: { paths: { '@app/*': ['./src/*'] } } },
        },
      ],
      [
        'baseUrl of tsconfig.json',
        {
          'src/main.ts': `import { s3 } from 's3';`,
          'tsconfig.json': { compilerOptions: { baseUrl: './src' } },
        },
      ],
      [
        'imports of package.json',
        {
          'src/main.ts': `import { s3 } from '#aws/s3';`,
          'package.json': { imports: { '#aws/*': { types: './types/*.d.ts', default: './dist/*.js' } } },
        },
      ],
      [
        'the name of the package itself',
        {
          'src/main.ts': `import { s3 } from 'shop/s3';`,
          'package.json': { name: 'shop', private: true, exports: { './s3': './dist/s3.js' } },
        },
      ],
      ['the usual alias of bundlers', { 'src/main.ts': `import { s3 } from '@/s3';`, 'package.json': {} }],
    ])('%s', async (_form, files) => {
      write({ 'src/s3.ts': pinned, ...files });
      const impact = await findImpact();
      const main = Object.keys(files).find((path) => path.startsWith('src/main')) ?? '';
      expect(impact.entries.map(({ path }) => path)).toContain(main);
      expect(impact.unresolved).toEqual([]);
      expect(impact.stderr).toBe('');
    });

    it('an index file', async () => {
      write({ 'src/aws/index.ts': pinned, 'src/main.ts': `import { s3 } from './aws';` });
      expect(showWays(await findImpact())).toEqual(['root src/main.ts > src/aws/index.ts']);
    });

    it.each<[form: string, manifest: object, specifier: string]>([
      ['exports', { exports: { '.': { import: './dist/index.mjs' } } }, '@shop/aws'],
      ['main', { main: 'lib/index.js' }, '@shop/aws'],
      ['nothing but an index in src', {}, '@shop/aws'],
      ['a path in it', {}, '@shop/aws/src/index.js'],
    ])('a package of a workspace, neither installed nor built: %s', async (_form, manifest, specifier) => {
      write({
        'package.json': { workspaces: ['packages/*', 'apps/*'] },
        'packages/aws/package.json': { name: '@shop/aws', private: true, ...manifest },
        'packages/aws/src/index.ts': pinned,
        'apps/web/package.json': { name: 'web', private: true },
        'apps/web/main.ts': `import { s3 } from '${specifier}';`,
      });
      expect(showWays(await findImpact())).toEqual(['root apps/web/main.ts > packages/aws/src/index.ts']);
    });

    it('components of Astro, Svelte and Vue', async () => {
      write({
        'package.json': { dependencies: { astro: '5' } },
        'src/s3.ts': pinned,
        'src/pages/index.astro': `---\nimport { s3 } from '../s3';\n---\n<p>Hi</p>`,
      });
      expect(showWays(await findImpact())).toEqual(['page (/) src/pages/index.astro > src/s3.ts']);
    });

    it('a circle', async () => {
      write({
        'src/main.ts': `import './a.ts';`,
        'src/a.ts': `import './b.ts';`,
        'src/b.ts': `import './a.ts'; import './s3.ts';`,
        'src/s3.ts': pinned,
      });
      const ways = showWays(await findImpact());
      expect(ways).toEqual(['root src/main.ts > src/a.ts > src/b.ts > src/s3.ts']);
    });
  });

  it('takes the shortest way', async () => {
    write({
      'src/main.ts': `import './a.ts'; import './z.ts';`,
      'src/a.ts': `import './b.ts';`,
      'src/b.ts': `import './s3.ts';`,
      'src/z.ts': `import './s3.ts';`,
      'src/s3.ts': pinned,
    });
    expect(showWays(await findImpact())).toEqual(['root src/main.ts > src/z.ts > src/s3.ts']);
  });

  it('does not follow types, comments and strings', async () => {
    write({
      'src/s3.ts': pinned,
      'src/types.ts': `import type { s3 } from './s3.ts';\nexport type Client = typeof s3;`,
      'src/text.ts': `// import './s3.ts'\nexport const text = "import './s3.ts'";`,
    });
    expect(showWays(await findImpact())).toEqual(['root src/s3.ts']);
  });

  it('does not take a folder for the package of the same name', async () => {
    write({
      'examples/hono/package.json': { name: 'hono' },
      'examples/hono/index.ts': pinned,
      'src/main.ts': `import { Hono } from 'hono';`,
      'package.json': { dependencies: { hono: '4' } },
    });
    const impact = await findImpact();
    expect(impact.entries.map(({ path }) => path)).toEqual(['examples/hono/index.ts']);
    expect(impact.unresolved).toEqual([]);
  });

  it.each<[entry: string, files: Record<string, unknown>]>([
    [
      'handler src/orders.ts > src/s3.ts',
      { 'src/orders.ts': `import './s3';\nexport const handler = () => 1;` },
    ],
    [
      'handler (place) src/orders.ts > src/s3.ts',
      {
        'src/orders.ts': `import './s3';\nexport const place = () => 1;`,
        'serverless.yml': 'functions:\n  place:\n    handler: src/orders.place\n',
      },
    ],
    [
      'handler (place) src/orders.ts > src/s3.ts',
      {
        'src/orders.ts': `import './s3';\nexport const place = () => 1;`,
        'template.yaml':
          'Resources:\n  F:\n    Properties:\n      CodeUri: src/\n      Handler: orders.place\n',
      },
    ],
    [
      'handler src/orders.ts > src/s3.ts',
      {
        'src/orders.ts': `import './s3';\nexport const main = () => 1;`,
        'infra/stack.ts': `new NodejsFunction(this, 'F', {\n  entry: path.join(__dirname, '../src/orders.ts'),\n  handler: 'main',\n});`,
      },
    ],
    [
      'bin (shop) src/cli.ts > src/s3.ts',
      { 'src/cli.ts': `import './s3';`, 'package.json': { name: 'x', bin: { shop: './dist/cli.js' } } },
    ],
    [
      'package (shop) src/index.ts > src/s3.ts',
      { 'src/index.ts': `import './s3';`, 'package.json': { name: 'shop', main: 'dist/index.js' } },
    ],
    [
      'package (shop/client) src/index.ts > src/s3.ts',
      {
        'src/index.ts': `import './s3';`,
        'package.json': { name: 'shop', exports: { './client': { import: './dist/index.mjs' } } },
      },
    ],
    [
      'route (/api/orders) src/pages/api/orders.ts > src/s3.ts',
      { 'src/pages/api/orders.ts': `import '../../s3';`, 'package.json': { dependencies: { next: '15' } } },
    ],
    ['server src/main.ts > src/s3.ts', { 'src/main.ts': `import './s3';\napp.listen(3000);` }],
    [
      'script (npm run sync) src/sync.ts > src/s3.ts',
      { 'src/sync.ts': `import './s3';`, 'package.json': { scripts: { sync: 'tsx src/sync.ts' } } },
    ],
    [
      'script (cdk app) infra/app.ts > src/s3.ts',
      { 'infra/app.ts': `import '../src/s3';`, 'cdk.json': { app: 'npx tsx infra/app.ts' } },
    ],
    ['script src/sync.ts > src/s3.ts', { 'src/sync.ts': `#!/usr/bin/env node\nimport './s3';` }],
    ['root src/jobs.ts > src/s3.ts', { 'src/jobs.ts': `import './s3';` }],
  ])('knows as an entry point: %s', async (entry, files) => {
    write({ 'src/s3.ts': pinned, ...files });
    expect(showWays(await findImpact())).toEqual([entry]);
  });

  it('leaves tests out', async () => {
    write({ 'src/s3.ts': pinned, 'src/s3.test.ts': `import './s3.ts';`, 'test/a.ts': pinned });
    const impact = await findImpact();
    expect(impact.sites.map(({ path }) => path)).toEqual(['src/s3.ts']);
    expect(showWays(impact)).toEqual(['root src/s3.ts']);
  });

  it('says which imports it could not follow', async () => {
    write({
      'app/src/s3.ts': pinned,
      'app/src/main.ts': `import './s3.ts';\nimport './generated/client';\nimport '../../shared/x';\nimport 'react';\nimport './a.css';`,
      'shared/x.ts': '',
    });
    const { unresolved, outside } = await findImpact(join(root, 'app'));
    expect(unresolved).toEqual([{ path: 'src/main.ts', specifier: './generated/client' }]);
    expect(outside).toBe(1);
    const { stdout } = await runCli(['audit', join(root, 'app'), '--region', 'us-east-1']);
    expect(stdout).toContain(
      "1 import could not be followed, so entry points may be missing: './generated/client'",
    );
    expect(stdout).toContain('1 import leads out of the audited folder and was not followed.');
  });

  it('goes on with a tsconfig.json and a package.json that are broken', async () => {
    write({
      'src/s3.ts': pinned,
      'src/main.ts': `import './s3';\nimport 'x';`,
      'tsconfig.json': '{ "paths',
      'package.json': '{',
    });
    write({ 'tsconfig.json': '{ "compilerOptions": { "paths": { ' });
    const impact = await findImpact();
    expect(showWays(impact)).toEqual(['root src/main.ts > src/s3.ts']);
    expect(impact.stderr).toContain('tsconfig.json: Cannot be read as JSON');
  });

  it('names the places of a circle that nothing leads to', async () => {
    write({ 'src/a.ts': `import './s3.ts';`, 'src/s3.ts': `${pinned}import './a.ts';` });
    const impact = await findImpact();
    expect(impact.entries).toEqual([]);
    expect(impact.unreached).toEqual([0]);
    const { stdout } = await runCli(['audit', root, '--region', 'us-east-1'], { cwd: root });
    expect(stdout).toContain('src/s3.ts:2:19  s3');
  });

  it('prints a tree', async () => {
    write({
      'src/orders.ts': `import './clients/s3.ts';\nimport { SQSClient } from '@aws-sdk/client-sqs';\nexport const sqs = new SQSClient({ region: 'us-east-1' });\nexport const handler = () => 1;`,
      'src/clients/s3.ts': pinned,
    });
    const { stdout, code } = await runCli(['audit', root, '--region', 'us-east-1'], { cwd: root });
    expect(stdout).toBe(`If us-east-1 goes down, these go down with it:

Lambda handler  src/orders.ts
├─ 3:20  sqs
└─ src/clients/s3.ts
   └─ 2:19  s3

2 places in 2 files depend on us-east-1, and 1 entry point reaches them.
`);
    expect(code).toBe(1);
  });

  it('names the regions that there are when nothing depends on this one', async () => {
    write({ 'src/s3.ts': pinned });
    const { stdout } = await runCli(['audit', root, '--region', 'eu-west-1']);
    expect(stdout).toBe('Nothing in 1 source file depends on eu-west-1. The regions in use are us-east-1.\n');
  });

  it.each<[args: string[], message: string]>([
    [['--region', ' '], '--region is empty'],
    [['--region', 'us-east-1', '--shard', '1/2'], '--region needs all files'],
    [['--format', 'mermaid'], "Run 'multi-region audit --region REGION'"],
  ])('refuses %s', async (args, message) => {
    const { stderr, code } = await runCli(['audit', root, ...args]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it('is in the other formats', async () => {
    write({ 'src/main.ts': `import './s3.ts';`, 'src/s3.ts': pinned });
    const run = async (format: string) =>
      (await runCli(['audit', root, '--region', 'us-east-1', '--format', format])).stdout;
    expect(await run('mermaid')).toMatch(/^flowchart LR\n/u);
    expect(await run('markdown')).toContain('## If us-east-1 goes down');
    expect(await run('markdown')).toContain('```mermaid\nflowchart LR\n');
    expect(await run('html')).toContain('<svg class="impact"');
  });

  it('gets through thousands of modules', async () => {
    const count = 3000;
    const files: Record<string, string> = { 'src/m0.ts': pinned };
    for (let i = 1; i < count; i++) files[`src/m${i}.ts`] = `import './m${i - 1}.ts';`;
    write(files);
    const { entries } = await findImpact();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ kind: 'root', path: `src/m${count - 1}.ts` });
    expect(entries[0]?.reaches[0]?.via).toHaveLength(count - 2);
    const { stdout } = await runCli(['audit', root, '--region', 'us-east-1'], { cwd: root });
    expect(stdout).toContain(`… ${count - 2 - 20} more files …`);
  });

  it('prints what its page shows', async () => {
    const repository = join(import.meta.dirname, '../..');
    const page = readFileSync(join(repository, 'docs/users/impact.md'), 'utf8');
    const run = async (...args: string[]) =>
      (
        await runCli(['audit', '--region', 'us-east-1', ...args], {
          cwd: join(repository, 'examples/outage'),
        })
      ).stdout;
    expect(page).toContain(`\`\`\`text\n${await run()}\`\`\`\n`);
    expect(page).toContain(`\`\`\`mermaid\n${await run('--format', 'mermaid')}\`\`\`\n`);
  });
});
