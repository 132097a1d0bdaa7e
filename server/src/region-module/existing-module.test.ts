import { createFileParser } from '../parse/parser.ts';
import { move, type Texts } from './testing/open-project.ts';

const parse = createFileParser();
const base: Texts = {
  'package.json': '{"type":"module"}',
  'tsconfig.json': '{}',
  'src/a.ts': "import 'x';\n",
};
const common: Texts = { 'package.json': '{}', 'src/a.js': "const x = require('x');\n" };

/** Wants `eu-west-1` for SES, which is not there yet. */
function extend(
  module: string,
  {
    path = 'src/config/regions.ts',
    texts = base,
    missing = 'throw',
  }: { path?: string; texts?: Texts; missing?: 'default' | 'throw' } = {},
) {
  const file = 'src/a.ts' in texts ? 'src/a.ts' : 'src/a.js';
  const request = { file, region: 'eu-west-1', names: ['ses'] };
  const settings = { regions: { missing } };
  const {
    texts: after,
    changed,
    expressions,
    target,
  } = move({ ...texts, [path]: module }, [request], settings);
  expect(move(after, [request], settings)).toMatchObject({ changed: {}, expressions });
  const text = after[path] ?? '';
  if (text !== module) expect(() => parse(text, { filePath: path })).not.toThrow();
  return { text, changed, expression: expressions[0], target };
}

