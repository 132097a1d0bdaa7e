// Says whether two builds judge and mend the same code in the same way. How to call it: README.md, beside.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findDifferences } from './differences.mjs';
import { openSource } from './open-source.mjs';
import { readWish } from './read-wish.mjs';

const wish = readWish(process.argv.slice(2), {
  usage: 'Usage: node scripts/compare/compare.mjs BEFORE AFTER FOLDER... [options]',
  leading: ['BEFORE', 'AFTER'],
});
const [before, after] = wish.leading;
const scratch = mkdtempSync(join(tmpdir(), 'multi-region-compare-'));
let count = 0;
try {
  const [first, second] = [openSource(before, scratch, wish), openSource(after, scratch, wish)];
  for (const folder of wish.folders.map((each) => resolve(each))) {
    for (const preset of wish.presets) {
      for (const part of wish.parts) {
        const differences = findDifferences(
          first.read(folder, preset, part),
          second.read(folder, preset, part),
          wish,
        );
        count += differences.length;
        console.log(`${folder}, ${preset}, ${part}: ${differences.length || 'no'} differences`);
        for (const line of differences.slice(0, wish.limit)) console.log(`  ${line}`);
        if (differences.length > wish.limit) console.log(`  … and ${differences.length - wish.limit} more`);
      }
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = count > 0 ? 1 : 0;
