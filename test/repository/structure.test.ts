import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/**
 * The import directions of docs/development/architecture.md: for each room, the rooms of its package that it may use.
 * A room is a folder of a package's `src`; a file that stands directly in `src` is a room of its own.
 */
const allowed: Record<string, readonly string[]> = {
  'eslint-plugin/remember.ts': [],
  'eslint-plugin/glob.ts': [],
  'eslint-plugin/file-kind.ts': ['glob.ts'],
  'eslint-plugin/clouds': [],
  'eslint-plugin/settings.ts': ['clouds'],
  'eslint-plugin/facts': ['clouds', 'remember.ts'],
  'eslint-plugin/languages': ['clouds', 'facts', 'file-kind.ts', 'glob.ts', 'remember.ts', 'settings.ts'],
  'eslint-plugin/create-rule.ts': ['facts', 'languages', 'remember.ts'],
  'eslint-plugin/edits.ts': ['languages'],
  'eslint-plugin/reporting': ['clouds', 'create-rule.ts', 'facts', 'languages', 'remember.ts'],
  'eslint-plugin/rules': ['clouds', 'create-rule.ts', 'facts', 'languages', 'reporting'],
  // What the server does is apart from how it is asked: none of these knows of protocol and command line.
  'server/printing': [],
  'server/files': [],
  'server/parse': ['files'],
  'server/lint': ['parse', 'files'],
  'server/project': ['parse', 'files', 'lint'],
  'server/eslint-config': ['parse', 'files', 'lint', 'project'],
  'server/program': ['parse'],
  'server/region-module': ['parse', 'files', 'lint', 'project'],
  'server/fixes': ['parse', 'files', 'lint', 'eslint-config', 'project', 'region-module'],
  'server/audit': ['printing', 'parse', 'files', 'lint', 'eslint-config', 'project', 'program', 'chaos'],
  'server/mass-fix': [
    'printing',
    'files',
    'lint',
    'eslint-config',
    'project',
    'region-module',
    'fixes',
    'audit',
  ],
  'server/chaos': ['printing', 'files'],
  'server/init': ['parse', 'files', 'lint', 'eslint-config'],
};

/** The plugin has no run-time dependency; these give it types. */
const typePackages = ['eslint', '@typescript-eslint/utils'];

/**
 * What single files of it may import at run time. The language for documents reads the other files of a Terraform
 * module, with what is part of Node; esbuild.mjs puts the parser of YAML into the published file.
 */
const runtimeImports: Record<string, readonly string[]> = {
  'eslint-plugin/src/languages/documents/eslint-language.ts': ['node:fs', 'node:path'],
  'eslint-plugin/src/languages/documents/yaml-parser.ts': ['@lezer/yaml'],
};

interface Import {
  from: string;
  specifier: string;
  isTypeOnly: boolean;
  /** The imported file, from the root of the repository; undefined for a package. */
  to: string | undefined;
}

describe('the import directions', () => {
  const root = join(import.meta.dirname, '../..');
  const paths = ['client', 'server', 'eslint-plugin'].flatMap((home) =>
    readdirSync(join(root, home, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts') && !path.startsWith('testing'))
      .map((path) => `${home}/src/${path.replaceAll('\\', '/')}`),
  );
  const sources = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));

  it('are kept', () => {
    expect(problems(sources)).toEqual([]);
  });

  it('are looked at in all three packages', () => {
    const packages = new Set(paths.map((path) => path.split('/')[0]));
    expect([...packages].sort()).toEqual(['client', 'eslint-plugin', 'server']);
    expect(
      importsOf('eslint-plugin/src/index.ts', sources.get('eslint-plugin/src/index.ts') ?? ''),
    ).not.toEqual([]);
  });
});

