// npm run editor [-- dir]: opens a copy of the example, or a folder, in a VS Code with the extension in it.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageExtension } from './package.mjs';
import { root, setUp } from './setup.mjs';

try {
  setUp();
  // These need what the set-up has installed.
  const { bundleTests } = await import('./bundle-tests.mjs');
  await bundleTests();
  const { findDesktop } = await import('../test/vscode/out/desktop.mjs');

  const folder = process.argv[2] ? resolveArgument(process.argv[2]) : copyExample();
  const desktop = process.env.VSCODE_PATH ?? findOnPath() ?? (await findDesktop());
  if (desktop) openDesktop(desktop, folder);
  else await openInBrowser(folder);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function resolveArgument(dir) {
  // npm runs this in the project's folder; a path the user gives is meant from where they are.
  const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), dir);
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  return folder;
}

/** A copy, so that fixes that are tried out do not change the example in the repository. */
function copyExample() {
  const copy = path.join(tmpdir(), 'multi-region-example');
  rmSync(copy, { recursive: true, force: true });
  cpSync(path.join(root, 'examples/outage'), copy, { recursive: true });
  console.log(`A copy of the example, yours to change: ${copy}`);
  return copy;
}

/** The `code` command, where it is on the PATH. */
function findOnPath() {
  if (process.env.VSCODE_HOST === 'server') return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((dir) => path.join(dir, name))
    .find((file) => existsSync(file));
}

function openDesktop(executable, folder) {
  const shell = executable.endsWith('.cmd');
  const args = [`--extensionDevelopmentPath=${root}`, folder].map((each) => (shell ? `"${each}"` : each));
  spawn(shell ? `"${executable}"` : executable, args, { stdio: 'inherit', shell }).once('error', (error) => {
    console.error(`VS Code was not started (${error.message}). VSCODE_PATH names another one.`);
    process.exitCode = 1;
  });
}

async function openInBrowser(folder) {
  const vsix = path.join(root, '.cache/editor.vsix');
  packageExtension(vsix);
  const { serve } = await import('../test/vscode/out/serve.mjs');
  const { url, close, died } = await serve(folder, vsix);
  console.log(`\nThere is no desktop VS Code here. Open this in a browser; Ctrl+C ends it:\n\n  ${url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close());
  void died.then((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
