import { move, openContext, type FileRequest, type Texts } from './testing/open-project.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openConfigTarget } from './config-target.ts';

const node: Texts = { 'package.json': '{"type":"module"}', 'src/a.js': "import 'x';\n" };
const typescript: Texts = { ...node, 'tsconfig.json': '{}', 'src/a.ts': "import 'x';\n" };
const file = 'src/a.js';
const inModule = { regions: { kind: 'module' } };

/** The path of the module that is written for a file. */
function pathFor(texts: Texts, path: string, settings?: unknown): string {
  const { target } = move(texts, [{ file: path }], settings);
  return target.path.replace('/project/', '');
}

describe('the place of a new module', () => {
  it.each<[string, Texts, string, string]>([
    ['src/config', { 'package.json': '{"type":"module"}' }, 'src/deep/a.js', 'src/config/regions.js'],
    ['config without src', { 'package.json': '{"type":"module"}' }, 'a.js', 'config/regions.js'],
    [
      'the config folder there is',
      { 'package.json': '{"type":"module"}', 'src/lib/config/db.js': '' },
      'src/a.js',
      'src/lib/config/regions.js',
    ],
    [
      'beside the root’s config',
      { 'package.json': '{"type":"module"}', 'config/db.js': '' },
      'api/a.js',
      'config/regions.js',
    ],
    [
      'inside src for a file in src',
      { 'package.json': '{"type":"module"}', 'config/webpack.config.js': '' },
      'src/a.js',
      'src/config/regions.js',
    ],
    [
      'the nearest package',
      { 'package.json': '{}', 'apps/web/package.json': '{"type":"module"}' },
      'apps/web/src/a.js',
      'apps/web/src/config/regions.js',
    ],
    [
      'a SAM template without a package',
      { 'package.json': '{}', 'x/template.yaml': 'Resources:' },
      'x/a.js',
      'x/config/regions.js',
    ],
    [
      'inside of rootDir',
      {
        'package.json': '{}',
        'tsconfig.json': '{ "compilerOptions": { "rootDir": "app" }, "include": ["app"] }',
      },
      'app/deep/a.ts',
      'app/config/regions.ts',
    ],
    [
      'inside of what is compiled',
      { 'package.json': '{}', 'tsconfig.json': '{ "include": ["lib/**/*.ts"] }' },
      'lib/a.ts',
      'lib/config/regions.ts',
    ],
    [
      'inside of what is packed',
      { 'package.json': '{ "files": ["lib"] }' },
      'lib/deep/a.js',
      'lib/config/regions.js',
    ],
    [
      'inside of what an image gets',
      { 'package.json': '{}', Dockerfile: 'FROM node\nCOPY package.json ./\nCOPY server ./server\n' },
      'server/a.js',
      'server/config/regions.js',
    ],
    [
      'one for all that is compiled together',
      { 'package.json': '{}', 'tsconfig.json': '{ "include": ["bin/**/*.ts", "lib/**/*.ts"] }' },
      'bin/a.ts',
      'lib/config/regions.ts',
    ],
    [
      'beside the code where an image gets all',
      { 'package.json': '{}', Dockerfile: 'FROM node\nCOPY . .\n' },
      'server/a.js',
      'config/regions.js',
    ],
    [
      'with the infrastructure',
      { 'package.json': '{}', 'src/b.ts': '' },
      'infra/app.ts',
      'infra/config/regions.ts',
    ],
    ['TypeScript', { 'package.json': '{"type":"module"}' }, 'src/a.ts', 'src/config/regions.ts'],
    [
      'JavaScript that TypeScript compiles',
      { 'package.json': '{}', 'tsconfig.json': '{"compilerOptions":{"allowJs":true}}' },
      'src/a.js',
      'src/config/regions.ts',
    ],
    [
      'JavaScript beside TypeScript',
      { 'package.json': '{}', 'tsconfig.json': '{}' },
      'src/a.js',
      'src/config/regions.js',
    ],
    [
      'CommonJS in TypeScript',
      { 'package.json': '{"type":"module"}' },
      'src/a.cts',
      'src/config/regions.cts',
    ],
  ])('is %s', (_name, texts, path, expected) => {
    expect(pathFor({ ...texts, [path]: 'x' }, path)).toBe(expected);
  });

  it.each<[string, string, string]>([
    ["import x from 'x'", '{}', 'regions.mjs'],
    ["import x from 'x'", '{"type":"module"}', 'regions.js'],
    ["const x = require('x')", '{}', 'regions.js'],
    ["/*\nimport x from 'x'\n*/\nconst x = require('x')\nimportData()\nexports.a = 1", '{}', 'regions.js'],
    ["import {\n  x,\n} from 'x'\nconst y = require('y')", '{}', 'regions.mjs'],
    ["import'x'", '{}', 'regions.mjs'],
    ['export{}', '{}', 'regions.mjs'],
  ])('has the extension for `%s` under %s', (source, manifest, name) => {
    expect(pathFor({ 'package.json': manifest, 'lib/deep/a.js': source }, 'lib/deep/a.js')).toBe(
      `config/${name}`,
    );
  });

  it('has the usual extension where a bundler compiles', () => {
    const texts = {
      'package.json': '{}',
      'src/index.js': "import 'y';",
      'src/b.js': "import 'y';",
      'src/deep/a.js': "import x from 'x'",
      'server.js': "require('z')",
    };
    expect(pathFor(texts, 'src/deep/a.js')).toBe('src/config/regions.js');
    expect(pathFor(texts, 'server.js')).toBe('src/config/regions.cjs');
  });

  it('is what the settings say', () => {
    expect(pathFor(node, file, { regions: { folder: 'lib/settings', file: 'places' } })).toBe(
      'lib/settings/places.js',
    );
    expect(pathFor(node, file, { regions: { file: 'regions.js' } })).toBe('src/config/regions.js');
    expect(pathFor(node, file, { regions: { file: 'places' } })).toBe('src/config/places.js');
    expect(pathFor(node, file, { regions: { folder: './lib/settings/' } })).toBe('lib/settings/regions.js');
  });

  it('is refused where the rules would report the regions in it', () => {
    const settings = { regions: { kind: 'module', folder: 'src', file: 'places' } };
    expect(move(node, [{ file }], settings).expressions).toEqual([
      "Add 'src/places.js' to settings['multi-region'].configModules: else the regions in it are reported.",
    ]);
    const ready = { ...settings, configModules: ['src/places.js'] };
    expect(move(node, [{ file }], ready).expressions).toEqual(['regions.primary']);
    const other = { ...settings, configModules: ['src/other.js'] };
    expect(move(node, [{ file }], other).changed).toEqual({});
  });

  it('is not refused for a package whose own ESLint config names the module', () => {
    const texts: Texts = { 'apps/a/package.json': '{}', 'apps/a/x.js': "require('x')" };
    const regions = { kind: 'module', folder: 'src', file: 'places' };
    const { changed } = move(texts, [{ file: 'apps/a/x.js' }], { regions, configModules: ['src/places.js'] });
    expect(Object.keys(changed)).toEqual(['apps/a/src/places.js']);
  });
});

