import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { move, type FileRequest, type Texts } from './testing/open-project.ts';

const packages = join(import.meta.dirname, '../../../node_modules');

const strict: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  skipLibCheck: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};
const bundler: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};
const javascript: ts.CompilerOptions = { allowJs: true, checkJs: true };

const ends: (() => void)[] = [];
afterEach(() => {
  ends.splice(0).forEach((end) => {
    end();
  });
});

function writeProject(texts: Texts): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-config-')));
  ends.push(() => {
    rmSync(folder, { recursive: true });
  });
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const libraries = new Map<string, ts.SourceFile | undefined>();

/** Reads what belongs to the compiler and to packages once. */
function createHost(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version, ...rest) => {
    if (!name.startsWith(packages)) return getSourceFile(name, version, ...rest);
    const known = libraries.get(name) ?? getSourceFile(name, version, ...rest);
    libraries.set(name, known);
    return known;
  };
  return host;
}

/** What the compiler has against a file and what it imports. */
function typeCheck(texts: Texts, file: string, options: ts.CompilerOptions): string[] {
  const folder = writeProject(texts);
  const all = { ...strict, types: [], typeRoots: [join(packages, '@types')], ...options };
  const program = ts.createProgram([join(folder, file)], all, createHost(all));
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ messageText, file: where }) =>
        `${where?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
}

function run(texts: Texts, file: string, variables: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(writeProject(texts), file)], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', ...variables },
  });
  return { status, stdout, stderr };
}

const requests = (file: string): FileRequest[] => [
  { file, names: ['primary', 's3'] },
  { file, region: 'us-west-2', names: ['bedrock-runtime'] },
];

describe('a module that reads the environment, in TypeScript', () => {
  const tsconfig = (options: object) => JSON.stringify({ compilerOptions: options });
  const reads = (tail: string) =>
    `import { regions } from './config/regions.js';\nexport const region: string = regions.primary${tail};\n`;

  const projects: [name: string, texts: Texts, options: ts.CompilerOptions][] = [
    ['without the types of Node.js', { 'src/a.ts': 'export {};' }, {}],
    [
      'without the types, in CommonJS',
      { 'package.json': '{}', 'src/a.ts': 'export {};' },
      { verbatimModuleSyntax: false },
    ],
    ['with types that nobody mentions', { 'src/a.ts': 'export {};' }, { types: ['node'] }],
    [
      'with the types of Node.js',
      { 'tsconfig.json': tsconfig({ types: ['node'] }), 'src/a.ts': 'export {};' },
      { types: ['node'] },
    ],
    ['with a file that uses process', { 'src/a.ts': 'process.exit();' }, { types: ['node'] }],
    [
      'with index signatures that want brackets',
      {
        'tsconfig.json': tsconfig({ noPropertyAccessFromIndexSignature: true }),
        'src/a.ts': 'process.exit();',
      },
      { types: ['node'], noPropertyAccessFromIndexSignature: true },
    ],
    [
      'with dotenv',
      {
        'package.json': '{"type":"module","dependencies":{"dotenv":"17"}}',
        'src/a.ts': 'export {};',
        'node_modules/dotenv/package.json': '{"exports":{"./config":"./config.js"}}',
        'node_modules/dotenv/config.js': '',
        'node_modules/dotenv/config.d.ts': 'export {};',
      },
      {},
    ],
  ];
  it.each(projects)('is right %s', (_name, texts, options) => {
    const project = { 'package.json': '{"type":"module"}', 'tsconfig.json': '{}', ...texts };
    const { texts: after } = move(project, requests('src/a.ts'));
    expect(typeCheck({ ...after, 'src/a.ts': reads('') }, 'src/a.ts', options)).toEqual([]);
    // The module is seen by this check.
    expect(typeCheck({ ...after, 'src/a.ts': reads('.nowhere') }, 'src/a.ts', options)).not.toEqual([]);
  });

  const viteTypes = {
    ...bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: [join(packages, 'vite/client')],
  };
  const viteProjects: [name: string, texts: Texts, options: ts.CompilerOptions][] = [
    ['without the types of Vite', {}, bundler],
    ['with the types of Node.js only', {}, { ...bundler, types: ['node'] }],
    ['with types that nobody mentions', {}, viteTypes],
    ['with the types of Vite', { 'src/vite-env.d.ts': '/// <reference types="vite/client" />' }, viteTypes],
    [
      'with a variable that is declared',
      {
        'src/vite-env.d.ts':
          '/// <reference types="vite/client" />\ninterface ImportMetaEnv { readonly VITE_PRIMARY_REGION: string }\n',
      },
      viteTypes,
    ],
  ];
  it.each(viteProjects)('is right in a Vite app %s', (_name, texts, options) => {
    const project = {
      'package.json': '{"type":"module","devDependencies":{"vite":"8"}}',
      'tsconfig.json': '{}',
      'index.html': '',
      'src/a.ts': 'export {};',
      ...texts,
    };
    const { texts: after, expressions } = move(project, requests('src/a.ts'));
    expect(expressions).toEqual(['regions.primary', 'regions.bedrock']);
    const extra = Object.keys(texts)
      .map((name) => `/// <reference path="../${name}" />\n`)
      .join('');
    const withoutReference = Object.fromEntries(
      Object.entries(after).map(([name, text]) => [name, text.replace(/^\/\/\/.*\n?/u, '')]),
    );
    const check = (tail: string) =>
      typeCheck({ ...withoutReference, 'src/a.ts': extra + reads(tail) }, 'src/a.ts', options);
    expect(check('')).toEqual([]);
    expect(check('.nowhere')).not.toEqual([]);
    // Vite replaces what is written in full.
    const stripped = ts.transpileModule(after['src/config/regions.ts'] ?? '', {
      compilerOptions: { ...bundler, target: ts.ScriptTarget.ES2022 },
    });
    expect(stripped.outputText).toMatch(/\bimport\.meta\)?\.env\.VITE_PRIMARY_REGION\b/u);
  });

  it('holds regions with their literal types', () => {
    const { texts } = move({ 'package.json': '{"type":"module"}', 'src/a.ts': '' }, requests('src/a.ts'), {
      regions: { kind: 'module' },
    });
    const user =
      "import { regions } from './config/regions.js';\nexport const region: 'us-east-1' = regions.primary;\n";
    expect(typeCheck({ ...texts, 'src/a.ts': user }, 'src/a.ts', {})).toEqual([]);
  });
});