describe('an object that is added to', () => {
  it('may name regions behind comments only', () => {
    const module = "export const settings = {\n  /* main */ primaryRegion: 'us-east-1',\n};\n";
    const { text, expression } = extend(module, { path: 'src/config/settings.ts' });
    expect(expression).toBe('settings.sesRegion');
    expect(text).toContain("sesRegion: 'eu-west-1',");
  });

  it.each<[string, string, string]>([
    [
      'a list of lines',
      "export const regions = {\n  primary: 'us-east-1',\n};\n",
      "export const regions = {\n  primary: 'us-east-1',\n  ses: 'eu-west-1',\n};\n",
    ],
    [
      'one line',
      'export const regions = { primary: "us-east-1" }',
      'export const regions = { primary: "us-east-1", ses: "eu-west-1" }',
    ],
    [
      'no comma',
      "export const regions = {\n\tprimary: 'us-east-1' // Virginia\n}\n",
      "export const regions = {\n\tprimary: 'us-east-1', // Virginia\n\tses: 'eu-west-1'\n}\n",
    ],
    [
      'as const',
      "export const regions = { primary: 'us-east-1' } as const;",
      "export const regions = { primary: 'us-east-1', ses: 'eu-west-1' } as const;",
    ],
    [
      'satisfies',
      "export const regions = { a: 'us-east-1' } satisfies Record<string, string>;",
      "export const regions = { a: 'us-east-1', ses: 'eu-west-1' } satisfies Record<string, string>;",
    ],
    [
      'frozen',
      "export const regions = Object.freeze({ a: 'us-east-1' });",
      "export const regions = Object.freeze({ a: 'us-east-1', ses: 'eu-west-1' });",
    ],
    [
      'an open type',
      "export const regions: Record<string, string> = { a: 'us-east-1' };",
      "export const regions: Record<string, string> = { a: 'us-east-1', ses: 'eu-west-1' };",
    ],
    [
      'names that say nothing',
      "import { main } from './main.js';\nexport const regions = { main, eu: need('EU') };",
      "import { main } from './main.js';\nexport const regions = { main, eu: need('EU'), ses: need('SES_REGION') };",
    ],
    [
      'a list of exports',
      "const regions = { a: 'us-east-1' };\nexport { regions };\n",
      "const regions = { a: 'us-east-1', ses: 'eu-west-1' };\nexport { regions };\n",
    ],
    [
      'empty',
      'export const regions = {};\n',
      "export const regions = { ses: required('SES_REGION', process.env.SES_REGION) };\n",
    ],
    [
      'empty but for a comment',
      'export const regions = {\n  // none yet\n};\n',
      "export const regions = {\n  // none yet\n  ses: required('SES_REGION', process.env.SES_REGION),\n};\n",
    ],
    [
      'process.env',
      'export const regions = {\n  a: process.env.A_REGION!,\n};\n',
      'export const regions = {\n  a: process.env.A_REGION!,\n  ses: process.env.SES_REGION!,\n};\n',
    ],
    [
      'brackets',
      "export const regions = { a: need(process.env['A_REGION']) };",
      "export const regions = { a: need(process.env['A_REGION']), ses: need(process.env['SES_REGION']) };",
    ],
    [
      'a helper',
      "export const regions = { a: requireEnv('A_REGION') };",
      "export const regions = { a: requireEnv('A_REGION'), ses: requireEnv('SES_REGION') };",
    ],
    [
      'a chain',
      "export const regions = { a: env.get('A_REGION').required().asString() };",
      "export const regions = { a: env.get('A_REGION').required().asString(), ses: env.get('SES_REGION').required().asString() };",
    ],
    [
      'a comment behind it',
      "export const regions = {\n  a: read('A_REGION'), // us-east-1\n  // more to come\n};\n",
      "export const regions = {\n  a: read('A_REGION'), // us-east-1\n  ses: read('SES_REGION'),\n  // more to come\n};\n",
    ],
  ])('%s', (_name, before, after) => {
    const { text, expression } = extend(before);
    expect(text.replace(/^function required[^]*?\n\}\n\n/mu, '')).toBe(after);
    expect(expression).toBe('regions.ses');
  });

  it.each<[string, string, string, string, string, 'default' | 'named']>([
    [
      'a default export',
      'src/config/regions.ts',
      "export default { a: 'us-east-1' };",
      "export default { a: 'us-east-1', ses: 'eu-west-1' };",
      'regions.ses',
      'default',
    ],
    [
      'a constant that is the default',
      'src/config/regions.ts',
      "const r = { a: 'us-east-1' };\nexport default r;",
      "const r = { a: 'us-east-1', ses: 'eu-west-1' };\nexport default r;",
      'regions.ses',
      'default',
    ],
    [
      'a part of the config',
      'src/config.ts',
      "export const config = { aws: { regions: { a: 'us-east-1' } }, port: 80 };",
      "export const config = { aws: { regions: { a: 'us-east-1', ses: 'eu-west-1' } }, port: 80 };",
      'config.aws.regions.ses',
      'named',
    ],
    [
      'a config with a region',
      'src/config/index.ts',
      "export const config = { region: need('AWS_REGION'), port: 80 };",
      "export const config = { region: need('AWS_REGION'), port: 80, sesRegion: need('SES_REGION') };",
      'config.sesRegion',
      'named',
    ],
    [
      'a part of a default export',
      'src/config/index.ts',
      "export default { aws: { region: 'us-east-1' }, port: 80 };",
      "export default { aws: { region: 'us-east-1', sesRegion: 'eu-west-1' }, port: 80 };",
      'config.aws.sesRegion',
      'default',
    ],
  ])('%s', (_name, path, before, after, expression, kind) => {
    const { text, expression: found, target } = extend(before, { path });
    expect(text).toBe(after);
    expect(found).toBe(expression);
    expect(target).toMatchObject({ exportKind: kind, exportName: expression.split('.')[0], exists: true });
  });

  it.each<[string, string, string]>([
    [
      "module.exports = { regions: { a: 'us-east-1' } };",
      "module.exports = { regions: { a: 'us-east-1', ses: 'eu-west-1' } };",
      'named',
    ],
    [
      "module.exports = { a: 'us-east-1' };",
      "module.exports = { a: 'us-east-1', ses: 'eu-west-1' };",
      'default',
    ],
    [
      "exports.regions = { a: 'us-east-1' };",
      "exports.regions = { a: 'us-east-1', ses: 'eu-west-1' };",
      'named',
    ],
    [
      "module.exports.regions = { a: 'us-east-1' };",
      "module.exports.regions = { a: 'us-east-1', ses: 'eu-west-1' };",
      'named',
    ],
    [
      "const regions = { a: 'us-east-1' };\nmodule.exports = { regions };",
      "const regions = { a: 'us-east-1', ses: 'eu-west-1' };\nmodule.exports = { regions };",
      'named',
    ],
  ])('in CommonJS: %s', (before, after, exportKind) => {
    const { text, target, expression } = extend(before, { path: 'src/config/regions.js', texts: common });
    expect(text).toBe(after);
    expect(expression).toBe('regions.ses');
    expect(target).toMatchObject({ exportKind, format: { language: 'js', module: 'cjs' }, kind: 'module' });
  });

  it.each([
    'process.env.A_REGION',
    'String(process.env.A_REGION)',
    'process.env.A_REGION ?? "us-east-1"',
    'env.A_REGION',
    'schema.parse(process.env).A_REGION',
  ])('never copies what does not fail: %s', (reading) => {
    const before = `/** Why. */\nexport const regions = {\n  a: ${reading},\n};\n`;
    const { text } = extend(before);
    expect(text).toMatch(
      /^function required\(name: string, value: string \| undefined\): string \{\n {2}if \(!value\) throw/,
    );
    expect(
      text.endsWith(
        before
          .replace('\n};', "\n  ses: required('SES_REGION', process.env.SES_REGION),\n};")
          .replaceAll("'", text.includes('"') ? '"' : "'"),
      ),
    ).toBe(true);
  });
});

