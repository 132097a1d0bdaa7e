import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  DiagnosticSeverity,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  FileChangeType,
  type FileEvent,
  InitializedNotification,
  InitializeRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type FullDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { cli } from '../../support/run-cli.ts';
import { show, toRelative } from './verdict.ts';

const languages = new Map([
  ['.jsx', 'javascriptreact'],
  ['.ts', 'typescript'],
  ['.mts', 'typescript'],
  ['.cts', 'typescript'],
  ['.tsx', 'typescriptreact'],
  ['.vue', 'vue'],
]);

/** The real server on a folder, over its standard streams. */
export interface LanguageServer {
  pid: number;
  /** Opens files, asks for their diagnostics, and closes them. */
  ask(files: readonly string[]): Promise<string[]>;
  /** Says that files have changed on disk. */
  notifyChange(files: readonly string[]): Promise<void>;
  /** What it has shown to the user so far. */
  shown: string[];
  /** Ends it as an editor does. */
  stop(): Promise<void>;
}

/**
 * Starts the server.
 *
 * @param tree absolute; the folder that is open
 */
export async function startLanguageServer(tree: string, { trusted = true } = {}): Promise<LanguageServer> {
  const child = spawn(process.execPath, [cli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const shown: string[] = [];
  connection.onNotification(ShowMessageNotification.type, ({ message }) => void shown.push(message));
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its type requires it
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
    workspaceFolders: [{ name: 'tree', uri: pathToFileURL(tree).href }],
    initializationOptions: { trusted },
  });
  await connection.sendNotification(InitializedNotification.type, {});

  async function askOne(file: string): Promise<string[]> {
    const uri = pathToFileURL(file).href;
    const languageId = languages.get(extname(file)) ?? 'javascript';
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''); // as editors do
    const textDocument = { uri, languageId, version: 1, text };
    await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    return (report as FullDocumentDiagnosticReport).items.map(({ range, severity, code, message }) =>
      show({
        path: toRelative(tree, file),
        line: range.start.line + 1,
        column: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
        severity: severity === DiagnosticSeverity.Error ? 'error' : 'warn',
        ruleId: String(code),
        message: typeof message === 'string' ? message : message.value,
      }),
    );
  }

  return {
    pid: child.pid ?? 0,
    shown,
    async ask(files) {
      const verdicts: string[] = [];
      for (const file of files) verdicts.push(...(await askOne(file)));
      return verdicts.sort();
    },
    async notifyChange(files) {
      const type = FileChangeType.Changed;
      const changes = files.map((file): FileEvent => ({ uri: pathToFileURL(file).href, type }));
      await connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    },
    async stop() {
      const gone = once(child, 'exit');
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      await gone;
      connection.dispose();
    },
  };
}

/** Starts the server, opens files, and ends it. */
export async function askServer(
  tree: string,
  files: readonly string[],
): Promise<{ verdicts: string[]; shown: string[] }> {
  const server = await startLanguageServer(tree);
  try {
    return { verdicts: await server.ask(files), shown: server.shown };
  } finally {
    await server.stop();
  }
}
