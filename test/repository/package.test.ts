import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');
const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');

describe('the packaged extension', () => {
  let folder: string;
  let vsix: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'multi-region-package-'));
    vsix = path.join(folder, 'extension.vsix');
    await promisify(execFile)(process.execPath, [vsce, 'package', '--no-dependencies', '--out', vsix], {
      cwd: root,
    });
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('holds what it needs and nothing else', async () => {
    // vsce writes the first two, and LICENSE, README and CHANGELOG under names of its own.
    const names = listZip(await readFile(vsix)).map((name) =>
      name.replace(/[\w-]+-[0-9A-Z]{8}\.js$/, '*-HASH.js'),
    );
    expect([...new Set(names)].sort()).toEqual([
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/LICENSE.txt',
      'extension/changelog.md',
      'extension/client/README.md',
      'extension/client/out/THIRD-PARTY-NOTICES.txt',
      'extension/client/out/extension.cjs',
      'extension/client/out/language-client.cjs',
      'extension/images/audit.png',
      'extension/images/icon.png',
      'extension/images/regions.svg',
      'extension/images/screenshot.png',
      'extension/images/walkthrough/audit.svg',
      'extension/images/walkthrough/find.svg',
      'extension/images/walkthrough/keep.md',
      'extension/images/walkthrough/move.svg',
      'extension/package.json',
      'extension/readme.md',
      'extension/server/dist/*-HASH.js',
      'extension/server/dist/THIRD-PARTY-NOTICES.txt',
      'extension/server/dist/audit-worker.js',
      'extension/server/dist/chaos-preload.cjs',
      'extension/server/dist/chaos.cjs',
      'extension/server/dist/chaos.d.cts',
      'extension/server/dist/config-host.js',
      'extension/server/dist/follow-worker.js',
      'extension/server/dist/multi-region.js',
      'extension/server/dist/parser.wasm',
    ]);
  });

  it('is smaller than 4 MB', async () => {
    expect((await stat(vsix)).size).toBeLessThan(4 * 1024 * 1024);
  });
});

/** The names of the entries of a zip archive, from its central directory. */
function listZip(zip: Buffer): string[] {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const names: string[] = [];
  let offset = zip.readUInt32LE(end + 16);
  while (zip.toString('latin1', offset, offset + 4) === 'PK\x01\x02') {
    const [name, extra, comment] = [28, 30, 32].map((at) => zip.readUInt16LE(offset + at)) as [
      number,
      number,
      number,
    ];
    names.push(zip.toString('utf8', offset + 46, offset + 46 + name));
    offset += 46 + name + extra + comment;
  }
  return names;
}