describe('an entry with a default', () => {
  it.each<[string, string, string]>([
    [
      'a getter',
      "export const regions = {\n  get a() {\n    return process.env.A_REGION ?? 'us-east-1';\n  },\n};\n",
      "export const regions = {\n  get a() {\n    return process.env.A_REGION ?? 'us-east-1';\n  },\n  get ses(): string {\n    return process.env.SES_REGION ?? 'eu-west-1';\n  },\n};\n",
    ],
    [
      'a getter with a tab',
      'export const regions = {\n\tget a() {\n\t\treturn process.env.A_REGION ?? "us-east-1"\n\t}\n}\n',
      'export const regions = {\n\tget a() {\n\t\treturn process.env.A_REGION ?? "us-east-1"\n\t},\n\tget ses(): string {\n\t\treturn process.env.SES_REGION ?? "eu-west-1"\n\t}\n}\n',
    ],
    [
      'a plain property',
      "export const regions = {\n  a: process.env.A_REGION || 'us-east-1',\n};\n",
      "export const regions = {\n  a: process.env.A_REGION || 'us-east-1',\n  ses: process.env.SES_REGION ?? 'eu-west-1',\n};\n",
    ],
    [
      'a reader of the project',
      "export const regions = { a: env('A_REGION', 'us-east-1') };\n",
      "export const regions = { a: env('A_REGION', 'us-east-1'), ses: env('SES_REGION', 'eu-west-1') };\n",
    ],
    [
      'a reader that has no default',
      "export const regions = { a: requireEnv('A_REGION') };\n",
      "export const regions = { a: requireEnv('A_REGION'), ses: process.env.SES_REGION ?? 'eu-west-1' };\n",
    ],
  ])('is added like %s', (_name, before, after) => {
    expect(extend(before, { missing: 'default' }).text).toBe(after);
  });
});

describe('an entry that is there', () => {
  const region = 'eu-west-1';
  it.each<[string, string, Texts]>([
    ['by its literal', "export const regions = { dublin: 'eu-west-1', other: 'us-east-1' };", {}],
    [
      'by .env.example',
      "export const regions = { dublin: read('EU_REGION'), other: read('AWS_REGION') };",
      { '.env.example': 'AWS_REGION=us-east-1\nexport EU_REGION="eu-west-1" # Dublin\n' },
    ],
    ['by its fallback', "export const regions = { dublin: process.env.EU_REGION || 'eu-west-1' };", {}],
    [
      'by the comment behind it',
      "export const regions = {\n  other: read('AWS_REGION'), // us-east-1\n  dublin: read('EU_REGION'), // eu-west-1\n};",
      {},
    ],
    [
      'by the comment above it',
      "export const regions = {\n  other: read('AWS_REGION'),\n  // eu-west-1\n  dublin: read('EU_REGION'),\n};",
      {},
    ],
    ['by a constant', "const d = 'eu-west-1';\nexport const regions = { dublin: d };", {}],
  ])('is found %s', (_name, module, texts) => {
    const { expressions, changed } = move({ ...base, 'src/config/regions.ts': module, ...texts }, [
      { file: 'src/a.ts', region, names: ['ses'] },
    ]);
    expect({ expressions, changed }).toEqual({ expressions: ['regions.dublin'], changed: {} });
  });

  it('is found by the variable that it reads', () => {
    const module = "export const regions = { dublin: read('EU_REGION'), other: read('AWS_REGION') };";
    const { expressions, changed } = move({ ...base, 'src/config/regions.ts': module }, [
      { file: 'src/a.ts', region, variable: 'EU_REGION' },
    ]);
    expect({ expressions, changed }).toEqual({ expressions: ['regions.dublin'], changed: {} });
  });

  it('is written in brackets where its name needs them', () => {
    const module = "export const regions = { 'eu-prod': 'eu-west-1' };";
    const { expressions } = move({ ...base, 'src/config/regions.ts': module }, [
      { file: 'src/a.ts', region },
    ]);
    expect(expressions).toEqual(["regions['eu-prod']"]);
  });
});

