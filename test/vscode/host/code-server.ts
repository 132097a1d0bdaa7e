import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createDeferred } from './deferred.ts';
import type { Host } from './install.ts';

/** The folders of one VS Code installation: all that it writes, but for the files that are edited. */
export interface Profile {
  data: string;
  userData: string;
  extensions: string;
}

export interface CodeServer {
  /** The address of the workbench with a folder, or what a .code-workspace file names, open. */
  url(folder: string, payload?: readonly Payload[]): string;
  /** As a path on the server is written where the workbench wants a URI. */
  uri(file: string): string;
  /** Settles when the server or its extension host has ended by itself; never when it was closed. */
  readonly died: Promise<Error>;
  /** What the server wrote, for a failure's report. */
  log(): string;
  /** Ends the server and what it started. */
  close(): Promise<void>;
}

type Payload = readonly [name: string, value: string];

interface ServerOptions {
  /** Whether folders are untrusted until the user trusts them; false when left out: all are trusted. */
  asksForTrust?: boolean;
  /** Added to the environment of the server and of its extension host. */
  env?: Readonly<Record<string, string>>;
  /** User settings, on top of those that keep VS Code from talking of itself. */
  settings?: Readonly<Record<string, unknown>>;
  /** Whether the page may run an extension's tests; false when left out. */
  testDriver?: boolean;
}

const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  // Restricted mode instead of a question, where folders are not trusted at once.
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  // It would ask the npm registry for types.
  'typescript.disableAutomaticTypeAcquisition': true,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** The profile that lives in a folder, which need not exist yet. */
export function profileIn(folder: string): Profile {
  return { data: folder, userData: path.join(folder, 'user'), extensions: path.join(folder, 'extensions') };
}

/**
 * Installs an extension's .vsix into a profile, as a user would.
 *
 * @throws an Error with VS Code's own words
 */
export function installExtension(host: Host, profile: Profile, vsix: string): void {
  const args = [
    host.serverMain,
    '--accept-server-license-terms',
    ...folderArgs(profile),
    '--install-extension',
    vsix,
  ];
  const { status, stdout, stderr } = spawnSync(host.node, args, { encoding: 'utf8', env: environment() });
  if (status !== 0) throw new Error(`VS Code did not install ${vsix}:\n${stdout}${stderr}`);
}

/**
 * Starts the server build of VS Code on a free port of this machine.
 *
 * @throws an Error with the server's log when it does not come up
 */
export async function startCodeServer(
  host: Host,
  profile: Profile,
  { asksForTrust = false, env = {}, settings = {}, testDriver = false }: ServerOptions = {},
): Promise<CodeServer> {
  writeSettings(profile, settings);
  // Whoever reaches the port could run programs; with the token that is only who was given the address.
  const token = randomUUID();
  const args = [
    ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token, '--accept-server-license-terms'],
    ...['--telemetry-level', 'off', '--force-disable-user-env'],
    ...(asksForTrust ? [] : ['--disable-workspace-trust']),
    // A page can name an extension under development in its address; but no notification pops up.
    ...(testDriver ? ['--enable-smoke-test-driver'] : []),
    ...folderArgs(profile),
  ];
  const server = spawn(host.node, [host.serverMain, ...args], {
    detached: true, // a process group of its own, to end what it leaves behind
    env: { ...environment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  let log = '';
  let closing = false;
  const listening = createDeferred<string>();
  const died = createDeferred<Error>();
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      const port = /agent listening on (\d+)/.exec(log)?.[1];
      if (port) listening.resolve(port);
      if (!closing && /Extension Host Process exited with code: (?!0,)/.test(text)) {
        died.resolve(new Error('The extension host ended by itself.'));
      }
    });
  }
  server.once('exit', (code) => {
    const error = new Error(`The VS Code server ended by itself (exit code ${String(code)}).\n${log}`);
    listening.reject(error);
    if (!closing) died.resolve(error);
  });
  const address = `127.0.0.1:${await listening.promise}`;

  return {
    died: died.promise,
    log: () => log,
    uri: (file) => pathToFileURL(file).href.replace('file://', `vscode-remote://${address}`),
    url(folder, payload) {
      const opened = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
      const query = new URLSearchParams({ tkn: token, [opened]: folder });
      if (payload) query.set('payload', JSON.stringify(payload));
      return `http://${address}/?${query.toString()}`;
    },
    async close() {
      if (closing) return;
      closing = true;
      await end(server);
    },
  };
}

function folderArgs({ data, userData, extensions }: Profile): string[] {
  return ['--server-data-dir', data, '--user-data-dir', userData, '--extensions-dir', extensions];
}

/** This process's environment without what a surrounding VS Code left in it, and without an extension gallery. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:ELECTRON_|VSCODE_(?:IPC|GIT))/.test(name));
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}' };
}

function writeSettings({ userData }: Profile, settings: Readonly<Record<string, unknown>>): void {
  const file = path.join(userData, 'User/settings.json');
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...quietSettings, ...settings }));
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    const insist = setTimeout(() => server.kill('SIGKILL'), 5000);
    await gone;
    clearTimeout(insist);
  }
  try {
    // Its extension host would wait a while for a window to come back, and write its logs meanwhile.
    if (server.pid) process.kill(-server.pid, 'SIGKILL');
  } catch {
    // Nothing was left.
  }
}
