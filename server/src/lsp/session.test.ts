import { PassThrough } from 'node:stream';
import {
  CodeActionKind,
  CodeActionRequest,
  createConnection,
  createProtocolConnection,
  DiagnosticSeverity,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  LSPErrorCodes,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { startSession, type Session } from './session.ts';

const uri = 'file:///project/src/s3.ts';
const text = `import { S3Client } from '@aws-sdk/client-s3';
export const s3 = new S3Client({ region: 'us-east-1' });
`;
const range = { start: { line: 1, character: 41 }, end: { line: 1, character: 52 } };

const pulling: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};
const pushed: ClientCapabilities = { textDocument: {} };

const running: { session: Session; connections: { dispose(): void }[] }[] = [];
afterEach(async () => {
  for (const { session, connections } of running.splice(0)) {
    await session.stop();
    for (const connection of connections) connection.dispose();
  }
});

/** Connects a client to a session in this process, with streams between them. */
async function connect(capabilities: ClientCapabilities) {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  const session = startSession(server, '1.2.3');
  server.listen();
  const client = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const published: PublishDiagnosticsParams[] = [];
  const logged: string[] = [];
  client.onNotification(PublishDiagnosticsNotification.type, (params) => {
    published.push(params);
  });
  client.onNotification(LogMessageNotification.type, ({ message }) => {
    // The folder is not there, and nothing is said of trust.
    if (message.includes('annot be parsed')) logged.push(message);
  });
  client.listen();
  running.push({ session, connections: [client, server] });
  const { capabilities: offered } = await client.sendRequest(InitializeRequest.type, {
    processId: null,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its type requires it
    rootUri: null,
    capabilities,
    workspaceFolders: [{ name: 'project', uri: 'file:///project' }],
  });
  await client.sendNotification(InitializedNotification.type, {});
  return { client, offered, published, logged };
}

function open(
  client: ProtocolConnection,
  { languageId = 'typescript', ...rest }: { uri?: string; languageId?: string; text?: string } = {},
) {
  const textDocument = { uri, languageId, version: 1, text, ...rest };
  return client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
}

function change(client: ProtocolConnection, version: number, newText: string) {
  const textDocument = { uri, version };
  return client.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument,
    contentChanges: [{ text: newText }],
  });
}

function pull(
  client: ProtocolConnection,
  previousResultId?: string,
  document = uri,
): Promise<DocumentDiagnosticReport> {
  return client.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri: document },
    ...(previousResultId !== undefined && { previousResultId }),
  });
}

async function pullItems(client: ProtocolConnection, document = uri) {
  return ofOneRule(((await pull(client, undefined, document)) as FullDocumentDiagnosticReport).items);
}

/** The presets grow, so the tests look at the findings of one rule only. */
function ofOneRule(diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ code }) => code === 'multi-region/no-hardcoded-region');
}

function requestActions(client: ProtocolConnection, context: { only?: string[]; line?: number } = {}) {
  const { line = 1, only } = context;
  return client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: { line, character: 45 }, end: { line, character: 45 } },
    context: { diagnostics: [], ...(only && { only }) },
  }) as Promise<CodeAction[]>;
}

