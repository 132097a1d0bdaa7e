import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../support/run-cli.ts';
import { createRunnable } from './programs.ts';

// Others, and more: `PROGRAMS=2000 FUZZ_SEED=100000 npm test -- test/fixes/same-output.test.ts`.
const count = Number(process.env.PROGRAMS ?? 40);
const firstSeed = Number(process.env.FUZZ_SEED ?? 0);

/** Imports each program, and prints what it found out or why it could not. */
const runAll = `
import { readdirSync } from 'node:fs';
const outputs = {};
for (const name of readdirSync('src').filter((each) => /^p\\d+\\./.test(each))) {
  try {
    const { output, default: all } = await import(process.cwd() + '/src/' + name);
    outputs[name] = await (output ?? all.output);
  } catch (error) {
    outputs[name] = String(error);
  }
}
console.log(JSON.stringify({ outputs, globals: Object.keys(globalThis).sort() }));
`;

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-programs-')));
  mkdirSync(join(root, 'src'));
  writeFileSync(join(root, '.env.example'), 'LOG_LEVEL=info\n');
  writeFileSync(join(root, 'package.json'), '{ "name": "programs", "type": "module" }\n');
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'), 'junction');
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function run(variables: Record<string, string>): unknown {
  const env = { PATH: process.env.PATH ?? '', NODE_NO_WARNINGS: '1', ...variables };
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', runAll], {
      cwd: root,
      env,
      encoding: 'utf8',
    }),
  );
}

/** What `.env.example` lists. */
function readVariables(): Record<string, string> {
  const lines = readFileSync(join(root, '.env.example'), 'utf8').split('\n');
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = /^(\w+)=(.*)$/u.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
}

it.each(['cjs', 'mjs'] as const)(
  'programs (.%s) do the same before and after fix',
  { timeout: 60_000 },
  async (kind) => {
    for (let seed = firstSeed; seed < firstSeed + count; seed++) {
      const { name, text } = createRunnable(seed, kind);
      writeFileSync(join(root, 'src', name), text);
    }
    const before = run({});
    const fix = await runCli(['fix', '--no-config', '.'], { cwd: root, maxBuffer: 1e8 });
    expect(fix.code).not.toBe(2);
    const variables = readVariables();
    expect(Object.keys(variables).length).toBeGreaterThan(1);
    expect(run(variables)).toEqual(before);
    expect(run({})).toEqual(before);
  },
);
