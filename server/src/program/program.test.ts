import { posix } from 'node:path';
import { createFileParser } from '../parse/parser.ts';
import { readEnvironment } from './deployment.ts';
import { createImporters } from './importers.ts';
import { inlineRegions } from './inline.ts';
import { createProgram } from './program.ts';
import { visit } from './syntax.ts';

const parse = createFileParser();

function open(
  files: Record<string, string>,
  environment = '',
  onParse: (path: string) => void = () => undefined,
) {
  const readText = (path: string) => files[path];
  const resolve = (from: string, specifier: string) => {
    const path = posix.join(posix.dirname(from), specifier);
    return [path, `${path}.ts`, path.replace(/\.js$/u, '.ts'), `${path}/index.ts`].find(
      (each) => each in files,
    );
  };
  const paths = Object.keys(files);
  const { importsOf } = createImporters({ files: paths, readText, resolve, dependencies: new Set() });
  return createProgram({
    readText,
    parse(text, options) {
      onParse(options.filePath ?? '');
      return parse(text, options);
    },
    resolve,
    importsOf,
    deployment: readEnvironment(environment),
  });
}

/** What `region` is in `use(region)` of main.ts. */
function ask(files: Record<string, string>, environment = ''): string[] {
  const program = open(files, environment);
  const module = program.getModule('main.ts');
  const found: string[] = [];
  if (!module) throw new Error('main.ts cannot be parsed');
  visit(module.ast, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'use') {
      const [argument] = node.arguments;
      const { sources, isComplete } = program.findSources(
        argument ? program.evaluate(module, argument) : { kind: 'unknown' },
      );
      found.push(
        ...sources.map(
          ({ region, variable, isDefault, spot }) =>
            `${region ?? ''}${variable === undefined ? '' : `${isDefault ? ' unless ' : ' from '}${variable}`} (${spot.module.path}:${spot.node.loc.start.line})`,
        ),
        ...(isComplete ? [] : ['?']),
      );
    }
    return true;
  });
  return found;
}

