import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import {
  CancellationTokenSource,
  DidChangeTextDocumentNotification,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ScratchRepository } from '../support/scratch-repository.ts';
import { startEditor, stopAll, toUri } from './editor.ts';
import { linkPackages } from './link-packages.ts';
import { clientIn, createProject } from './samples.ts';
import type { Transport } from './transports.ts';

let project: ScratchRepository;
beforeEach(() => {
  project = createProject();
});
afterEach(async () => {
  await stopAll();
  project.remove();
});

const uriOf = (path: string) => toUri(`${project.root}/${path}`);

async function start(options: Parameters<typeof startEditor>[0] = {}) {
  return startEditor({ roots: [project.root], ...options });
}

it('keeps up with 1,000 quick edits, and ends with the right places', async () => {
  const editor = await start();
  const uri = uriOf('src/a.ts');
  await editor.open(uri);
  let document = TextDocument.create(uri, 'typescript', 1, clientIn('us-east-1'));
  const pulls: Promise<unknown>[] = [];
  for (let version = 2; version <= 1001; version++) {
    // Typing, deleting and line breaks, above the client.
    const at = { line: 0, character: 0 };
    const isUndo = version % 3 === 0;
    const contentChanges = [
      {
        range: { start: at, end: isUndo ? { line: 0, character: 2 } : at },
        text: isUndo ? '' : version % 7 === 0 ? '\n\n' : '  ',
      },
    ];
    document = TextDocument.update(document, contentChanges, version);
    void editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
    if (version % 10 === 0) {
      pulls.push(
        editor.connection
          .sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } })
          .catch((error: unknown) => error),
      );
    }
  }
  for (const answer of await Promise.all(pulls)) {
    if (answer instanceof Error) expect(answer).toMatchObject({ code: LSPErrorCodes.ServerCancelled });
  }
  const [, finding] = await editor.pull(uri);
  expect(finding && document.getText(finding.range)).toBe("'us-east-1'");
});

it('is not upset by a document that is closed while it is linted', async () => {
  const editor = await start();
  const uri = uriOf('src/large.ts');
  const text =
    clientIn('us-east-1') + 'export const values = [1, 2, 3].map((value) => value * 2);\n'.repeat(2000);
  for (let turn = 0; turn < 5; turn++) {
    await editor.open(uri, text);
    const pending = editor.pull(uri).catch((error: unknown) => error);
    const lens = editor.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
    await editor.close(uri);
    // Either it was read before the document was closed, or it is cancelled.
    const outcome = await pending;
    if (Array.isArray(outcome)) expect(outcome).toHaveLength(2);
    else expect(outcome).toMatchObject({ code: LSPErrorCodes.ServerCancelled });
    expect(Array.isArray(await lens)).toBe(true);
  }
  await editor.open(uri, text);
  expect(await editor.pull(uri)).toHaveLength(2);
});

it('takes messages that come in a wrong order', async () => {
  const editor = await start();
  const uri = uriOf('src/a.ts');
  await editor.change(uri, 3, 'never opened');
  await editor.close(uri);
  await editor.save(uri);
  await editor.open(uri);
  await editor.open(uri, clientIn('eu-west-1')); // a second time
  expect(JSON.stringify(await editor.pull(uri))).toContain('eu-west-1');
  await editor.close(uri);
  await editor.close(uri);
  expect(await editor.pull(uri)).toEqual([]);
  await editor.connection.sendNotification('$/cancelRequest', { id: 4711 });
  await editor.connection.sendNotification('initialized', {});
  await expect(
    editor.connection.sendRequest('initialize', { processId: null, capabilities: {} }),
  ).rejects.toMatchObject({ code: -32_600 });
  await editor.open(uri);
  expect(await editor.pull(uri)).toHaveLength(2);
});

it('ends what was cancelled', async () => {
  const editor = await start();
  const source = new CancellationTokenSource();
  const pending = editor.connection.sendRequest(
    WorkspaceDiagnosticRequest.type,
    { previousResultIds: [] },
    source.token,
  );
  const uri = uriOf('src/a.ts');
  await editor.open(uri);
  await editor.pull(uri);
  source.cancel();
  await expect(pending).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});

it('can be killed, and started again', async () => {
  for (let turn = 0; turn < 3; turn++) {
    const editor = await start();
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    expect(await editor.pull(uri)).toHaveLength(2);
    editor.child.kill('SIGKILL');
    await once(editor.child, 'exit');
  }
  expect(await (await start()).stop()).toBe(0);
});

// The processes that evaluate the ESLint config, too. /proc tells whose child a process is.
describe.skipIf(process.platform !== 'linux')('leaves no process behind', () => {
  beforeEach(() => {
    linkPackages(project.root);
    project.write({
      'eslint.config.js': `import multiRegion from 'eslint-plugin-multi-region';
export default [{ ...multiRegion.configs.strict, files: ['**/*.ts'] }];
`,
    });
  });

  async function startHost(transport: Transport) {
    const editor = await start({ transport, initializationOptions: { trusted: true } });
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    await editor.pull(uri);
    const pid = editor.child.pid ?? 0;
    const hosts = listChildren(pid);
    expect(hosts).not.toEqual([]);
    return { editor, processes: [pid, ...hosts] };
  }

  it.each<Transport>(['stdio', 'node-ipc', 'socket', 'pipe'])(
    'after `shutdown` and `exit` over %s',
    async (transport) => {
      const { editor, processes } = await startHost(transport);
      expect(await editor.stop()).toBe(0);
      await waitForDeath(processes);
    },
  );

  it.each<Transport>(['stdio', 'node-ipc', 'socket', 'pipe'])(
    'when the client goes away from %s',
    async (transport) => {
      const { editor, processes } = await startHost(transport);
      if (transport === 'node-ipc') editor.child.disconnect();
      else if (transport === 'stdio') editor.child.stdin?.end();
      else editor.connection.end();
      await waitForDeath(processes);
    },
  );

  it('when the server itself is killed', async () => {
    const { editor, processes } = await startHost('stdio');
    editor.child.kill('SIGKILL');
    await waitForDeath(processes);
  });
});

function listChildren(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(Number)
    .filter((pid) => readStat(pid)?.parent === parent);
}

function readStat(pid: number): { parent: number; state: string } | undefined {
  try {
    // `123 (name) S 1 …`; the name may hold anything.
    const [state = '', parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

async function waitForDeath(pids: readonly number[]): Promise<void> {
  await vi.waitFor(() => {
    // What has ended and was not waited for yet is a zombie.
    expect(pids.filter((pid) => (readStat(pid)?.state ?? 'Z') !== 'Z')).toEqual([]);
  }, 20_000);
}