describe('this test', () => {
  it.each([
    ['client/src/a.ts', "import '../../server/src/b.ts'", 'leaves'],
    ['client/src/a.ts', "export { b } from 'multi-region'", 'multi-region'],
    ['client/src/a.ts', "const b = require('eslint-plugin-multi-region')", 'eslint-plugin-multi-region'],
    ['server/src/lsp/a.ts', "import type { B } from '../../../eslint-plugin/src/b.ts'", 'leaves'],
    ['server/src/audit/a.ts', "import { b } from '../cli/b.ts'", 'server/cli'],
    ['server/src/parse/a.ts', "import type { B } from '../lsp/b.ts'", 'server/lsp'],
    ['server/src/lsp/a.ts', "import { b } from '../cli/b.ts'", 'server/cli'],
    ['server/src/fixes/a.ts', "import { b } from '../audit/b.ts'", 'server/audit'],
    ['server/src/fixes/a.ts', "import { b } from '../mass-fix/b.ts'", 'server/mass-fix'],
    ['eslint-plugin/src/index.ts', "import { Linter } from 'eslint'", 'eslint'],
    ['eslint-plugin/src/index.ts', "import { type Linter } from 'eslint'", 'eslint'],
    ['eslint-plugin/src/rules/a.ts', "import { join } from 'node:path'", 'node:path'],
    ['eslint-plugin/src/rules/a.ts', "import type { Program } from 'estree'", 'estree'],
    ['eslint-plugin/src/languages/documents/a.ts', "import { parser } from '@lezer/yaml'", '@lezer/yaml'],
    ['server/src/lint/a.ts', "import type { B } from '../eslint-config/b.ts'", 'server/eslint-config'],
    ['eslint-plugin/src/rules/a.ts', "const b = await import('picocolors')", 'picocolors'],
    ['eslint-plugin/src/clouds/a.ts', "export * from '../languages/b.ts'", 'eslint-plugin/languages'],
    ['eslint-plugin/src/clouds/a.ts', "type B = import('../rules/b.ts').B", 'eslint-plugin/rules'],
    ['eslint-plugin/src/languages/a.ts', "import { b } from '../rules/b.ts'", 'eslint-plugin/rules'],
    [
      'eslint-plugin/src/languages/editing/a.ts',
      "import { b } from '../../reporting/b.ts'",
      'eslint-plugin/reporting',
    ],
    ['eslint-plugin/src/reporting/a.ts', "import b from '../rules/b.ts'", 'eslint-plugin/rules'],
    ['eslint-plugin/src/rules/a.ts', "import b from '../index.ts'", 'eslint-plugin/index.ts'],
  ])('refuses in %s: %s', (path, text, named) => {
    const target = importsOf(path, text)[0]?.to;
    const found = problems(new Map([[path, text], ...(target ? [[target, ''] as const] : [])]));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(path);
    expect(found[0]).toContain(named);
  });

  it.each([
    ['client/src/a.ts', "import { window } from 'vscode'"],
    ['server/src/lsp/a.ts', "import plugin from 'eslint-plugin-multi-region'"],
    ['server/src/cli/a.ts', "import '../lsp/b.ts'"],
    ['server/src/main.ts', "import '../src/cli/b.ts'"],
    ['eslint-plugin/src/index.ts', "import type { Linter } from 'eslint'"],
    ['eslint-plugin/src/rules/a.ts', "import '../languages/b.ts'"],
    ['eslint-plugin/src/rules/a.ts', "const text = \"import '../index.ts'\"; // import '../index.ts'"],
  ])('allows in %s: %s', (path, text) => {
    const target = importsOf(path, text)[0]?.to;
    expect(problems(new Map([[path, text], ...(target ? [[target, ''] as const] : [])]))).toEqual([]);
  });

  it('refuses a cycle, of whatever length', () => {
    const sources = new Map([
      ['server/src/a.ts', "import './b.ts'"],
      ['server/src/b.ts', "import type { C } from './c.ts'"],
      ['server/src/c.ts', "export * from './b.ts'"],
    ]);
    expect(problems(sources)).toEqual(['A cycle: server/src/b.ts -> server/src/c.ts -> server/src/b.ts']);
  });

  it('refuses an import of a file that is not there', () => {
    expect(problems(new Map([['client/src/a.ts', "import './b.ts'"]]))).toEqual([
      'client/src/a.ts imports ./b.ts: there is no client/src/b.ts',
    ]);
  });
});