describe('code that is deployed by itself', () => {
  it.each<[string, Texts, string, string]>([
    [
      'a SAM function',
      { 'template.yaml': '  Properties:\n    CodeUri: functions/one/\n' },
      'functions/one/app.js',
      'functions/one/config/regions.js',
    ],
    [
      'a folder of CDK',
      { 'lib/stack.ts': "lambda.Code.fromAsset('lambda')" },
      'lambda/app.js',
      'lambda/config/regions.js',
    ],
    [
      'a folder beside a CDK stack',
      { 'lib/stack.ts': "fromAsset(path.join(__dirname, '..', 'lambda'))" },
      'lambda/x/app.js',
      'lambda/config/regions.js',
    ],
    [
      'a folder of Terraform',
      { 'main.tf': '  source_dir = "${path.module}/src"' },
      'src/app.js',
      'src/config/regions.js',
    ],
    [
      'a folder of Pulumi',
      { 'index.ts': 'new pulumi.asset.FileArchive("./app")' },
      'app/app.js',
      'app/config/regions.js',
    ],
  ])('has its own module: %s', (_name, texts, path, expected) => {
    expect(pathFor({ 'package.json': '{}', ...texts, [path]: "require('x')" }, path)).toBe(expected);
  });

  it.each<[string, Texts]>([
    ['Terraform', { 'main.tf': '  source_file = "${path.module}/src/app.js"' }],
    ['AppSync', { 'lib/stack.ts': "appsync.Code.fromAsset('src/app.js')" }],
    ['CloudFront', { 'lib/stack.ts': "cloudfront.FunctionCode.fromFile({ filePath: 'src/app.js' })" }],
    ['inline code', { 'lib/stack.ts': "lambda.Code.fromInline(fs.readFileSync('src/app.js', 'utf8'))" }],
  ])('is refused where it is a single file: %s', (_name, texts) => {
    const { expressions, changed } = move({ 'package.json': '{}', ...texts, 'src/app.js': "require('x')" }, [
      { file: 'src/app.js' },
    ]);
    expect(expressions).toEqual([
      expect.stringMatching(/^src\/app\.js is deployed as a single file \((?:main\.tf|lib\/stack\.ts)\)/),
    ]);
    expect(changed).toEqual({});
  });
});