describe('startSession', () => {
  it('offers what the client can use', async () => {
    const { offered } = await connect(pulling);
    expect(offered.diagnosticProvider).toMatchObject({ workspaceDiagnostics: true });
    expect(offered.codeActionProvider).toEqual({
      codeActionKinds: [
        'quickfix',
        'source.fixAll.multiRegion',
        'refactor.extract.multiRegion',
        'refactor.rewrite.multiRegion',
      ],
    });
    expect((await connect(pushed)).offered).toEqual({
      textDocumentSync: { openClose: true, change: 2, save: true },
      codeLensProvider: {},
      executeCommandProvider: { commands: expect.any(Array) as string[] },
    });
  });

  describe('with a client that asks', () => {
    it('answers with a diagnostic that links its rule', async () => {
      const { client, published } = await connect(pulling);
      await open(client);
      expect(await pullItems(client)).toEqual([
        {
          range,
          severity: DiagnosticSeverity.Error,
          source: 'multi-region',
          code: 'multi-region/no-hardcoded-region',
          codeDescription: { href: expect.stringMatching(/^https:.*no-hardcoded-region/u) as string },
          message: expect.stringContaining("'us-east-1'") as string,
        },
      ]);
      expect(published).toEqual([]);
    });

    it('answers `unchanged` for the version that the client has', async () => {
      const { client } = await connect(pulling);
      await open(client);
      const first = await pull(client);
      expect(first.resultId).toBeDefined();
      expect(await pull(client, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
      await change(client, 2, text.replace('us-east-1', 'eu-west-1'));
      const second = await pull(client, first.resultId);
      expect(second.kind).toBe('full');
      expect(JSON.stringify(second)).toContain("'eu-west-1'");
    });

    it('drops what is stale: only the last of many quick edits is linted', async () => {
      const { client } = await connect(pulling);
      await open(client);
      const pulls: Promise<DocumentDiagnosticReport>[] = [];
      for (let version = 2; version <= 1001; version++) {
        void change(client, version, `${text}// ${version}`);
        pulls.push(pull(client));
      }
      const results = await Promise.allSettled(pulls);
      const stale = results.filter(({ status }) => status === 'rejected');
      expect(results.at(-1)).toMatchObject({
        status: 'fulfilled',
        value: { kind: 'full' },
      });
      expect(stale.length).toBeGreaterThan(500);
      expect(stale[0]).toMatchObject({
        reason: { code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: true } },
      });
      // Result ids count the lint runs.
      expect(
        Number((results.at(-1) as PromiseFulfilledResult<{ resultId: string }>).value.resultId),
      ).toBeLessThan(500);
    });

    it('answers for a document that was closed meanwhile, or was never open', async () => {
      const { client } = await connect(pulling);
      expect(await pullItems(client)).toEqual([]);
      await open(client);
      const pending = pull(client);
      await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
      await expect(pending).rejects.toMatchObject({ data: { retriggerRequest: false } });
      await open(client, { text: '' });
      expect(await pullItems(client)).toEqual([]);
    });

    it.each(['javascript', 'javascriptreact', 'typescript', 'typescriptreact'])(
      'lints %s in a document that is not saved',
      async (languageId) => {
        const { client } = await connect(pulling);
        const untitled = 'untitled:Untitled-1';
        await open(client, { uri: untitled, languageId });
        expect(await pullItems(client, untitled)).toHaveLength(1);
      },
    );

    it('leaves other languages and dependencies alone', async () => {
      const { client } = await connect(pulling);
      await open(client, { languageId: 'python' });
      expect(await pullItems(client)).toEqual([]);
      const dependency = 'file:///project/node_modules/x/index.ts';
      await open(client, { uri: dependency });
      expect(await pullItems(client, dependency)).toEqual([]);
    });

    it('logs a broken document once, until it is whole again', async () => {
      const { client, logged } = await connect(pulling);
      await open(client);
      await pullItems(client);
      let version = 1;
      for (const next of ['let a = ;', 'let b = ;', '', 'let c = ;']) {
        await change(client, ++version, text + next);
        const items = await pullItems(client);
        // Nothing blinks: what was found stays.
        expect(items).toMatchObject([{ range }]);
      }
      expect(logged).toEqual([
        '/project/src/s3.ts:3:9: Cannot be parsed: Unexpected token.',
        '/project/src/s3.ts:3:9: Cannot be parsed: Unexpected token.',
      ]);
    });
  });

  describe('with a client that is told', () => {
    it('sends diagnostics with the version, and takes them back on close', async () => {
      const { client, published } = await connect(pushed);
      await open(client);
      await vi.waitFor(() => {
        expect(published).toMatchObject([{ uri, version: 1 }]);
      });
      expect(ofOneRule(published[0]?.diagnostics ?? [])).toMatchObject([{ range }]);
      await change(client, 2, '');
      await vi.waitFor(() => {
        expect(published[1]).toEqual({ uri, version: 2, diagnostics: [] });
      });
      await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
      await vi.waitFor(() => {
        expect(published[2]).toEqual({ uri, diagnostics: [] });
      });
    });
  });

  describe('code actions', () => {
    it('offer each suggestion as a quick fix for the version that was linted', async () => {
      const { client } = await connect(pulling);
      await open(client);
      const [diagnostic] = await pullItems(client);
      const actions = await requestActions(client);
      expect(actions.flatMap(({ diagnostics }) => diagnostics)).toContainEqual(diagnostic);
      for (const action of actions) {
        expect(action.kind).toBe(CodeActionKind.QuickFix);
        expect(action.diagnostics?.length).toBeGreaterThan(0);
        expect(action.edit?.documentChanges).toMatchObject([
          { textDocument: { uri, version: 1 }, edits: [{ newText: expect.any(String) as string }] },
        ]);
      }
    });

    it('are offered once where two rules suggest the same edit', async () => {
      const { client } = await connect(pulling);
      await open(client);
      const edits = (await requestActions(client)).map(({ edit }) => JSON.stringify(edit));
      expect(new Set(edits).size).toBe(edits.length);
    });

    it('use plain changes where the client knows no versions', async () => {
      const { textDocument } = pulling;
      const { client } = await connect({ ...(textDocument && { textDocument }) });
      await open(client);
      const [action] = await requestActions(client);
      expect(Object.keys(action?.edit?.changes ?? {})).toEqual([uri]);
    });

    it('come only where and when they are asked for', async () => {
      const { client } = await connect(pulling);
      await open(client);
      expect(await requestActions(client, { line: 0 })).toEqual([]);
      expect(await requestActions(client, { only: ['source.fixAll'] })).toEqual([]);
      expect(await requestActions(client, { only: ['refactor', 'quickfix'] })).not.toEqual([]);
    });
  });
});
