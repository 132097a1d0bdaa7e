import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import * as prettier from 'prettier';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');
const made = [
  'eslint-plugin/docs/rules/no-example-region.md',
  'eslint-plugin/src/rules/no-example-region.test.ts',
  'eslint-plugin/src/rules/no-example-region.ts',
];
const list = 'eslint-plugin/src/rules.ts';

let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'multi-region-'));
  mkdirSync(join(copy, 'scripts'));
  mkdirSync(join(copy, 'eslint-plugin/docs/rules'), { recursive: true });
  for (const path of [
    'scripts/new-rule.mjs',
    'tsconfig.json',
    'client/tsconfig.json',
    'server/tsconfig.json',
    'vitest.config.ts',
    'package.json',
    'eslint-plugin/package.json',
    'eslint-plugin/tsconfig.json',
    'eslint-plugin/src',
  ]) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

describe('npm run new-rule', () => {
  it.each([
    [[], 'Usage: npm run new-rule -- the-name'],
    [['NoExample'], "'NoExample' is no name for a rule."],
    [['../no-example'], "'../no-example' is no name for a rule."],
    [['no-hardcoded-region'], 'eslint-plugin/src/rules/no-hardcoded-region.ts is there already.'],
  ])('refuses %j in one line, and changes nothing', (args, message) => {
    const before = listFiles();
    const { status, stderr } = newRule(...args);
    expect(stderr).toContain(message);
    expect(stderr.trim()).not.toContain('\n');
    expect(status).toBe(2);
    expect(listFiles()).toEqual(before);
  });

  it('makes three files that type-check, in the list of rules and in the house style', async () => {
    const before = listFiles();
    const { status, stderr, stdout } = newRule('no-example-region');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const path of made) expect(stdout).toContain(path);
    expect(listFiles().filter((path) => !before.includes(path))).toEqual(made);

    const [old, now] = [root, copy].map((folder) => readFileSync(join(folder, list), 'utf8').split('\n'));
    expect(now?.filter((line) => !old?.includes(line))).toEqual([
      "import noExampleRegion from './rules/no-example-region.ts';",
      "  'no-example-region': noExampleRegion,",
    ]);
    expect(old?.filter((line) => !now?.includes(line))).toEqual([]);

    expect(typeErrors()).toEqual([]);
    const style = await prettier.resolveConfig(join(root, list));
    for (const path of [...made, list]) {
      const text = readFileSync(join(copy, path), 'utf8');
      expect(await prettier.format(text, { ...style, filepath: path })).toBe(text);
    }
  });

  it('makes a test that runs, and fails when the rule reports something else', () => {
    newRule('no-started-region');
    const rule = join(copy, 'eslint-plugin/src/rules/no-started-region.ts');
    expect(runTest('no-started-region')).toMatchObject({ numPassedTests: 2, numFailedTests: 0 });
    writeFileSync(rule, readFileSync(rule, 'utf8').replace("!== 'unknown'", "!== 'catalogue'"));
    expect(runTest('no-started-region')).toMatchObject({ numPassedTests: 0, numFailedTests: 2 });
  });
});

function newRule(...args: string[]) {
  return spawnSync(process.execPath, [join(copy, 'scripts/new-rule.mjs'), ...args], { encoding: 'utf8' });
}

/** What vitest says of the test of a rule. */
function runTest(name: string): unknown {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const { stdout } = spawnSync(process.execPath, [vitest, 'run', '--reporter=json', `${name}.test.ts`], {
    cwd: copy,
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as unknown;
}

function listFiles(): string[] {
  const found = readdirSync(join(copy, 'eslint-plugin'), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(copy, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** What TypeScript says of the files that were made and of the list of rules. */
function typeErrors(): string[] {
  const { config } = ts.readConfigFile(join(copy, 'eslint-plugin/tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  ) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(copy, 'eslint-plugin'));
  const paths = [...made.filter((path) => path.endsWith('.ts')), list].map((path) => join(copy, path));
  const types = ['node', 'vitest/globals'];
  const program = ts.createProgram(paths, {
    ...options,
    rootDir: copy,
    composite: false,
    noEmit: true,
    types,
  });
  return paths
    .flatMap((path) => ts.getPreEmitDiagnostics(program, program.getSourceFile(path)))
    .map(
      ({ file, messageText }) =>
        `${file?.fileName ?? ''} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
}