describe('the name of an entry', () => {
  const name = (...requests: Partial<FileRequest>[]) => {
    const { expressions, texts } = move(
      node,
      requests.map((request) => ({ file, ...request })),
    );
    return [...expressions, texts['.env.example']?.split('\n').slice(1, -1).join(' ')];
  };

  it.each<[string, Partial<FileRequest>[], string[]]>([
    ['none', [{}], ['regions.primary', 'PRIMARY_REGION=us-east-1']],
    [
      'one that says nothing',
      [{ names: ['DEFAULT_REGION'] }],
      ['regions.primary', 'PRIMARY_REGION=us-east-1'],
    ],
    [
      'a constant',
      [{ names: ['BEDROCK_REGION', 'primary'] }],
      ['regions.bedrock', 'BEDROCK_REGION=us-east-1'],
    ],
    [
      'of two words',
      [{ names: ['sourceBucketRegion'] }],
      ['regions.sourceBucket', 'SOURCE_BUCKET_REGION=us-east-1'],
    ],
    [
      'a service',
      [{ names: ['primary', 's3'] }, { region: 'us-west-2', names: ['bedrock-runtime'] }],
      ['regions.primary', 'regions.bedrock', 'PRIMARY_REGION=us-east-1 BEDROCK_REGION=us-west-2'],
    ],
    [
      'taken',
      [{ names: ['s3'] }, { region: 'us-west-2', names: ['s3', 'backup'] }],
      ['regions.s3', 'regions.backup', 'S3_REGION=us-east-1 BACKUP_REGION=us-west-2'],
    ],
    [
      'taken, and nothing else is known',
      [{ names: ['primary'] }, { region: 'us-west-2' }],
      ['regions.primary', 'regions.secondary', 'PRIMARY_REGION=us-east-1 SECONDARY_REGION=us-west-2'],
    ],
    [
      'Google Cloud',
      [{ region: 'us-central1', cloud: 'gcp' }],
      ['regions.primary', 'PRIMARY_REGION=us-central1'],
    ],
    [
      'Azure',
      [
        { region: 'eastus', cloud: 'azure' },
        { region: 'westeurope', cloud: 'azure', names: ['backup'] },
      ],
      ['regions.primary', 'regions.backup', 'PRIMARY_LOCATION=eastus BACKUP_LOCATION=westeurope'],
    ],
    [
      'a display name',
      [{ region: 'East US', cloud: 'azure' }],
      ['regions.primary', 'PRIMARY_LOCATION="East US"'],
    ],
    [
      'two clouds',
      [{}, { region: 'us-central1', cloud: 'gcp' }],
      ['regions.primary', 'regions.gcp', 'PRIMARY_REGION=us-east-1 GCP_REGION=us-central1'],
    ],
    ['a variable', [{ variable: 'AWS_DEFAULT_REGION' }], ['regions.primary', 'AWS_DEFAULT_REGION=us-east-1']],
    [
      'the variable of the CDK, which nobody sets by hand',
      [{ variable: 'CDK_DEFAULT_REGION' }, { region: 'us-west-2', names: ['s3'] }],
      ['regions.primary', 'regions.s3', 'S3_REGION=us-west-2'],
    ],
    [
      'its rank, not the region',
      [{}, { region: 'eu-west-1' }, { region: 'ap-south-1' }],
      [
        'regions.primary',
        'regions.secondary',
        'regions.tertiary',
        'PRIMARY_REGION=us-east-1 SECONDARY_REGION=eu-west-1 TERTIARY_REGION=ap-south-1',
      ],
    ],
    [
      'two variables',
      [{ variable: 'AWS_REGION' }, { variable: 'AWS_DEFAULT_REGION' }],
      ['regions.primary', 'regions.current', 'AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1'],
    ],
    [
      'a variable of its own',
      [{ variable: 'SES_REGION', names: ['primary'] }],
      ['regions.ses', 'SES_REGION=us-east-1'],
    ],
    [
      'one variable with two fallbacks',
      [{ variable: 'AWS_REGION' }, { variable: 'AWS_REGION', region: 'eu-west-1' }],
      [
        'regions.primary',
        'AWS_REGION falls back to eu-west-1 here and to us-east-1 elsewhere (regions.primary): decide which it is first.',
        'AWS_REGION=us-east-1',
      ],
    ],
    [
      'the same region twice',
      [{ names: ['primary'] }, { names: ['ses'] }],
      ['regions.primary', 'regions.primary', 'PRIMARY_REGION=us-east-1'],
    ],
    [
      'a service that is not meant',
      [{ names: ['bedrock'] }, { names: ['primary'] }],
      ['regions.bedrock', 'regions.primary', 'BEDROCK_REGION=us-east-1 PRIMARY_REGION=us-east-1'],
    ],
    [
      'what is no identifier',
      [{ names: ['2nd-region'] }],
      ['regions.region2nd', 'REGION_2ND_REGION=us-east-1'],
    ],
  ])('comes from %s', (_name, requests, expected) => {
    expect(name(...requests)).toEqual(expected);
  });

  it('never lets one variable stand for two regions', () => {
    const regions = ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-west-3', 'ap-south-1'];
    const { expressions, texts } = move(
      node,
      regions.map((region) => ({ file, region, names: ['primary', 's3'] })),
    );
    expect(new Set(expressions).size).toBe(regions.length);
    const lines = texts['.env.example']?.split('\n').slice(1, -1) ?? [];
    expect(new Set(lines.map((line) => line.split('=')[0])).size).toBe(regions.length);
  });

  it('leaves a variable alone that stands for another region', () => {
    const { expressions, texts } = move({ ...node, '.env.example': 'PRIMARY_REGION=eu-west-1\n' }, [
      { file, names: ['primary', 'ses'] },
    ]);
    expect(expressions).toEqual(['regions.ses']);
    expect(texts['.env.example']).toBe('PRIMARY_REGION=eu-west-1\nSES_REGION=us-east-1\n');
  });

  it('is primary even where its variable is taken', () => {
    const { expressions, texts } = move({ ...node, '.env.example': 'AWS_REGION=eu-west-1\n' }, [{ file }]);
    expect(expressions).toEqual(['regions.primary']);
    expect(texts['.env.example']).toBe('AWS_REGION=eu-west-1\nPRIMARY_REGION=us-east-1\n');
  });
});

