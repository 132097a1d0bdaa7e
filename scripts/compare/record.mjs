// Keeps what a build says of folders, so that later builds can be compared with it. How to call it: README.md, beside.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { openSource, toRecordFile } from './open-source.mjs';
import { readOptions } from './read-options.mjs';

const options = readOptions(process.argv.slice(2), {
  usage: 'Usage: node scripts/compare/record.mjs BUILD RECORDS FOLDER... [options]',
  leading: ['BUILD', 'RECORDS'],
});
const [build, records] = options.leading;
const scratch = mkdtempSync(join(tmpdir(), 'multi-region-record-'));
try {
  const source = openSource(build, scratch, options);
  for (const folder of options.folders.map((each) => resolve(each))) {
    for (const preset of options.presets) {
      for (const part of options.parts) {
        const file = join(resolve(records), toRecordFile(folder, preset, part));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, source.read(folder, preset, part));
        console.log(file);
      }
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
