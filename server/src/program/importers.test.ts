import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readProject } from '../project/project.ts';
import { createImportResolver } from '../project/resolver.ts';
import { createImporters, type Importers } from './importers.ts';
import { findRegionTakers } from './region-takers.ts';

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-importers-')));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

interface Opened {
  importers: Importers;
  /** What was asked of the resolver. */
  asked: string[];
  takers: () => Record<string, string[]>;
}

/** Writes a project, and opens it with the real resolver. */
function open(texts: Record<string, string>, dependencies: readonly string[] = []): Opened {
  for (const [path, text] of Object.entries(texts)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const files = Object.keys(texts).filter((path) => /\.[cm]?[jt]sx?$/u.test(path));
  const resolver = createImportResolver(readProject(root, files), ({ path, message }) => {
    throw new Error(`${path}: ${message}`);
  });
  const asked: string[] = [];
  const readText = (path: string) => texts[path];
  const importers = createImporters({
    files,
    readText,
    resolve(from, specifier) {
      asked.push(specifier);
      const result = resolver.resolve(from, specifier);
      return result.kind === 'file' ? result.path : undefined;
    },
    dependencies: new Set(dependencies),
  });
  const takers = () =>
    Object.fromEntries(
      [...findRegionTakers(files, readText, importers)].map(([path, all]) => [path, [...all]]),
    );
  return { importers, asked, takers };
}

function usersOf({ importers }: Opened, path: string): string[] {
  return importers
    .importsOf(path)
    .map(({ user, specifier }) => `${user} ${specifier}`)
    .sort();
}

describe('importsOf', () => {
  it('finds a file by its name with the ending of TypeScript, of what it becomes, or none', () => {
    const opened = open({
      'src/zones.ts': '',
      'src/a.ts': "import './zones.ts';",
      'src/b.mts': "export { zones } from './zones.js';",
      'src/c.cjs': "const zones = require('./zones');",
      'lib/d.tsx': "const zones = await import('../src/zones');",
    });
    expect(usersOf(opened, 'src/zones.ts')).toEqual([
      'lib/d.tsx ../src/zones',
      'src/a.ts ./zones.ts',
      'src/b.mts ./zones.js',
      'src/c.cjs ./zones',
    ]);
  });

  it('finds an index by its folder, from within and from without', () => {
    const opened = open({
      'src/deploy/index.ts': '',
      'src/app.ts': "import './deploy';",
      'src/bin.ts': "import './deploy/';",
      'src/cli.ts': "import './deploy/index.js';",
      'src/deploy/plan.ts': "import '.';",
      'src/deploy/steps/one.ts': "import '..';",
      'src/deploy/steps/two.ts': "import '../';",
    });
    expect(usersOf(opened, 'src/deploy/index.ts')).toEqual([
      'src/app.ts ./deploy',
      'src/bin.ts ./deploy/',
      'src/cli.ts ./deploy/index.js',
      'src/deploy/plan.ts .',
      'src/deploy/steps/one.ts ..',
      'src/deploy/steps/two.ts ../',
    ]);
  });

  it('tells files of one name apart, and a file from a folder beside it', () => {
    const opened = open({
      'src/deploy.ts': '',
      'src/deploy/index.ts': '',
      'lib/deploy.ts': '',
      'src/app.ts': "import './deploy.js';",
      'src/bin.ts': "import './deploy/index.js';",
      'lib/cli.ts': "import './deploy';",
    });
    expect(usersOf(opened, 'src/deploy.ts')).toEqual(['src/app.ts ./deploy.js']);
    expect(usersOf(opened, 'src/deploy/index.ts')).toEqual(['src/bin.ts ./deploy/index.js']);
    expect(usersOf(opened, 'lib/deploy.ts')).toEqual(['lib/cli.ts ./deploy']);
  });

  it('finds a package of the workspace by its name', () => {
    const opened = open({
      'package.json': '{"name":"shop","workspaces":["packages/*"]}',
      'packages/places/package.json': '{"name":"@shop/places","main":"dist/main.js"}',
      'packages/places/src/main.ts': '',
      'packages/places/src/eu.ts': '',
      'packages/web/package.json': '{"name":"@shop/web","dependencies":{"@shop/places":"*"}}',
      'packages/web/src/page.ts': "import '@shop/places';\nimport '@shop/places/eu';",
    });
    expect(usersOf(opened, 'packages/places/src/main.ts')).toEqual(['packages/web/src/page.ts @shop/places']);
    expect(usersOf(opened, 'packages/places/src/eu.ts')).toEqual([
      'packages/web/src/page.ts @shop/places/eu',
    ]);
  });

  it('finds a file by an alias of package.json or tsconfig.json, also where that has another name', () => {
    const opened = open({
      'package.json':
        '{"name":"shop","imports":{"#config":"./src/settings/places.ts","#lib/*":"./src/lib/*.ts"}}',
      'tsconfig.json':
        '{"compilerOptions":{"paths":{"~/*":["./src/*"],"places":["./src/settings/places.ts"]}}}',
      'src/settings/places.ts': '',
      'src/lib/hosts.ts': '',
      'src/a.ts': "import '#config';\nimport '#lib/hosts';",
      'src/b.ts': "import 'places';\nimport '~/lib/hosts';",
      'src/c.ts': "import '~/settings/places';",
    });
    expect(usersOf(opened, 'src/settings/places.ts')).toEqual([
      'src/a.ts #config',
      'src/b.ts places',
      'src/c.ts ~/settings/places',
    ]);
    expect(usersOf(opened, 'src/lib/hosts.ts')).toEqual(['src/a.ts #lib/hosts', 'src/b.ts ~/lib/hosts']);
  });

  it('finds a file by a path of an alias or of a package that gives it another name', () => {
    const opened = open({
      'package.json':
        '{"name":"shop","workspaces":["packages/*"],"imports":{"#app/places":"./src/settings.ts","#at/*":"./src/*/main.ts"}}',
      'tsconfig.json': '{"compilerOptions":{"paths":{"@app/core/places":["./src/settings.ts"]}}}',
      'packages/core/package.json': '{"name":"@shop/core","exports":{"./places":"./src/settings.ts"}}',
      'packages/core/src/settings.ts': '',
      'src/settings.ts': '',
      'src/hosts/main.ts': '',
      'src/a.ts': "import '#app/places';\nimport '#at/hosts';",
      'src/b.ts': "import '@app/core/places';\nimport '@shop/core/places';",
    });
    expect(usersOf(opened, 'src/settings.ts')).toEqual(['src/a.ts #app/places', 'src/b.ts @app/core/places']);
    expect(usersOf(opened, 'src/hosts/main.ts')).toEqual(['src/a.ts #at/hosts']);
    expect(usersOf(opened, 'packages/core/src/settings.ts')).toEqual(['src/b.ts @shop/core/places']);
  });

  it('leaves a file out that imports itself', () => {
    const opened = open({ 'a.ts': "import './a.js';\nimport './b.js';", 'b.ts': "import './a.js';" });
    expect(usersOf(opened, 'a.ts')).toEqual(['b.ts ./a.js']);
    expect(usersOf(opened, 'b.ts')).toEqual(['a.ts ./b.js']);
  });

  it('resolves nothing whose name or folder does not fit, no dependency and nothing of Node', () => {
    const opened = open(
      {
        'src/places.ts': '',
        'lib/places.ts': '',
        'src/app.ts':
          "import './other.js';\nimport 'node:path';\nimport 'fs';\nimport 'zod';\nimport 'zod/places';",
        'lib/app.ts': "import './places.js';",
      },
      ['zod'],
    );
    expect(usersOf(opened, 'src/places.ts')).toEqual([]);
    expect(opened.asked).toEqual([]);
  });
});

describe('findRegionTakers', () => {
  it('goes through barrels, whatever names they give', () => {
    const { takers } = open({
      'src/places.ts': "export const HOME = 'eu-north-1';",
      'src/barrel.ts': "export * from './places.js';",
      'src/outer/index.ts': "export { HOME as BASE } from '../barrel.js';",
      'src/app.ts': "import { BASE } from './outer';\nstart(BASE);",
      'src/other.ts': "import { log } from './log.js';",
      'src/log.ts': 'export const log = console.log;',
    });
    expect(takers()).toEqual({
      'src/barrel.ts': ['./places.js'],
      'src/outer/index.ts': ['../barrel.js'],
      'src/app.ts': ['./outer'],
    });
  });

  it('goes on behind what speaks of regions, and ends at what does not', () => {
    const { takers } = open({
      'a.ts': "export const place = 'us-west-2';",
      'b.ts': "import { place } from './a.js';\nexport const homeRegion = place;",
      'c.ts': "import { homeRegion } from './b.js';\nexport function start() { return homeRegion; }",
      'd.ts': "import { start } from './c.js';\nexport const begin = () => start();",
      'e.ts': "import { begin } from './d.js';\nbegin();",
    });
    expect(takers()).toEqual({ 'b.ts': ['./a.js'], 'c.ts': ['./b.js'], 'd.ts': ['./c.js'] });
  });

  it('comes to an end where files import each other', () => {
    const { takers } = open({
      'a.ts': "import { regionB } from './b.js';\nexport const regionA = 'ap-south-1';",
      'b.ts': "import { regionC } from './c.js';\nexport const regionB = regionC;",
      'c.ts': "import { regionA } from './a.js';\nexport const regionC = regionA;",
    });
    expect(takers()).toEqual({ 'a.ts': ['./b.js'], 'b.ts': ['./c.js'], 'c.ts': ['./a.js'] });
  });

  it('keeps each specifier by which a file gets one, and no other', () => {
    const { takers } = open({
      'package.json': '{"name":"shop","imports":{"#config":"./settings.ts"}}',
      'settings.ts': "export const location = 'westeurope';",
      'zones.ts': "export const zone = 'europe-west1-b';",
      'log.ts': 'export const log = console.log;',
      'app.ts': "import { location } from '#config';\nimport { zone } from './zones.js';\nimport './log.js';",
    });
    expect(takers()).toEqual({ 'app.ts': ['#config', './zones.js'] });
  });

  it('finds nobody where no file holds a region', () => {
    const { takers, asked } = open({
      'a.ts': 'export const region = process.env.AWS_REGION;',
      'b.ts': "import { region } from './a.js';",
    });
    expect(takers()).toEqual({});
    expect(asked).toEqual([]);
  });
});