describe('findSources', () => {
  it('does not look through hundreds of values for each use, and says that there are more', () => {
    const values = Array.from({ length: 300 }, () => "region = 'eu-west-1';").join('\n');
    const found = ask({ 'main.ts': `let region = '';\n${values}\nuse(region);\nuse(region);` });
    expect(found.filter((each) => each === '?')).toHaveLength(2);
    expect(found.length).toBeLessThan(210);
  });

  it.each<[name: string, files: Record<string, string>, expected: string[], environment?: string]>([
    [
      'an exported constant',
      {
        'main.ts': `import { REGION } from './a';\nuse(REGION);`,
        'a.ts': `export const REGION = 'us-east-1';`,
      },
      ['us-east-1 (a.ts:1)'],
    ],
    [
      'a member of an object, by name',
      {
        'main.ts': `import { regions } from './a.js';\nuse(regions.secondary);`,
        'a.ts': `export const regions = {\n  primary: 'us-east-1',\n  secondary: 'eu-west-1',\n} as const;`,
      },
      ['eu-west-1 (a.ts:3)'],
    ],
    [
      'an enum',
      {
        'main.ts': `import { R } from './a';\nuse(R.Home);`,
        'a.ts': `export enum R { Home = 'us-east-1', Other = 'us-west-2' }`,
      },
      ['us-east-1 (a.ts:1)'],
    ],
    [
      'a default export through a file that passes it on',
      {
        'main.ts': `import { config } from './b';\nuse(config.aws.region);`,
        'b.ts': `export { default as config } from './a';`,
        'a.ts': `export default { aws: { region: 'us-east-1' } };`,
      },
      ['us-east-1 (a.ts:1)'],
    ],
    [
      'export *',
      {
        'main.ts': `import * as all from './b';\nuse(all.HOME);`,
        'b.ts': `export * from './a';`,
        'a.ts': `export const HOME = 'us-east-1';`,
      },
      ['us-east-1 (a.ts:1)'],
    ],
    [
      'CommonJS',
      {
        'main.ts': `const { home } = require('./a');\nuse(home); use(require('./b').home);`,
        'a.ts': `module.exports = { home: 'us-east-1' };`,
        'b.ts': `exports.home = 'us-west-2';`,
      },
      ['us-east-1 (a.ts:1)', 'us-west-2 (b.ts:1)'],
    ],
    [
      'JSON',
      {
        'main.ts': `import config from './a.json';\nuse(config.region);`,
        'a.json': `{\n "region": "us-east-1" }`,
      },
      ['us-east-1 (a.json:2)'],
    ],
    [
      'a variable with a default',
      {
        'main.ts': `import { env } from './a';\nuse(env.region);`,
        'a.ts': `export const env = {\n region: process.env.S3_REGION ?? 'us-east-1' };`,
      },
      ['us-east-1 unless S3_REGION (a.ts:2)'],
    ],
    [
      'getters that read a variable by name, as fix writes them',
      {
        'main.ts': `import { regions } from './a';\nuse(regions.primary);`,
        'a.ts': `function read(name: string): string {\n const value = process.env[name];\n if (!value) throw new Error(name);\n return value;\n}\nexport const regions = { get primary() { return read('AWS_REGION'); } };`,
      },
      [' from AWS_REGION (a.ts:2)'],
    ],
    [
      'a schema of the environment',
      {
        'main.ts': `import { env } from './a';\nuse(env.AWS_REGION); use(env.OTHER_REGION);`,
        'a.ts': `import { z } from 'zod';\nconst schema = z.object({ AWS_REGION: z.string().default('us-east-1'), OTHER_REGION: z.string() });\nexport const env = schema.parse(process.env);`,
      },
      ['us-east-1 unless AWS_REGION (a.ts:2)', ' from OTHER_REGION (main.ts:2)'],
    ],
    [
      'what the deployment sets',
      {
        'main.ts': `import { region } from './a';\nuse(region);`,
        'a.ts': `export const region = process.env.AWS_REGION || 'us-east-1';`,
      },
      ['eu-west-1 from AWS_REGION (a.ts:1)'],
      'AWS_REGION=eu-west-1',
    ],
    [
      'a function that returns it',
      {
        'main.ts': `import { getRegion } from './a';\nuse(getRegion());`,
        'a.ts': `export const getRegion = () => {\n  if (process.env.R_REGION) return process.env.R_REGION;\n  return 'us-east-1';\n};`,
      },
      ['us-east-1 unless R_REGION (a.ts:3)'],
    ],
    [
      'an argument of those who call',
      {
        'main.ts': `export function make(region: string) { return use(region); }`,
        'a.ts': `import { make } from './main';\nmake('us-east-1');`,
        'b.ts': `import { make } from './main';\nconst region = 'eu-west-1';\nexport const made = make(region);`,
        'c.ts': `import { other } from './d'; other('sa-east-1');`,
      },
      ['us-east-1 (a.ts:2)', 'eu-west-1 (b.ts:2)'],
    ],
    [
      'a member of an argument, through two functions',
      {
        'main.ts': `export const make = ({ region }: Options) => use(region);`,
        'a.ts': `import { make } from './main';\nexport const wrap = (options) => make({ retries: 2, ...options });`,
        'b.ts': `import { wrap } from './a';\nwrap({ region: 'us-east-1' });`,
      },
      ['us-east-1 (b.ts:2)'],
    ],
    [
      'a field that the constructor gets',
      {
        'main.ts': `export class Store {\n  constructor(private readonly region: string) {}\n  open() { return use(this.region); }\n}`,
        'a.ts': `import { Store } from './main';\nnew Store('us-east-1');`,
      },
      ['us-east-1 (a.ts:2)'],
    ],
    [
      'options through a helper of another file',
      {
        'main.ts': `import { withDefaults } from './a';\nuse(withDefaults({ region: 'us-east-1' }).region);`,
        'a.ts': `export const withDefaults = (options) => ({ maxAttempts: 3, ...options });`,
      },
      ['us-east-1 (main.ts:2)'],
    ],
    [
      'nothing where it cannot be told',
      { 'main.ts': `import { x } from 'elsewhere';\nuse(x.region);` },
      ['?'],
    ],
    [
      'no end where files read each other',
      {
        'main.ts': `import { a } from './a';\nexport const b = a;\nuse(a);`,
        'a.ts': `import { b } from './main';\nexport const a = b;`,
      },
      ['?'],
    ],
  ])('follows %s', (_name, files, expected, environment) => {
    expect(ask(files, environment)).toEqual(expected);
  });
});

