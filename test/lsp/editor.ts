import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  ApplyWorkspaceEditRequest,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLensRefreshRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowDocumentRequest,
  ShowMessageNotification,
  ShowMessageRequest,
  WorkDoneProgressCreateRequest,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type FileEvent,
  type FullDocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  type ShowDocumentParams,
  type ShowMessageRequestParams,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { modern } from './capabilities.ts';
import { transports, type Transport } from './transports.ts';

export interface EditorOptions {
  transport?: Transport;
  capabilities?: ClientCapabilities;
  /** Absolute paths of the open folders. */
  roots?: string[];
  initializationOptions?: unknown;
  /** What `workspace/configuration` is answered with for `multiRegion`. */
  settings?: object;
}

/** All that the server has sent of its own accord. */
export interface Received {
  published: PublishDiagnosticsParams[];
  logged: string[];
  messages: string[];
  registered: Registration[];
  applied: WorkspaceEdit[];
  documents: ShowDocumentParams[];
  questions: ShowMessageRequestParams[];
  status: {
    state: string;
    regions: { region: string; count: number }[];
    findings: number;
    warning?: string;
  }[];
  refreshes: number;
  lensRefreshes: number;
}

/** An editor that is connected to a real server process. */
export interface Editor {
  child: ChildProcess;
  connection: ProtocolConnection;
  offered: InitializeResult['capabilities'];
  received: Received;
  /** What `showMessageRequest` is answered with. */
  answer: string | undefined;
  setSettings(settings: object): Promise<void>;
  /** Opens a document: with the text of its file, or another one. */
  open(uri: string, text?: string, languageId?: string): Promise<void>;
  change(uri: string, version: number, text: string): Promise<void>;
  save(uri: string): Promise<void>;
  close(uri: string): Promise<void>;
  /** Tells that files were changed on the disk. */
  touch(...uris: string[]): Promise<void>;
  pull(uri: string): Promise<Diagnostic[]>;
  actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]>;
  resolve(action: CodeAction): Promise<CodeAction>;
  /** Ends the server as an editor that is closed does. */
  stop(): Promise<number | null>;
}

const started: Editor[] = [];

/** Ends all servers that a test has started, however they are. */
export async function stopAll(): Promise<void> {
  for (const { child, connection } of started.splice(0)) {
    connection.dispose();
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
}

export function toUri(path: string): string {
  return pathToFileURL(path).href;
}

export async function startEditor({
  transport = 'stdio',
  capabilities = modern,
  roots = [],
  initializationOptions,
  settings: initialSettings = {},
}: EditorOptions = {}): Promise<Editor> {
  const { child, reader, writer } = await transports[transport]();
  const connection = createProtocolConnection(reader, writer);
  const received: Received = {
    published: [],
    logged: [],
    messages: [],
    registered: [],
    applied: [],
    documents: [],
    questions: [],
    status: [],
    refreshes: 0,
    lensRefreshes: 0,
  };
  let settings = initialSettings;
  listen();
  connection.listen();
  const { capabilities: offered } = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its type requires it
    rootUri: null,
    capabilities,
    workspaceFolders: roots.map((root) => ({ name: root, uri: toUri(root) })),
    ...(initializationOptions !== undefined && { initializationOptions }),
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const editor: Editor = {
    child,
    connection,
    offered,
    received,
    answer: undefined,
    async setSettings(next) {
      settings = next;
      await connection.sendNotification(DidChangeConfigurationNotification.type, {
        settings: { multiRegion: next },
      });
    },
    open(uri, text = readFileSync(new URL(uri), 'utf8'), languageId = 'typescript') {
      const textDocument = { uri, languageId, version: 1, text };
      return connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    },
    change: (uri, version, text) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    save: (uri) =>
      connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } }),
    close: (uri) =>
      connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    touch: (...uris) =>
      connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: uris.map((uri): FileEvent => ({ uri, type: FileChangeType.Changed })),
      }),
    async pull(uri) {
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      return (report as FullDocumentDiagnosticReport).items;
    },
    actions: async (uri, range, only) =>
      ((await connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only && { only }) },
      })) ?? []) as CodeAction[],
    resolve: (action) => connection.sendRequest(CodeActionResolveRequest.type, action),
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      if (child.exitCode === null) await once(child, 'exit');
      return child.exitCode;
    },
  };
  started.push(editor);
  return editor;

  function listen(): void {
    connection.onNotification(
      PublishDiagnosticsNotification.type,
      (params) => void received.published.push(params),
    );
    connection.onNotification(
      LogMessageNotification.type,
      ({ message }) => void received.logged.push(message),
    );
    connection.onNotification(
      ShowMessageNotification.type,
      ({ message }) => void received.messages.push(message),
    );
    connection.onNotification(
      'multiRegion/status',
      (status: Received['status'][0]) => void received.status.push(status),
    );
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      received.registered.push(...registrations);
    });
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section }) => (section === 'multiRegion' ? settings : null)),
    );
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      received.refreshes++;
    });
    connection.onRequest(CodeLensRefreshRequest.type, () => {
      received.lensRefreshes++;
    });
    connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
      received.applied.push(edit);
      return { applied: true };
    });
    connection.onRequest(ShowDocumentRequest.type, (params) => {
      received.documents.push(params);
      return { success: true };
    });
    connection.onRequest(ShowMessageRequest.type, (params) => {
      received.questions.push(params);
      return params.actions?.find(({ title }) => title === editor.answer) ?? null;
    });
    connection.onRequest(WorkDoneProgressCreateRequest.type, () => undefined);
  }
}
