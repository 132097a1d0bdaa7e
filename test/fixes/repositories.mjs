// node test/fixes/repositories.mjs FOLDER...: runs 'multi-region fix' on copies of repositories, and checks what it did.
// For each: every edited file parses; each changed line belongs to a finding, to an import or to a generated file; and
// a second run changes nothing. Prints the counts. Needs a build.
import { structuredPatch } from 'diff';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';

const cli = path.join(import.meta.dirname, '../../server/dist/multi-region.js');
const [...folders] = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const keep = process.argv.includes('--keep');
const ways = process.argv.includes('--deployment') ? ['--way', 'deployment'] : [];
if (folders.length === 0) {
  console.error('Usage: node test/fixes/repositories.mjs FOLDER... [--deployment] [--keep]');
  process.exit(2);
}

let problems = 0;
for (const folder of folders) checkRepository(path.resolve(folder));
console.log(problems === 0 ? '\nAll as it should be.' : `\n${problems} problems.`);
process.exitCode = problems === 0 ? 0 : 1;

/** @param {string} source */
function checkRepository(source) {
  const root = mkdtempSync(path.join(tmpdir(), 'multi-region-repository-'));
  cpSync(source, root, { recursive: true, verbatimSymlinks: true });
  console.log(`\n== ${path.basename(source)}`);
  const findings = audit(root);
  console.log(`findings before: ${format(countBy(findings, ({ ruleId }) => shorten(ruleId)))}`);

  const before = readTree(root);
  const first = run(['fix', ...ways, '.'], root);
  if (first.status > 1) report(`fix ended with ${first.status}: ${first.stderr}`);
  const after = readTree(root);
  const changed = [...after].filter(([file, text]) => before.get(file) !== text);
  for (const [file, text] of changed) checkFile(file, before.get(file), text, findings);

  const left = audit(root);
  console.log(`findings after:  ${format(countBy(left, ({ ruleId }) => shorten(ruleId)))}`);
  console.log(
    `files: ${changed.filter(([file]) => before.has(file)).length} changed, ${after.size - before.size} new`,
  );
  console.log(first.stdout.split('\n')[0]);
  for (const [line] of first.stdout.matchAll(/^ {2}\d+: .*$/gmu)) console.log(line);
  if (first.stderr !== '') console.log(`it said: ${first.stderr.trim()}`);

  const second = run(['fix', ...ways, '.'], root);
  const again = [...readTree(root)].filter(([file, text]) => after.get(file) !== text);
  for (const [file] of again) report(`${file}: changed by a second run`);
  if (second.status > 1) report(`the second run ended with ${second.status}: ${second.stderr}`);

  if (keep) console.log(`kept in ${root}`);
  else rmSync(root, { recursive: true, force: true });
}

/**
 * @param {string} file
 * @param {string | undefined} before
 * @param {string} after
 * @param {{ path: string, line: number, endLine: number }[]} findings
 */
function checkFile(file, before, after, findings) {
  if (/\.[cm]?[jt]sx?$/u.test(file)) {
    const { diagnostics = [] } = ts.transpileModule(after, { fileName: file, reportDiagnostics: true });
    const syntax = diagnostics.filter(({ code }) => code < 2000);
    for (const { messageText } of syntax) report(`${file}: does not parse: ${messageText}`);
  }
  if (before === undefined || /(?:^|\/)(?:\.env\.example|turbo\.jsonc?)$/u.test(file)) return;
  const own = findings.filter((finding) => finding.path === file);
  if (own.length === 0) return; // an existing config module
  for (const hunk of structuredPatch(file, file, before, after, '', '', { context: 0 }).hunks) {
    const end = hunk.oldStart + Math.max(hunk.oldLines, 1) - 1;
    const isFinding = own.some(({ line, endLine }) => line <= end && endLine >= hunk.oldStart);
    const isImport = hunk.lines.every((line) => /^.(?:\s*$|.*\b(?:import|require)\b)/u.test(line));
    if (!isFinding && !isImport)
      report(`${file}:${hunk.oldStart}: changed without a finding\n${hunk.lines.join('\n')}`);
  }
}

/** @param {string} root */
function audit(root) {
  const { status, stdout, stderr } = run(['audit', '--format', 'json', '--no-cache'], root);
  if (status > 1) throw new Error(`audit: ${stderr}`);
  return JSON.parse(stdout).findings;
}

/**
 * @param {string[]} args
 * @param {string} cwd
 */
function run(args, cwd) {
  const result = spawnSync(process.execPath, [cli, ...args], { cwd, encoding: 'utf8', maxBuffer: 2 ** 30 });
  return { ...result, status: result.status ?? 99 };
}

/** @param {string} root */
function readTree(root) {
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || /[\\/](?:node_modules|\.git)[\\/]/u.test(file)) continue;
    // Latin-1 keeps every byte apart.
    const isText = /\.(?:[cm]?[jt]sx?|jsonc?|example)$/u.test(file);
    files.set(path.relative(root, file), readFileSync(file, isText ? 'utf8' : 'latin1'));
  }
  return files;
}

/**
 * @template T
 * @param {T[]} items
 * @param {(item: T) => string} key
 */
function countBy(items, key) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

/** @param {Map<string, number>} counts */
function format(counts) {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return `${total} (${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')})`;
}

/** @param {string} ruleId */
function shorten(ruleId) {
  return ruleId.replace('multi-region/', '');
}

/** @param {string} problem */
function report(problem) {
  problems++;
  console.log(`PROBLEM ${problem}`);
}
