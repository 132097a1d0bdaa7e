import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './host/folders.ts';

/** Tests that share a window of VS Code. */
export interface Suite {
  /** The folder of `suite/` that they are in. */
  name: string;
  /** What is open, for the report. */
  window: string;
  /** Writes what the tests may change; returns what VS Code is to open. */
  prepare: (folder: string) => string;
  isTrusted?: boolean;
}

export const suites: readonly Suite[] = [
  { name: 'folder', window: 'a folder', prepare: copyFixture },
  { name: 'multi-root', window: 'two folders', prepare: writeWorkspace },
  { name: 'untrusted', window: 'a folder that is not trusted', prepare: copyFixture, isTrusted: false },
];

function copyFixture(folder: string): string {
  cpSync(path.join(root, 'test/fixtures/editor'), folder, { recursive: true });
  return folder;
}

/** Two folders with a file of the same name, and a file that opens both. */
function writeWorkspace(folder: string): string {
  copyFixture(path.join(folder, 'invoices'));
  mkdirSync(path.join(folder, 'mails/src'), { recursive: true });
  writeFileSync(
    path.join(folder, 'mails/src/upload.ts'),
    "import { SESClient } from '@aws-sdk/client-ses';\n\nexport const ses = new SESClient({ region: 'eu-west-1' });\n",
  );
  const file = path.join(folder, 'two.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ path: 'invoices' }, { path: 'mails' }] }));
  return file;
}
