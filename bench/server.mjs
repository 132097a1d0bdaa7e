// How fast the language server is beside vscode-eslint's with our plugin, on the same files in the same run:
//
//   node bench/server.mjs
//
// Run `npm run build` first. What README.md says of the numbers holds for this script.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startServer, time } from './language-servers.mjs';
import { writeSource } from './write-source.mjs';

const root = join(import.meta.dirname, '..');
const home = join(tmpdir(), 'multi-region-bench', 'server');
const peerPackage = 'vscode-langservers-extracted@4.10.0'; // carries vscode-eslint's server
const keystrokes = 60;
const warmUps = 10;
const starts = 5;
const openFiles = 200;

mkdirSync(home, { recursive: true });
const withConfig = makeProject('with-config', true);
const withoutConfig = makeProject('without-config', false);
const cli = join(root, 'server/dist/multi-region.js');
const ours = {
  args: [cli, 'lsp', '--stdio'], // plainly, as any editor starts it
  settings: () => ({}),
  initializationOptions: { trusted: true },
};
const peer = findPeer();
const servers = [
  { name: 'ours', ...ours, folder: withoutConfig },
  { name: "ours, project's ESLint config", ...ours, folder: withConfig },
  ...(peer ? [{ name: 'vscode-eslint', ...peer, folder: withConfig }] : []),
];
if (!peer) console.log(`vscode-eslint: left out, ${peerPackage} could not be fetched\n`);
console.log(
  `${cpus().length} cores, Node ${process.version}; ${keystrokes} keystrokes each, milliseconds; in brackets: so many times ours.\n` +
    `CPU time is that of the server and of all that it started, and does not depend on what else runs here\n`,
);

print(
  '',
  servers.map(({ name }) => name),
);
for (const lines of [100, 500, 3000]) {
  for (const where of ['comment', 'code', 'region', 'broken text']) await compareTyping(lines, where);
}
for (const count of [50, 1000, 10_000]) await measureFindings(count);
await compareStarts();
await compareMemory();

/** One key after the other, each when the diagnostics of the one before are there; the servers by turns. */
async function compareTyping(lines, where) {
  const text = writeSource(lines, 1);
  const { offset, keys: typed } = findPlace(text, where);
  const position = toPosition(text, offset);
  const sessions = [];
  for (const server of servers) {
    const session = await startServer(server, server.folder);
    const document = pathToFileURL(join(server.folder, `src/file-${lines}-${where[0]}.ts`)).href;
    await session.open(document, text);
    const [first] = await session.pull(document);
    if (!first) throw new Error(`${server.name}: no diagnostics. ${session.errors()}`);
    sessions.push({ name: server.name, session, document, keys: [], actions: [] });
  }

  for (let key = -warmUps; key < keystrokes; key++) {
    for (const each of sessions) {
      if (key === 0) each.cpuBefore = each.session.cpu();
      const taken = await time(async () => {
        await each.session.type(each.document, position, typed(key + warmUps));
        each.diagnostics = await each.session.pull(each.document);
      });
      if (key >= 0) each.keys.push(taken);
    }
  }
  for (const each of sessions) each.cpu = (each.session.cpu() - each.cpuBefore) / keystrokes;

  for (let round = where === 'comment' ? -warmUps : keystrokes; round < keystrokes; round++) {
    for (const { name, session, document, diagnostics, actions } of sessions) {
      let offered;
      const taken = await time(async () => (offered = await session.actions(document, diagnostics[0])));
      if (where === 'comment' && !offered?.length) throw new Error(`${name}: no code actions`);
      if (round >= 0) actions.push(taken);
    }
  }
  for (const { session } of sessions) session.stop();

  const row = (what, value) => printNumbers(`${lines} lines, in ${where}: ${what}`, sessions.map(value));
  row('keystroke, p50', ({ keys }) => percentile(keys, 50));
  row('keystroke, p95', ({ keys }) => percentile(keys, 95));
  row('CPU time for a keystroke, mean', ({ cpu }) => cpu);
  if (where === 'comment') {
    row('code actions, p50', ({ actions }) => percentile(actions, 50));
    row('code actions, p95', ({ actions }) => percentile(actions, 95));
  }
  const counts = new Set(sessions.map(({ diagnostics }) => diagnostics.length));
  if (where !== 'broken text' && counts.size > 1)
    throw new Error(`The servers do not agree: ${[...counts].join(', ')} diagnostics.`);
}

/** Where keys go, and which: what is typed behind the place, so that the text parses after each (or after none). */
function findPlace(text, where) {
  const middle = text.length / 2 - 500;
  switch (where) {
    case 'comment':
      return { offset: text.indexOf('/** ', middle) + 4, keys: (key) => (key % 20 === 0 ? '\n' : 'x') };
    case 'code':
      return { offset: text.indexOf('total <= 0', middle), keys: () => 'x' };
    case 'region':
      return { offset: text.indexOf('us-east-1'), keys: () => 'x' };
    default:
      // An assignment without a value: the first key breaks it, the others leave it so.
      return { offset: text.indexOf('  const { id, lines', middle), keys: () => ' = ' };
  }
}

