import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  renderFailoverModule,
  type FailoverModuleStyle,
} from '../../server/src/fixes/second-region/failover-client/render.ts';

const modules = join(import.meta.dirname, '../../node_modules');

/** The least that a project of today has, and the most that a strict one asks for. */
const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2020'],
  module: 'NodeNext',
  types: ['node'],
  allowJs: true,
  checkJs: true,
  allowUnreachableCode: false,
  declaration: true,
  erasableSyntaxOnly: true,
  exactOptionalPropertyTypes: true,
  isolatedModules: true,
  noEmit: true,
  noFallthroughCasesInSwitch: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noPropertyAccessFromIndexSignature: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  skipLibCheck: true,
  strict: true,
  verbatimModuleSyntax: true,
};

const style: FailoverModuleStyle = {
  language: 'ts',
  module: 'esm',
  quote: "'",
  semicolons: true,
  indent: '  ',
  eol: '\n',
};

const specifier = '../../server/src/fixes/second-region/failover-client/region-failover.ts';
const uses = readFileSync(join(import.meta.dirname, 'typed-uses.ts'), 'utf8');

const docs = readFileSync(join(import.meta.dirname, '../../docs/users/failover.md'), 'utf8');
const examples = [...docs.matchAll(/^```ts\n([^]*?)^```/gm)].map(([, code = '']) => code);

const files = {
  'package.json': '{ "type": "module" }',
  'tsconfig.json': JSON.stringify({ compilerOptions, exclude: ['node_modules'] }),
  'ts/region-failover.ts': renderFailoverModule(style),
  'ts/uses.ts': uses.replace(specifier, './region-failover.js'),
  'js/region-failover.js': renderFailoverModule({ ...style, language: 'js' }),
  'js/uses.ts': uses.replace(specifier, './region-failover.js'),
  'cjs/region-failover.cjs': renderFailoverModule({ ...style, language: 'js', module: 'cjs' }),
  'cjs/uses.cjs': `const { S3Client } = require('@aws-sdk/client-s3');
const { withRegionFailover } = require('./region-failover.cjs');
const names = ['us-east-1', 'us-west-2'];

/** @type {S3Client} */
exports.s3 = withRegionFailover(names, (region) => new S3Client({ region }));
// @ts-expect-error -- no such option
exports.quick = withRegionFailover(names, (region) => new S3Client({ region }), { timeout: 2_000 });
`,
  'docs/config/region-failover.ts': renderFailoverModule(style),
  'docs/config/regions.ts': `export const regions: { primary: string; secondary: string } = JSON.parse('{}');\n`,
  ...Object.fromEntries(examples.map((code, index) => [`docs/example-${index}.ts`, code])),
};

const compilers = ['typescript-v5', 'typescript', 'typescript-v7'].map((name) => {
  const manifest = readFileSync(join(modules, name, 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  return { version, program: join(modules, name, 'bin/tsc') };
});

describe('the types of the generated module, and of the clients that it makes', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'failover-types-'));
    symlinkSync(modules, join(folder, 'node_modules'));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are used in the examples of the page on failover', () => {
    expect(examples).toHaveLength(3);
  });

  it.each(compilers)('are right for TypeScript $version', ({ program }) => {
    expect(compile(program)).toBe('');
  });

  it.each(compilers.slice(-1))(
    'would not be right with another client, for TypeScript $version',
    ({ program }) => {
      const wrong = uses.replace('Same<typeof s3, S3Client>', 'Same<typeof s3, DynamoDBClient>');
      for (const form of ['ts', 'js'])
        writeFileSync(join(folder, form, 'uses.ts'), wrong.replace(specifier, './region-failover.js'));
      expect(compile(program).match(/^\w+\/uses.*: error TS\d+/gm)).toEqual([
        expect.stringContaining('js/uses.ts'),
        expect.stringContaining('ts/uses.ts'),
      ]);
    },
  );

  function compile(program: string): string {
    const { stdout, stderr } = spawnSync(process.execPath, [program, '-p', folder, '--pretty', 'false'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return stdout + stderr;
  }
});