describe('findSources, of what callers give', () => {
  const maker = 'function make(region) { use(region); }';
  it.each<[name: string, files: Record<string, string>]>([
    [
      'by another name',
      {
        'main.ts': `export ${maker}`,
        'a.ts': `import { make as build } from './main';\nbuild('us-east-1');`,
      },
    ],
    [
      'by the name that another file gives it',
      {
        'main.ts': `export ${maker}`,
        'index.ts': `export { make as build } from './main';`,
        'a.ts': `import { build } from './index';\nbuild('us-east-1');`,
      },
    ],
    [
      'by a name of their own',
      { 'main.ts': `export default ${maker}`, 'a.ts': `import build from './main';\nbuild('us-east-1');` },
    ],
    [
      'by the name of a member',
      {
        'main.ts': `${maker}\nmodule.exports = { build: make };`,
        'a.ts': `const clients = require('./main');\nclients.build('us-east-1');`,
      },
    ],
    [
      'by the name of a variable',
      {
        'main.ts': `${maker}\nexport const build = make;`,
        'a.ts': `import * as all from './main';\nconst { build } = all;\nbuild('us-east-1');`,
      },
    ],
    [
      'through an object that passes all on',
      {
        'main.ts': `export class Maker { constructor(region) { use(region); } }`,
        'index.ts': `export * from './main';`,
        'a.ts': `import { Maker as Other } from './index';\nnew Other('us-east-1');`,
      },
    ],
  ])('finds those that call it %s', (_name, files) => {
    expect(ask(files)).toEqual([expect.stringContaining('us-east-1 (a.ts:')]);
  });

  it('parses no importer that has none of its names', () => {
    const files = {
      'main.ts': `export ${maker}\nexport const other = 1;`,
      'a.ts': `import { make } from './main';\nmake('us-east-1');`,
      'b.ts': `import { other } from './main';\nconst maker = other;`,
    };
    const parsed: string[] = [];
    const program = open(files, '', (path) => parsed.push(path));
    const module = program.getModule('main.ts');
    if (!module) throw new Error('main.ts cannot be parsed');
    visit(module.ast, (node) => {
      if (node.type === 'CallExpression') {
        const [argument] = node.arguments;
        if (argument) program.findSources(program.evaluate(module, argument));
      }
      return true;
    });
    expect(parsed).toEqual(['main.ts', 'a.ts']);
  });
});

