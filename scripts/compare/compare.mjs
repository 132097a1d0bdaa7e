// Says whether two builds judge and mend the same code in the same way. How to call it: README.md, beside.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findDifferences } from './differences.mjs';
import { openSource } from './open-source.mjs';
import { readOptions } from './read-options.mjs';

const options = readOptions(process.argv.slice(2), {
  usage: 'Usage: node scripts/compare/compare.mjs BEFORE AFTER FOLDER... [options]',
  leading: ['BEFORE', 'AFTER'],
});
const [before, after] = options.leading;
const scratch = mkdtempSync(join(tmpdir(), 'multi-region-compare-'));
let count = 0;
try {
  const [first, second] = [openSource(before, scratch, options), openSource(after, scratch, options)];
  for (const folder of options.folders.map((each) => resolve(each))) {
    for (const preset of options.presets) {
      for (const part of options.parts) {
        const differences = findDifferences(
          first.read(folder, preset, part),
          second.read(folder, preset, part),
          options,
        );
        count += differences.length;
        console.log(`${folder}, ${preset}, ${part}: ${differences.length || 'no'} differences`);
        for (const line of differences.slice(0, options.limit)) console.log(`  ${line}`);
        if (differences.length > options.limit)
          console.log(`  … and ${differences.length - options.limit} more`);
      }
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = count > 0 ? 1 : 0;
