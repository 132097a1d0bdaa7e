// How fast the audit is beside its peers, in one run on the same tree:
//
//   node bench/audit.mjs            on a published npm package, fetched once with `npm pack`
//   node bench/audit.mjs npm:NAME@VERSION[:FOLDER]     on another one, or on a folder in it
//   node bench/audit.mjs FOLDER     on any other tree
//
// Run `npm run build` first. What README.md says of the numbers holds for this script.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
// Outside of any repository: oxlint passes over what git ignores.
const cache = join(tmpdir(), 'multi-region-bench');
// Real code with integrations of all kinds, of which few speak of a cloud.
const pinned = 'npm:n8n-nodes-base@1.100.0:dist';
const astGrepPackage = '@ast-grep/cli@0.51.1';
const runs = 5;

const eslintReport = join(cache, 'eslint.json');
const cli = join(root, 'server/dist/multi-region.js');
const plugin = join(root, 'eslint-plugin/dist/index.js');
// What a grep of one's own would look for; the prefilter's expression without its look-behinds.
const bareRegex = String.raw`-(?:(?:north|south)(?:east|west)?|east|west|central)-?\d|-(?:az|wlz?)\d|aws-(?:[a-z]+-){0,2}global|(?:s3|sts|\d\.cache)\.amazonaws\.com|aws-sdk|@azure/cosmos`;
const extensions = ['js', 'jsx', 'cjs', 'mjs', 'ts', 'tsx', 'cts', 'mts'];

// Not above the tree: the audit would take it for the tree's own.
const configs = join(cache, 'configs');
mkdirSync(configs, { recursive: true });
const [wanted = pinned] = process.argv.slice(2);
const tree = wanted.startsWith('npm:') ? fetchTree(wanted) : resolve(wanted);
const warm = audit('--no-cache', '--format', 'json');
const probe = spawnSync(warm.command, warm.args, { encoding: 'utf8', maxBuffer: 1 << 30 });
const report = JSON.parse(probe.stdout);
const { matches: candidates, files: fileCount } = countCandidates();

console.log(`${tree}`);
console.log(
  `${fileCount} files, ${((100 * candidates) / fileCount).toFixed(1)}% with what the bare regex finds; ` +
    `${cpus().length} cores, Node ${process.version}; medians of ${runs} runs, ESLint one run\n`,
);

const peers = [
  { name: 'eslint, one thread', ...eslint(), runs: 1 },
  { name: 'oxlint with our plugin, one thread', ...oxlint() },
  { name: 'ast-grep, one thread', ...astGrep() },
  { name: 'ripgrep, one thread', ...ripgrep() },
  { name: 'audit, one thread, no cache', ...audit('--no-cache', '--threads', '1') },
  { name: 'audit, no cache', ...audit('--no-cache') },
  { name: 'audit, cached', ...audit('--cache-location', join(cache, 'results')), rehearse: true },
];

const rows = [];
for (const peer of peers) {
  if (peer.missing) {
    console.log(`${peer.name}: left out, ${peer.missing}`);
    continue;
  }
  const times = [];
  for (let run = peer.rehearse ? -1 : 0; run < (peer.runs ?? runs); run++) {
    const time = await measure(peer);
    if (run >= 0) times.push(time);
  }
  rows.push({
    name: peer.name,
    wall: median(times.map(({ wall }) => wall)),
    cpu: median(times.map(({ cpu }) => cpu)),
  });
}

const base = rows.find(({ name }) => name === 'audit, one thread, no cache');
console.log(
  `\n${''.padEnd(36)}${['seconds', 'CPU s', 'files/s', 'audit is so many times faster', 'by CPU'].map((each) => each.padStart(10)).join('  ')}`,
);
for (const { name, wall, cpu } of rows) {
  const cells = [
    wall.toFixed(2),
    cpu.toFixed(2),
    Math.round(fileCount / wall),
    `${(wall / base.wall).toFixed(2)} x`.padStart(29),
    `${(cpu / base.cpu).toFixed(2)} x`,
  ];
  console.log(`${name.padEnd(36)}${cells.map((each) => String(each).padStart(10)).join('  ')}`);
}
console.log(
  `\nPeak memory of the audit: one thread ${measureMemory('1')} MB, all threads ${measureMemory()} MB`,
);
console.log(`Findings: audit ${report.findings.length}, eslint ${countEslintFindings()}`);

function fetchTree(wanted) {
  const [, name, folder = ''] = /^npm:(.+?@[^:]+)(?::(.+))?$/u.exec(wanted) ?? [];
  const target = join(cache, name.replace(/[^\w.-]/gu, '_'));
  if (!existsSync(join(target, 'package'))) {
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target);
    run('npm', ['pack', name, '--pack-destination', target], target);
    run('tar', ['xzf', readdirSync(target).find((file) => file.endsWith('.tgz'))], target);
  }
  return join(target, 'package', folder);
}

function countCandidates() {
  const regex = new RegExp(bareRegex);
  const script = `
    import { readFileSync, readdirSync } from 'node:fs';
    import { join } from 'node:path';
    let files = 0, matches = 0;
    const visit = (folder) => {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (entry.isDirectory()) { if (entry.name !== 'node_modules' && entry.name !== '.git') visit(join(folder, entry.name)); }
        else if (entry.isFile() && /\\.(?:[cm]?[jt]s|[jt]sx)$/.test(entry.name) && !/\\.d\\.[cm]?ts$/.test(entry.name)) {
          files++;
          if (${regex}.test(readFileSync(join(folder, entry.name), 'latin1'))) matches++;
        }
      }
    };
    visit(${JSON.stringify(tree)});
    console.log(JSON.stringify({ files, matches }));`;
  return JSON.parse(run(process.execPath, ['--input-type=module', '--eval', script], root));
}