describe('inlineRegions', () => {
  function inline(files: Record<string, string>, environment = ''): string | undefined {
    const program = open(files, environment);
    const module = program.getModule('main.ts');
    return module && inlineRegions(module, program)?.text;
  }
  const config = {
    'a.ts': `export const regions = { home: 'us-east-1', away: process.env.AWAY_REGION, last: process.env.LAST_REGION ?? 'eu-west-1' };\nexport const queue = 'https://sqs.us-east-1.amazonaws.com/1/q';\nexport const name = 'orders';`,
  };

  it('writes regions, hosts and variables to where they are used', () => {
    const main = [
      `import { regions, queue, name } from './a';`,
      'f({ region: regions.home, QueueUrl: queue, name });',
      'const arn = `arn:aws:sqs:${regions.home}:1:q`;',
      'f(regions.away, regions.last, regions);',
    ].join('\n');
    expect(inline({ ...config, 'main.ts': main })).toBe(
      [
        `import { regions, queue, name } from './a';`,
        `f({ region: 'us-east-1', QueueUrl: 'https://sqs.us-east-1.amazonaws.com/1/q', name });`,
        'const arn = `arn:aws:sqs:us-east-1:1:q`;',
        `f(process.env.AWAY_REGION, (process.env.LAST_REGION ?? 'eu-west-1'), regions);`,
      ].join('\n'),
    );
  });

  it('follows what is called or used like a region or an address, and nothing else', () => {
    const main = [
      `import { regions, getHome, getName, Home } from './a';`,
      `const homeRegions = [getHome(), regions.home];`,
      'f({ region: { first: getName() } }, getName(), new Home());',
      'if (getHome()) getHome();',
      'f(`https://${getName()}.example.com`, `${getName()} files`);',
    ].join('\n');
    const a = `${config['a.ts']}\nexport const getHome = () => 'us-east-1';\nexport const getName = () => 'us-east-1';\nexport class Home {}`;
    expect(inline({ 'a.ts': a, 'main.ts': main })).toBe(
      [
        `import { regions, getHome, getName, Home } from './a';`,
        `const homeRegions = ['us-east-1', 'us-east-1'];`,
        `f({ region: { first: 'us-east-1' } }, getName(), new Home());`,
        'if (getHome()) getHome();',
        'f(`https://us-east-1.example.com`, `${getName()} files`);',
      ].join('\n'),
    );
  });

  it('keeps the names of short properties, and knows names that were taken out of an object', () => {
    const main = `import { regions } from './a';\nconst { home: region } = regions;\nf({ region });`;
    expect(inline({ ...config, 'main.ts': main })).toBe(
      `import { regions } from './a';\nconst { home: region } = regions;\nf({ region: 'us-east-1' });`,
    );
  });

  it('writes what the deployment sets, with its default gone, and leaves what is assigned', () => {
    const main = `f(process.env.AWS_REGION ?? 'us-east-1', import.meta.env.X);\nprocess.env.AWS_REGION = process.env.HOME_REGION;`;
    expect(inline({ 'main.ts': main }, 'AWS_REGION=eu-west-1\nX=eu-west-2\nHOME_REGION=eu-west-3')).toBe(
      `f('eu-west-1', 'eu-west-2');\nprocess.env.AWS_REGION = 'eu-west-3';`,
    );
  });

  it('leaves a file alone that has what it says in itself', () => {
    expect(
      inline({ 'main.ts': `const r = { home: 'us-east-1' };\nf(r.home, process.env.AWS_REGION);` }),
    ).toBeUndefined();
  });

  it('finds the way back', () => {
    const main = `import { regions } from './a';\nf(regions.home, 1); g();`;
    const program = open({ ...config, 'main.ts': main });
    const module = program.getModule('main.ts');
    const inlined = module && inlineRegions(module, program);
    expect(inlined?.toOriginal(inlined.text.indexOf('g()'))).toBe(main.indexOf('g()'));
    expect(inlined?.toOriginal(inlined.text.indexOf('us-east-1'))).toBe(main.indexOf('regions.home'));
    expect(inlined?.findEdit(inlined.text.indexOf('us-east-1'))?.source.spot.module.path).toBe('a.ts');
  });
});

describe('readEnvironment', () => {
  it('reads what .env files hold', () => {
    const text = `# c\nexport A_REGION=us-east-1 # home\nB="eu-west-1"\nC='x $A'\nD=\${A_REGION}\nE=\${NONE:-eu-west-2}\n\nF="two\nlines"\nG=\n`;
    expect(Object.fromEntries(readEnvironment(text))).toEqual({
      A_REGION: 'us-east-1',
      B: 'eu-west-1',
      C: 'x $A',
      D: 'us-east-1',
      E: 'eu-west-2',
      F: 'two\nlines',
      G: '',
    });
  });

  it('names the line that is no variable', () => {
    expect(() => readEnvironment('A=1\nwhat is this\n')).toThrow('line 2 is no variable');
  });
});