describe('a module that is not taken', () => {
  it.each<[string, string, string]>([
    [
      'a catalogue',
      'src/config/regions.ts',
      "export const regions = { 'us-east-1': 'Virginia', 'eu-west-1': 'Ireland' };",
    ],
    ['an array', 'src/config/regions.ts', "export const regions = ['us-east-1', 'eu-west-1'];"],
    [
      'regions of something else',
      'src/config/regions.ts',
      "export const regions = { eu: 'Europe', us: 'America' };",
    ],
  ])('is refused where a new one would go: %s', (_name, path, module) => {
    const { expression, changed } = extend(module, { path });
    expect(expression).toBe('src/config/regions.ts exports no object that regions can be added to.');
    expect(changed).toEqual({});
  });

  it.each<[string, string, string]>([
    ['config without a region', 'src/config.ts', 'export const config = { port: 80 };'],
    [
      'config with a closed type',
      'src/config.ts',
      "export const config: Config = { region: 'us-east-1', port: 80 };",
    ],
    ['a function', 'src/config/index.ts', "export const getConfig = () => ({ region: 'us-east-1' });"],
    ['a broken file', 'src/config/index.ts', 'export const regions = {'],
    ['a test', 'src/config/regions.test.ts', "export const regions = { a: 'us-east-1' };"],
    [
      'code of the browser',
      'src/config/index.ts',
      'export const regions = { a: import.meta.env.VITE_REGION };',
    ],
    ['JavaScript without types', 'src/config/index.js', "export const regions = { a: 'us-east-1' };"],
  ])('gets a new one beside it: %s', (_name, path, module) => {
    const { expression, changed } = extend(module, { path, texts: base });
    expect(Object.keys(changed).sort()).toEqual(['.env.example', 'src/config/regions.ts']);
    expect(expression).toBe('regions.ses');
  });

  it('is refused with the reason when its type is closed', () => {
    const { expression } = extend("export const regions: Regions = { a: 'us-east-1' };");
    expect(expression).toBe(
      'src/config/regions.ts cannot take another region: its type says which keys it has.',
    );
  });
});

describe('what stands around', () => {
  const shapes = [
    "import x from 'x';\n\n/* Regions. */\nexport const regions = {\n  /** Virginia */\n  primary: 'us-east-1', // the first\n  // eu-west-2: not yet\n};\n\nexport const other = { a: 1 };\n",
    'export const regions = {\n\tprimary: "us-east-1" /* the first */,\n\n} as const\nexport type Regions = typeof regions',
    "const a = 1;\n// 😀 é\nexport const regions = { primary: 'us-east-1', };\n",
  ];
  const marks = ['', '\uFEFF'];
  const breaks = ['\n', '\r\n'];
  const ends = ['', '\n', '\n\n'];
  const cases = shapes.flatMap((shape) =>
    marks.flatMap((mark) =>
      breaks.flatMap((eol) => ends.map((end) => mark + (shape.trimEnd() + end).replaceAll('\n', eol))),
    ),
  );

  it.each(cases)('stays as it is: %j', (before) => {
    const { text } = extend(before);
    const added = /\s*ses: ['"]eu-west-1['"],?/u;
    expect(text).toMatch(added);
    expect(text.replace(added, '').replace(/,(?=\s*(?:\/|$|\}))/gmu, '')).toBe(
      before.replace(/,(?=\s*(?:\/|$|\}))/gmu, ''),
    );
    expect(text.includes('\r\n')).toBe(before.includes('\r\n'));
    expect(text.replaceAll('\r\n', '')).not.toContain(before.includes('\r\n') ? '\n' : '\r');
  });
});
