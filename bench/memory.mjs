// How much memory the audit takes on trees of more and more files, of which one in fifty is parsed:
//
//   node bench/memory.mjs
//
// Run `npm run build` first. The trees are generated, and removed in the end.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSource } from './write-source.mjs';

const cli = join(import.meta.dirname, '../server/dist/multi-region.js');
const folder = mkdtempSync(join(tmpdir(), 'multi-region-memory-'));
const filesInFolder = 500;
const parsedOf = 50;
// What Node itself takes is in it.
const hook =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\nRSS "%2Bprocess.resourceUsage().maxRSS))';

try {
  console.log('files     findings     MB, one thread     MB, two threads');
  let written = 0;
  for (const count of [1_000, 10_000, 100_000]) {
    for (; written < count; written++) writeFile(written);
    const [one, two] = ['1', '2'].map((threads) => audit(threads));
    if (one.findings !== two.findings) throw new Error('The threads do not agree.');
    console.log(
      `${String(count).padEnd(10)}${String(one.findings).padStart(8)}${one.megabytes.padStart(19)}${two.megabytes.padStart(20)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function writeFile(index) {
  const home = join(folder, `part-${Math.floor(index / filesInFolder)}`);
  if (index % filesInFolder === 0) mkdirSync(home);
  const source = writeSource(100, index);
  // The others know nothing of a cloud.
  const text =
    index % parsedOf === 0 ? source : source.replace(/^import .+\n/gm, '').replace(/'\w+-\w+-1'/g, 'region');
  writeFileSync(join(home, `file-${index}.ts`), text);
}

function audit(threads) {
  const args = [
    '--import',
    hook,
    cli,
    'audit',
    folder,
    '--no-cache',
    '--format',
    'json',
    '--threads',
    threads,
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  const megabytes = (Number(/RSS (\d+)$/.exec(stderr)?.[1]) / 1024).toFixed(0);
  return { findings: JSON.parse(stdout).findings.length, megabytes };
}