describe('a second plan', () => {
  const requests: FileRequest[] = [
    { file, names: ['primary', 's3'] },
    { file, region: 'us-west-2', names: ['bedrock-runtime'] },
    { file, region: 'europe-west1', cloud: 'gcp', names: ['gcp'] },
    { file, region: 'eastus', cloud: 'azure', names: ['azure'] },
    { file, region: 'eu-west-1', variable: 'MAIL_REGION', names: ['ses'] },
  ];
  const vite: Texts = {
    'package.json': '{"type":"module","devDependencies":{"vite":"8"}}',
    'index.html': '',
    'tsconfig.json': '{}',
    'src/a.js': '',
  };

  it.each<[string, Texts, unknown]>([
    ['JavaScript', node, undefined],
    ['CommonJS', { 'package.json': '{}', 'src/a.js': "require('x')" }, undefined],
    ['TypeScript', { ...typescript, 'src/a.js': 'x' }, undefined],
    ['Vite', vite, undefined],
    ['a module of regions', node, inModule],
    ['a named module', node, { regions: { folder: 'src/config', file: 'places' } }],
    ['Turborepo', { ...node, 'turbo.json': '{\n  "tasks": {}\n}\n' }, undefined],
    ['an expression', node, { regions: { expression: "config.get('{variable}')" } }],
  ])('changes nothing: %s', (_name, texts, settings) => {
    const first = move(texts, requests, settings);
    const second = move(first.texts, requests, settings);
    expect(Object.keys(first.changed)).not.toEqual([]);
    expect(second.changed).toEqual({});
    expect(second.expressions).toEqual(first.expressions);
  });

  it('says whether the module holds a region itself', () => {
    const { texts } = move(node, [{ file }], inModule);
    const holds = (all: Texts, region: string) =>
      openConfigTarget(`/project/${file}`, openContext(all, inModule)).holdsLiterally(region);
    expect([holds(texts, 'us-east-1'), holds(texts, 'us-west-2'), holds(node, 'us-east-1')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('adds to what the first one wrote', () => {
    const { texts } = move(node, [{ file }]);
    const { changed } = move(texts, [{ file, region: 'eu-west-1', names: ['ses'] }]);
    expect(changed['src/config/regions.js']).toContain(
      "  get ses() {\n    return process.env.SES_REGION ?? 'eu-west-1';\n  },\n};\n",
    );
    expect(changed['.env.example']).toBe(`${texts['.env.example'] ?? ''}SES_REGION=eu-west-1\n`);
  });
});

describe('targets of one plan', () => {
  it('share what packages have in common', () => {
    const texts: Texts = {
      'package.json': '{ "workspaces": ["apps/*"] }',
      'turbo.json': '{ "globalEnv": [] }',
      '.env.example': 'A=1\n',
      'apps/a/package.json': '{"type":"module"}',
      'apps/a/x.js': "import 'x'",
      'apps/b/package.json': '{"type":"module"}',
      'apps/b/x.js': "import 'x'",
    };
    const { changed, expressions } = move(texts, [
      { file: 'apps/a/x.js' },
      { file: 'apps/b/x.js' },
      { file: 'apps/b/x.js', region: 'eu-west-1', names: ['ses'] },
    ]);
    expect(expressions).toEqual(['regions.primary', 'regions.primary', 'regions.ses']);
    expect(changed['.env.example']).toBe('A=1\nPRIMARY_REGION=us-east-1\nSES_REGION=eu-west-1\n');
    expect(changed['turbo.json']).toBe('{ "globalEnv": ["PRIMARY_REGION", "SES_REGION"] }');
    expect(Object.keys(changed).sort()).toEqual([
      '.env.example',
      'apps/a/config/regions.js',
      'apps/b/config/regions.js',
      'turbo.json',
    ]);
  });

  it('have a .env.example of their own where packages are not workspaces', () => {
    const texts: Texts = {
      'package.json': '{}',
      '.env.example': 'AWS_REGION=us-west-2\n',
      'apps/a/.env': '',
      'apps/a/package.json': '{"type":"module"}',
      'apps/a/x.js': "import 'x'",
    };
    const { changed, expressions } = move(texts, [{ file: 'apps/a/x.js' }]);
    expect(expressions).toEqual(['regions.primary']);
    expect(Object.keys(changed).sort()).toEqual(['apps/a/.env.example', 'apps/a/config/regions.js']);
  });

  it('are apart for a CDK program and the functions that it deploys', () => {
    const texts: Texts = {
      'package.json': '{"type":"module"}',
      'tsconfig.json': '{}',
      'bin/app.ts': "import 'x';\nprocess.env.CDK_DEFAULT_REGION ?? 'us-east-1'",
      'lambda/orders.ts': "import 'x'",
    };
    const requests: FileRequest[] = [
      { file: 'bin/app.ts', variable: 'CDK_DEFAULT_REGION' },
      { file: 'lambda/orders.ts' },
    ];
    for (const order of [requests, requests.toReversed()]) {
      const { changed, expressions, texts: after } = move(texts, order);
      expect(expressions).toEqual(['regions.primary', 'regions.primary']);
      expect(changed['config/regions.cdk.ts']).toContain(
        "return process.env.CDK_DEFAULT_REGION ?? 'us-east-1'",
      );
      expect(changed['config/regions.ts']).toContain("return process.env.PRIMARY_REGION ?? 'us-east-1'");
      expect(changed['config/regions.ts']).not.toContain('CDK_DEFAULT_REGION');
      expect(move(after, order).changed).toEqual({});
    }
    const literal: Texts = { ...texts, 'config/regions.ts': "export const regions = { a: 'us-east-1' };" };
    expect(move(literal, requests).changed).toEqual({});
    expect(Object.keys(move(texts, requests, inModule).changed)).toEqual(['config/regions.ts']);
  });

  it('are apart for a browser and a server', () => {
    const texts: Texts = {
      'package.json': '{"type":"module","devDependencies":{"vite":"8"}}',
      'index.html': '',
      'src/app.jsx': "import 'x'",
      'server/index.js': "import 'node:fs'",
    };
    const { changed } = move(texts, [{ file: 'src/app.jsx' }, { file: 'server/index.js' }]);
    expect(Object.keys(changed).sort()).toEqual([
      '.env.example',
      'src/config/regions.js',
      'src/config/regions.server.js',
    ]);
    expect(changed['src/config/regions.js']).toContain(
      "return import.meta.env.VITE_PRIMARY_REGION ?? 'us-east-1'",
    );
    expect(changed['src/config/regions.server.js']).toContain(
      "return process.env.PRIMARY_REGION ?? 'us-east-1'",
    );
  });

  it('read what Next.js puts into client components', () => {
    const texts: Texts = {
      'package.json': '{"dependencies":{"next":"16"}}',
      'tsconfig.json': '{}',
      'app/a.tsx': "// a\n'use client';\nimport 'x';",
      'app/b.ts': "import 'x';",
    };
    const { changed } = move(texts, [{ file: 'app/a.tsx' }, { file: 'app/b.ts' }]);
    expect(changed['config/regions.browser.ts']).toContain(
      "return process.env.NEXT_PUBLIC_PRIMARY_REGION ?? 'us-east-1'",
    );
    expect(changed['config/regions.ts']).toContain("return process.env.PRIMARY_REGION ?? 'us-east-1'");
  });

  it('hold regions where there is no environment', () => {
    const { changed, target } = move(
      {
        'package.json': '{"dependencies":{"@angular/core":"21"}}',
        'tsconfig.json': '{}',
        'src/app/a.ts': "import 'x';",
      },
      [{ file: 'src/app/a.ts' }],
    );
    expect(target.kind).toBe('module');
    expect(changed).toEqual({
      'src/config/regions.ts':
        "/** The cloud regions that this code uses. */\nexport const regions = {\n  primary: 'us-east-1',\n} as const;\n",
    });
  });
});

it('knows the package of a folder that is opened by itself', () => {
  const texts: Texts = { 'package.json': '{"type":"module"}', 'src/a.js': 'x' };
  const target = openConfigTarget('/project/src/a.js', { ...openContext(texts), root: '/project/src' });
  expect(target).toMatchObject({ path: '/project/src/config/regions.js', format: { module: 'esm' } });
});

it('leaves files alone that are there and are no text', () => {
  const context = openContext(node);
  const { files } = context;
  const withBinary = (folder: string, name: string) => ({
    ...context,
    files: {
      ...files,
      list: (each: string) => [...files.list(each), ...(each === `/project${folder}` ? [name] : [])],
    },
  });
  const request = {
    region: 'us-east-1',
    cloud: 'aws',
    names: [],
    reads: [],
    operator: '??',
    kept: undefined,
    isApart: false,
  } as const;

  const noExample = openConfigTarget(`/project/${file}`, withBinary('', '.env.example'));
  noExample.addEntry(request);
  expect(noExample.getEdits().map(({ path }) => path)).toEqual(['/project/src/config/regions.js']);

  const noModule = openConfigTarget(`/project/${file}`, withBinary('/src/config', 'regions.js'));
  expect(noModule.addEntry(request)).toEqual({
    refused: 'src/config/regions.js exports no object that regions can be added to.',
  });
});

describe('an expression of the project', () => {
  it.each<[string, string[], Record<string, string>]>([
    ["config.get('regions.{name}')", ["config.get('regions.primary')", "config.get('regions.ses')"], {}],
    ['Regions.{NAME}', ['Regions.PRIMARY', 'Regions.SES'], {}],
    [
      "env('{variable}')",
      ["env('PRIMARY_REGION')", "env('SES_REGION')"],
      {
        '.env.example':
          '# The cloud regions that this code works in.\nPRIMARY_REGION=us-east-1\nSES_REGION=eu-west-1\n',
      },
    ],
  ])('%s', (expression, expressions, changed) => {
    const outcome = move(node, [{ file }, { file, region: 'eu-west-1', names: ['ses'] }], {
      regions: { expression, import: { name: 'config', from: '#config' } },
    });
    expect(outcome.expressions).toEqual(expressions);
    expect(outcome.changed).toEqual(changed);
    expect(outcome.target).toMatchObject({ exportName: 'config', specifier: '#config' });
  });
});

describe('docs/users/moving-regions.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/users/moving-regions.md'), 'utf8');
  const project: Texts = {
    'package.json': '{"name":"orders","type":"module"}',
    'tsconfig.json': '{ "compilerOptions": { "types": ["node"] } }',
    'src/store.ts': "import 'x';\n",
  };
  const requests: FileRequest[] = [
    { file: 'src/store.ts', names: ['primary', 's3'] },
    { file: 'src/store.ts', region: 'us-west-2', names: ['BEDROCK_REGION'] },
  ];

  it.each([undefined, { regions: { missing: 'throw' } }, inModule])(
    'shows what is written: %o',
    (settings) => {
      const { changed } = move(project, requests, settings);
      for (const text of Object.values(changed)) expect(page).toContain(`\n${text}\`\`\``);
    },
  );
});
