import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text as readText } from 'node:stream/consumers';
import {
  CodeActionKind,
  CodeActionRequest,
  createProtocolConnection,
  DiagnosticSeverity,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type FullDocumentDiagnosticReport,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { cli } from '../support/run-cli.ts';
import { transports, type ServerProcess, type Transport } from './transports.ts';

const rule = 'multi-region/no-hardcoded-region';
const uri = 'file:///project/src/s3.ts';
const source = `import { S3Client } from '@aws-sdk/client-s3';
export const s3 = new S3Client({ region: 'us-east-1' });
`;
const capabilities: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

interface Server {
  child: ChildProcess;
  connection: ProtocolConnection;
}

const started: Server[] = [];
afterEach(() => {
  for (const { child, connection } of started.splice(0)) {
    connection.dispose();
    child.kill('SIGKILL');
  }
});

function attach({ child, reader, writer }: ServerProcess): Server {
  const connection = createProtocolConnection(reader, writer);
  connection.listen();
  const server = { child, connection };
  started.push(server);
  return server;
}

async function start(transport: Transport = 'stdio', client = capabilities): Promise<Server> {
  const server = attach(await transports[transport]());
  await server.connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its type requires it
    rootUri: null,
    capabilities: client,
    workspaceFolders: [{ name: 'project', uri: 'file:///project' }],
  });
  await server.connection.sendNotification(InitializedNotification.type, {});
  return server;
}

async function open({ connection }: Server, text = source): Promise<void> {
  const textDocument = { uri, languageId: 'typescript', version: 1, text };
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
}

/** The presets grow, so the tests look at one rule only. */
function ofOneRule(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ code }) => code === rule);
}

async function pull({ connection }: Server): Promise<Diagnostic[]> {
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  return ofOneRule((report as FullDocumentDiagnosticReport).items);
}