describe('a module that reads the environment, in JavaScript', () => {
  const formats: [name: string, manifest: string, file: string, source: string, module: string][] = [
    [
      'an ES module',
      '{"type":"module"}',
      'a.js',
      "import { regions } from './config/regions.js';\n",
      'config/regions.js',
    ],
    [
      'an ES module by name',
      '{}',
      'a.mjs',
      "import { regions } from './config/regions.mjs';\n",
      'config/regions.mjs',
    ],
    ['CommonJS', '{}', 'a.js', "const { regions } = require('./config/regions');\n", 'config/regions.js'],
    [
      'CommonJS by name',
      '{"type":"module"}',
      'a.cjs',
      "const { regions } = require('./config/regions.cjs');\n",
      'config/regions.cjs',
    ],
  ];

  describe.each(formats)('as %s', (_name, manifest, file, source, path) => {
    const user = `${source}console.log(regions.primary, regions.bedrock);\n`;
    const { texts, changed, target } = move({ 'package.json': manifest, [file]: user }, requests(file));

    it('is where the file looks for it', () => {
      expect(target.path).toBe(`/project/${path}`);
      expect(Object.keys(changed).sort()).toEqual(['.env.example', path]);
    });

    it('gives the regions', () => {
      const { stdout, stderr } = run(texts, file, {
        PRIMARY_REGION: 'eu-west-1',
        BEDROCK_REGION: 'eu-west-3',
      });
      expect({ stdout, stderr }).toEqual({ stdout: 'eu-west-1 eu-west-3\n', stderr: '' });
    });

    it('gives the regions of today where nothing is set', () => {
      const { stdout, stderr } = run(texts, file);
      expect({ stdout, stderr }).toEqual({ stdout: 'us-east-1 us-west-2\n', stderr: '' });
    });

    it.each([
      [{}, 'PRIMARY_REGION'],
      [{ PRIMARY_REGION: 'eu-west-1', BEDROCK_REGION: '' }, 'BEDROCK_REGION'],
    ])('stops without a default, and names what is missing: %o', (variables, missing) => {
      const { texts: strictly } = move({ 'package.json': manifest, [file]: user }, requests(file), {
        regions: { missing: 'throw' },
      });
      const { status, stderr, stdout } = run(strictly, file, variables);
      expect(status).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toContain(`Error: Set the environment variable ${missing}. .env.example lists it.\n`);
    });

    it('never throws when it is loaded', () => {
      const { texts: strictly } = move({ 'package.json': manifest, [file]: source }, requests(file), {
        regions: { missing: 'throw' },
      });
      expect(run(strictly, file)).toEqual({ status: 0, stdout: '', stderr: '' });
    });

    it('type-checks', () => {
      expect(typeCheck(texts, path, { ...javascript, types: ['node'] })).toEqual([]);
    });
  });
});