/** What is wrong with the imports of these files, in words. */
function problems(sources: ReadonlyMap<string, string>): string[] {
  const imports = [...sources].flatMap(([path, text]) => importsOf(path, text));
  const found = imports.flatMap((entry) => {
    const reason = entry.to === undefined ? packageProblem(entry) : fileProblem(entry, entry.to, sources);
    return reason === undefined ? [] : [`${entry.from} imports ${entry.specifier}: ${reason}`];
  });
  const cycle = findCycle(imports);
  return cycle ? [...found, `A cycle: ${cycle.join(' -> ')}`] : found;
}

function packageProblem({ from, specifier, isTypeOnly }: Import): string | undefined {
  const own = ['multi-region', 'eslint-plugin-multi-region'];
  if (
    from.startsWith('client/') &&
    own.some((name) => specifier === name || specifier.startsWith(`${name}/`))
  ) {
    return `the client starts the server, it may not import ${specifier}`;
  }
  if (!from.startsWith('eslint-plugin/')) return undefined;
  if (runtimeImports[from]?.includes(specifier)) return undefined;
  if (!isTypeOnly) return `the plugin has no run-time dependency, so that ${specifier} may not be there`;
  return typePackages.includes(specifier) ? undefined : `types come from ${typePackages.join(' and ')} only`;
}

function fileProblem({ from }: Import, to: string, sources: ReadonlyMap<string, string>): string | undefined {
  const home = from.split('/')[0] ?? '';
  if (!to.startsWith(`${home}/src/`)) return `it leaves ${home}/src`;
  if (!sources.has(to)) return `there is no ${to}`;

  const [source, target] = [roomOf(from), roomOf(to)];
  if (source === target) return undefined;
  const rooms = allowed[source];
  if (rooms && !rooms.includes(target.slice(home.length + 1))) return `${source} may not use ${target}`;
  if (source === 'server/lsp' && target === 'server/cli') return `${source} may not use ${target}`;
  return undefined;
}

/** `eslint-plugin/src/rules/a.ts` -> `eslint-plugin/rules`. */
function roomOf(path: string): string {
  const [home = '', , room = ''] = path.split('/');
  return `${home}/${room}`;
}

/** All that a file imports: static and dynamic imports, re-exports, `require`, and types by `import('…').T`. */
function importsOf(path: string, text: string): Import[] {
  const imports: Import[] = [];
  const add = (specifier: ts.Node | undefined, isTypeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const name = specifier.text;
    const to = name.startsWith('.') ? posix.join(posix.dirname(path), name) : undefined;
    imports.push({ from: path, specifier: name, isTypeOnly, to });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      // `import { type T }` keeps the import itself at run time; `import type` does not.
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isExternalModuleReference(node)) {
      add(node.expression, false);
    } else if (ts.isImportTypeNode(node)) {
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    } else if (ts.isCallExpression(node) && isImportCall(node)) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return imports;
}

function isImportCall({ expression }: ts.CallExpression): boolean {
  return (
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === 'require')
  );
}

/** The first cycle of files, with its start repeated at the end. */
function findCycle(imports: readonly Import[]): string[] | undefined {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) {
    if (to !== undefined) targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const search = (path: string, trail: readonly string[]): string[] | undefined => {
    const start = trail.indexOf(path);
    if (start !== -1) return [...trail.slice(start), path];
    if (done.has(path)) return undefined;
    for (const target of targets.get(path) ?? []) {
      const cycle = search(target, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return undefined;
  };
  for (const path of targets.keys()) {
    const cycle = search(path, []);
    if (cycle) return cycle;
  }
  return undefined;
}