async function waitForExit(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

describe('multi-region lsp', () => {
  describe.each(Object.keys(transports) as Transport[])('over %s', (transport) => {
    it('shows a finding, and its quick fix takes it away', async () => {
      const server = await start(transport);
      await open(server);
      const diagnostics = await pull(server);
      expect(diagnostics).toEqual([
        {
          range: { start: { line: 1, character: 41 }, end: { line: 1, character: 52 } },
          severity: DiagnosticSeverity.Error,
          source: 'multi-region',
          code: rule,
          codeDescription: { href: expect.stringContaining('no-hardcoded-region') as string },
          message: expect.stringContaining("'us-east-1'") as string,
        },
      ]);
      const [diagnostic] = diagnostics as [Diagnostic];
      const actions = (await server.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range: diagnostic.range,
        context: { diagnostics, only: [CodeActionKind.QuickFix] },
      })) as CodeAction[];
      const fix = actions.find((action) => action.diagnostics?.some(({ code }) => code === rule));
      const [change] = fix?.edit?.documentChanges as [TextDocumentEdit];
      expect(change.textDocument).toEqual({ uri, version: 1 });
      await server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: 2 },
        contentChanges: change.edits.map((edit) => {
          if (!('newText' in edit)) throw new Error('a snippet');
          return { range: edit.range, text: edit.newText };
        }),
      });
      expect(await pull(server)).toEqual([]);
    });

    it('ends with 0 after `shutdown` and `exit`', async () => {
      const { child, connection } = await start(transport);
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      expect(await waitForExit(child)).toBe(0);
    });

    it('ends when the client goes away without a word', async () => {
      const { child, connection } = await start(transport);
      if (transport === 'node-ipc') child.disconnect();
      else if (transport === 'stdio') child.stdin?.end();
      else connection.end();
      expect(await waitForExit(child)).toBe(1);
    });
  });

  it('pushes to a client that does not pull, and drops what is stale', async () => {
    const server = await start('stdio', { textDocument: {} });
    const published: PublishDiagnosticsParams[] = [];
    const last = new Promise<void>((resolve) => {
      server.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
        published.push(params);
        if (params.version === 500) resolve();
      });
    });
    await open(server, '');
    for (let version = 2; version <= 500; version++) {
      void server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ text: version % 2 ? '' : source }],
      });
    }
    await last;
    const versions = published.map(({ version }) => version ?? 0);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(published.length).toBeLessThan(400);
    expect(ofOneRule(published.at(-1)?.diagnostics ?? [])).toHaveLength(1);
  });

  it('goes on after a file that cannot be parsed and one that is nested too deeply', async () => {
    const server = await start();
    await open(server, `${source}let broken = ;`);
    expect(await pull(server)).toEqual([]);
    for (const [index, text] of [`${source}${'['.repeat(100_000)}`, source].entries()) {
      await server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: index + 2 },
        contentChanges: [{ text }],
      });
      expect(await pull(server)).toHaveLength(index);
    }
  });

  it('survives messages that make no sense', async () => {
    const server = await start();
    server.child.stdin?.write('Content-Length: 9\r\n\r\n{not json');
    server.child.stdin?.write('Content-Length: 2\r\n\r\n[]');
    await open(server);
    expect(await pull(server)).toHaveLength(1);
  });

  it.each([
    ['has no length', 'Content-Type: x\r\n\r\n{}'],
    ['has a length that is no number', 'Content-Length: many\r\n\r\n{}'],
    ['has no head', 'x'.repeat(10_000)],
  ])('ends, and says why, when a message %s', async (_what, text) => {
    const child = spawn(process.execPath, [cli, 'lsp', '--stdio']);
    const stderr = readText(child.stderr);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.write(text);
    expect(await ended).toBe(1);
    expect(await stderr).toContain('nobody knows where it ends');
  });

  it('says that it is not initialized to who asks before', async () => {
    const child = spawn(process.execPath, [cli, 'lsp', '--stdio']);
    const writer = new StreamMessageWriter(child.stdin);
    await writer.write({
      ...{ jsonrpc: '2.0', id: 7, method: 'textDocument/hover' },
      params: { textDocument: { uri }, position: { line: 0, character: 0 } },
    } as never);
    const answer = await new Promise<string>((resolve) => {
      let output = '';
      child.stdout.on('data', (data: Buffer) => {
        output += data.toString();
        if (output.includes('}}')) resolve(output);
      });
    });
    child.kill();
    expect(answer).toContain('"code":-32002');
  });

  it('answers what it does not know with an error, and goes on', async () => {
    const server = await start();
    await expect(server.connection.sendRequest('multiRegion/unknown')).rejects.toMatchObject({
      code: -32_601,
    });
    await expect(server.connection.sendRequest('textDocument/diagnostic', {})).rejects.toThrow();
    await server.connection.sendNotification('multiRegion/unknown');
    await open(server);
    expect(await pull(server)).toHaveLength(1);
  });

  it('writes nothing but messages to standard output, and nothing to standard error', async () => {
    const child = spawn(process.execPath, [cli, 'lsp', '--stdio']);
    const [stdout, stderr] = [readText(child.stdout), readText(child.stderr)];
    const writer = new StreamMessageWriter(child.stdin);
    const message = (body: object) => writer.write({ jsonrpc: '2.0', ...body });
    await message({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities } });
    await message({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'typescript', version: 1, text: source } },
    });
    await message({ id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
    await message({ id: 3, method: 'shutdown' });
    await new Promise<void>((resolve) => {
      let output = '';
      child.stdout.on('data', (data: Buffer) => {
        output += data.toString();
        // The answers may come in any order, and `exit` would cut off what is still to come.
        if (output.includes('"id":2') && output.includes('"id":3')) resolve();
      });
    });
    await message({ method: 'exit' });
    const messages = readMessages(await stdout);
    // Beside the answers, the log says which config decides.
    const notifications = messages.filter(({ method }) => method !== undefined);
    expect(new Set(notifications.map(({ method }) => method))).toEqual(new Set(['window/logMessage']));
    const answers = messages.filter(({ method }) => method === undefined);
    expect(answers.sort((a, b) => a.id - b.id)).toMatchObject([
      { id: 1 },
      { id: 2, result: { kind: 'full' } },
      { id: 3 },
    ]);
    expect(await stderr).toBe('');
  });

  it('leaves no process behind when its parent is killed', async () => {
    const parent = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `import { fork } from 'node:child_process';
       const child = fork(process.argv[1], ['lsp', '--node-ipc'], { execArgv: [] });
       child.on('message', () => console.log(child.pid));
       child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });`,
      cli,
    ]);
    const [output] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(output.toString());
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await vi.waitFor(() => {
      expect(isAlive(pid)).toBe(false);
    }, 20_000);
  });
});

/** Reads messages that follow each other without anything between them, in ASCII. */
interface Message {
  id: number;
  method?: string;
}

function readMessages(output: string): Message[] {
  const messages: Message[] = [];
  let rest = output;
  while (rest !== '') {
    const [header, length] = /^Content-Length: (\d+)\r\n\r\n/u.exec(rest) ?? [];
    if (header === undefined) throw new Error(`This is no message: ${rest}`);
    const end = header.length + Number(length);
    messages.push(JSON.parse(rest.slice(header.length, end)) as Message);
    rest = rest.slice(end);
  }
  return messages;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