function audit(...options) {
  // All peers get the recommended preset, whatever a tree has.
  return { command: process.execPath, args: [cli, 'audit', tree, '--no-config', ...options] };
}

function eslint() {
  const config = join(configs, 'eslint.config.mjs');
  const parser = pathToFileURL(join(root, 'node_modules/@typescript-eslint/parser/dist/index.js')).href;
  writeFileSync(
    config,
    `import plugin from '${pathToFileURL(plugin).href}';
import parser from '${parser}';
export default [{
  ...plugin.configs.recommended,
  files: ['**/*.{${extensions}}'],
  ignores: ['**/*.d.{ts,cts,mts}'],
  languageOptions: { parser },
  linterOptions: { reportUnusedDisableDirectives: 'off' },
}];
`,
  );
  const bin = join(root, 'node_modules/eslint/bin/eslint.js');
  return {
    command: process.execPath,
    args: [
      bin,
      '--no-config-lookup',
      '--config',
      config,
      '--format',
      'json',
      '--output-file',
      eslintReport,
      '.',
    ],
  };
}

function oxlint() {
  const bin = join(root, 'node_modules/oxlint/bin/oxlint');
  if (!existsSync(bin)) return { missing: 'it is not installed' };
  const config = join(configs, 'oxlintrc.json');
  const rules = {
    'multi-region/no-hardcoded-region': 'error',
    'multi-region/no-region-fallback': 'warn',
    'multi-region/no-hardcoded-zone': 'warn',
    'multi-region/no-hardcoded-arn': 'warn',
    'multi-region/no-hardcoded-endpoint': 'warn',
    'multi-region/no-global-endpoint': 'warn',
    'multi-region/require-client-failover': 'warn',
  };
  const jsPlugins = [{ name: 'multi-region', specifier: plugin }];
  writeFileSync(
    config,
    JSON.stringify({ plugins: [], categories: { correctness: 'off' }, jsPlugins, rules }),
  );
  return {
    command: process.execPath,
    args: [bin, '--config', config, '--no-ignore', '--threads=1', '--format', 'json', '.'],
  };
}

function astGrep() {
  const home = join(cache, 'ast-grep');
  const bin = () => {
    const scope = join(home, 'node_modules/@ast-grep');
    const platform = existsSync(scope)
      ? readdirSync(scope).find((name) => name.startsWith('cli-'))
      : undefined;
    return platform && join(scope, platform, process.platform === 'win32' ? 'ast-grep.exe' : 'ast-grep');
  };
  if (!bin()) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "private": true }');
    spawnSync('npm', ['install', '--ignore-scripts', astGrepPackage], { cwd: home });
  }
  const command = bin();
  if (!command || spawnSync(command, ['--version']).status !== 0)
    return { missing: `${astGrepPackage} does not run here` };
  const rules = ['JavaScript', 'TypeScript', 'Tsx'].map((language) =>
    JSON.stringify({
      id: language,
      language,
      severity: 'warning',
      rule: { kind: 'string_fragment', regex: bareRegex },
    }),
  );
  const noIgnore = ['hidden', 'dot', 'exclude', 'global', 'parent', 'vcs'].flatMap((each) => [
    '--no-ignore',
    each,
  ]);
  return {
    command,
    args: [
      'scan',
      '--inline-rules',
      rules.join('\n---\n'),
      ...noIgnore,
      '--threads',
      '1',
      '--json=compact',
      '.',
    ],
  };
}

function ripgrep() {
  if (spawnSync('rg', ['--version']).status !== 0) return { missing: 'rg is not installed' };
  const globs = [`*.{${extensions}}`, '!*.d.{ts,cts,mts}', '!node_modules', '!.git'].flatMap((glob) => [
    '--glob',
    glob,
  ]);
  return {
    command: 'rg',
    args: ['--no-config', '--no-ignore', '--hidden', '--threads', '1', ...globs, '-e', bareRegex, '.'],
  };
}

/** Runs a command in the tree; resolves with its seconds, and with those of the processor where the shell can tell. */
function measure({ command, args }) {
  return new Promise((settle) => {
    const start = performance.now();
    // The last line that a POSIX shell's `times` prints is about its children.
    const script = '"$@" >/dev/null 2>&1; times';
    const shell = spawn('sh', ['-c', script, 'sh', command, ...args], {
      cwd: tree,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    shell.stdout.on('data', (data) => (output += data));
    shell.on('close', () => {
      const wall = (performance.now() - start) / 1000;
      const last = output.trim().split('\n').at(-1) ?? '';
      const cpu = [...last.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
        (sum, [, m, s]) => sum + 60 * Number(m) + Number(s),
        0,
      );
      settle({ wall, cpu });
    });
  });
}

/** In MB, of the largest of three runs. */
function measureMemory(threads) {
  const hook =
    'data:text/javascript,process.on("exit",()=>process.stderr.write("\\nRSS "%2Bprocess.resourceUsage().maxRSS))';
  const { args } = audit('--no-cache', ...(threads ? ['--threads', threads] : []));
  const peaks = Array.from({ length: 3 }, () => {
    const { stderr } = spawnSync(process.execPath, ['--import', hook, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    return Number(/RSS (\d+)$/.exec(stderr)?.[1]) / 1024;
  });
  return Math.round(Math.max(...peaks));
}

function countEslintFindings() {
  const messages = JSON.parse(readFileSync(eslintReport, 'utf8')).flatMap((file) => file.messages);
  return messages.filter(({ ruleId }) => ruleId?.startsWith('multi-region/')).length;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
  return stdout;
}
