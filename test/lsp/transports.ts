import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createClientPipeTransport,
  createClientSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver-protocol/node';
import { cli } from '../support/run-cli.ts';

/** A server process, and the two ends of the line to it. */
export interface ServerProcess {
  child: ChildProcess;
  reader: MessageReader;
  writer: MessageWriter;
}

export type Transport = 'node-ipc' | 'pipe' | 'socket' | 'stdio';

/** Starts the built server, in each of the ways in which editors do. */
export const transports: Record<Transport, () => Promise<ServerProcess> | ServerProcess> = {
  stdio() {
    const child = spawn(process.execPath, [cli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    return {
      child,
      reader: new StreamMessageReader(child.stdout),
      writer: new StreamMessageWriter(child.stdin),
    };
  },
  'node-ipc'() {
    // As vscode-languageclient does it.
    const child = fork(cli, ['lsp', '--node-ipc', `--clientProcessId=${process.pid}`]);
    return { child, reader: new IPCMessageReader(child), writer: new IPCMessageWriter(child) };
  },
  async socket() {
    const port = await findFreePort();
    const transport = await createClientSocketTransport(port);
    const child = spawn(process.execPath, [cli, 'lsp', `--socket=${port}`], { stdio: 'inherit' });
    const [reader, writer] = await transport.onConnected();
    return { child, reader, writer };
  },
  async pipe() {
    const folder = mkdtempSync(join(tmpdir(), 'multi-region-lsp-'));
    const name = join(folder, 'pipe');
    const transport = await createClientPipeTransport(name);
    const child = spawn(process.execPath, [cli, 'lsp', `--pipe=${name}`], { stdio: 'inherit' });
    const [reader, writer] = await transport.onConnected();
    rmSync(folder, { recursive: true });
    return { child, reader, writer };
  },
};

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}