function toPosition(text, offset) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1).length };
}

/** How a key's time grows with the findings of its file; only ours, for the peer has no related places. */
async function measureFindings(count) {
  const region = ['us-east', 1].join('-'); // put together, or this repository's own rules would report it
  const lines = Array.from(
    { length: count },
    (_, index) =>
      `export const queue${index} = 'arn:aws:sqs:${region}:123456789012:queue-${index}'; send(queue${index});`,
  );
  const text = ["import { send } from './send.js';", ...lines, ''].join('\n');
  const [server] = servers;
  const session = await startServer(server, server.folder);
  const document = pathToFileURL(join(server.folder, `src/findings-${count}.ts`)).href;
  await session.open(document, text);
  const found = await session.pull(document);
  const times = [];
  for (let key = -2; key < 10; key++) {
    const taken = await time(async () => {
      await session.type(document, { line: 0, character: 0 }, ' ');
      await session.pull(document);
    });
    if (key >= 0) times.push(taken);
  }
  session.stop();
  printNumbers(`${found.length} findings in one file: keystroke, p50`, [percentile(times, 50)]);
}

/** From the start of the process to the first diagnostics, by turns. */
async function compareStarts() {
  const text = writeSource(100, 1);
  const times = servers.map(() => []);
  for (let round = 0; round < starts; round++) {
    for (const [index, server] of servers.entries()) {
      let session;
      times[index].push(
        await time(async () => {
          session = await startServer(server, server.folder);
          const document = pathToFileURL(join(server.folder, 'src/first.ts')).href;
          await session.open(document, text);
          if ((await session.pull(document)).length === 0) throw new Error(`${server.name}: no diagnostics`);
        }),
      );
      session.stop();
    }
  }
  printNumbers(
    'start to first diagnostics, median',
    times.map((each) => percentile(each, 50)),
  );
}

async function compareMemory() {
  const sizes = [[], []];
  for (const server of servers) {
    const session = await startServer(server, server.folder);
    for (let file = 1; file <= openFiles; file++) {
      const document = pathToFileURL(join(server.folder, `src/open-${file}.ts`)).href;
      await session.open(document, writeSource(100, file));
      await session.pull(document);
      if (file === 1) sizes[0].push(session.memory());
    }
    sizes[1].push(session.memory());
    session.stop();
  }
  printNumbers('MB of memory, one file', sizes[0]);
  printNumbers(`MB of memory, ${openFiles} files of 100 lines`, sizes[1]);
}

function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(Math.ceil((percent / 100) * sorted.length), sorted.length) - 1];
}

function printNumbers(what, values) {
  const [base] = values;
  print(
    what,
    values.map((value, index) =>
      index === 0 ? value.toFixed(1) : `${value.toFixed(1)} (${(value / base).toFixed(1)})`,
    ),
  );
}

function print(what, cells) {
  console.log(`${what.padEnd(44)}${cells.map((cell) => cell.padStart(31)).join('')}`);
}

/** A project with the packages of this one. */
function makeProject(name, hasConfig) {
  const folder = join(home, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  if (hasConfig) {
    writeFileSync(
      join(folder, 'eslint.config.js'),
      `import parser from '@typescript-eslint/parser';
import multiRegion from 'eslint-plugin-multi-region';
export default [{ ...multiRegion.configs.recommended, files: ['**/*.ts'], languageOptions: { parser } }];
`,
    );
  }
  return folder;
}

function findPeer() {
  const folder = join(home, 'peer');
  const server = join(folder, 'node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server');
  if (!existsSync(server)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    spawnSync('npm', ['install', '--ignore-scripts', peerPackage], { cwd: folder });
  }
  if (!existsSync(server)) return undefined;
  // What the ESLint extension sends when nothing is set.
  const settings = (uri) => ({
    validate: 'on',
    packageManager: 'npm',
    useESLintClass: true,
    experimental: { useFlatConfig: false },
    codeAction: {
      disableRuleComment: { enable: true, location: 'separateLine', commentStyle: 'line' },
      showDocumentation: { enable: true },
    },
    codeActionOnSave: { enable: false, mode: 'all' },
    format: false,
    quiet: false,
    onIgnoredFiles: 'off',
    options: {},
    rulesCustomizations: [],
    problems: { shortenToSingleLine: false },
    run: 'onType',
    nodePath: null,
    workingDirectory: { mode: 'location' },
    workspaceFolder: { name: 'bench', uri },
  });
  return { args: [server, '--stdio'], settings };
}
