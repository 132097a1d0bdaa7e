import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEditor, stopAll, toUri } from '../lsp/editor.ts';
import { linkPackages } from '../lsp/link-packages.ts';
import { createCanary, type Canary } from './canary.ts';

const client =
  "import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = new S3Client({ region: 'us-east-1' });\n";

let canary: Canary;

beforeEach(() => {
  canary = createCanary();
});
afterEach(async () => {
  await stopAll();
  canary.remove();
});

/** A folder whose ESLint config gives away that it was run. */
function createFolder(name: string): string {
  const folder = join(canary.folder, name);
  mkdirSync(folder);
  linkPackages(folder);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(
    join(folder, 'eslint.config.js'),
    `import multiRegion from 'eslint-plugin-multi-region';\nimport { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(join(canary.folder, `ran-${name}`))}, '');\nexport default [multiRegion.configs.recommended];\n`,
  );
  writeFileSync(join(folder, 'a.js'), client);
  return folder;
}

it('trust in a folder is none in another one', async () => {
  const trusted = createFolder('trusted');
  const other = createFolder('other');
  const editor = await startEditor({ roots: [trusted], initializationOptions: { trusted: true } });
  for (const folder of [trusted, other]) {
    const uri = toUri(join(folder, 'a.js'));
    await editor.open(uri);
    expect((await editor.pull(uri)).length).toBeGreaterThan(0);
  }
  expect(existsSync(join(canary.folder, 'ran-trusted'))).toBe(true);
  expect(existsSync(join(canary.folder, 'ran-other'))).toBe(false);
});
