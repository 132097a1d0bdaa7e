// Starts language servers and speaks with them: for server.mjs.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import {
  CodeActionRequest,
  ConfigurationRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgressCreateRequest,
  createProtocolConnection,
} from 'vscode-languageserver-protocol/node';

/** What VS Code says of itself, as far as it makes a difference here. */
const capabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: false, relatedInformation: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source.fixAll'] } },
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
  },
  window: { workDoneProgress: true },
};

/**
 * Starts a server in a folder, and waits until it answered the first request.
 *
 * @param {{ args: string[], settings: object, initializationOptions?: object }} kind arguments for Node
 * @param {string} folder absolute
 */
export async function startServer({ args, settings, initializationOptions }, folder) {
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (data) => (errors += data));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const uri = pathToFileURL(folder).href;
  const workspaceFolders = [{ name: 'bench', uri }];
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settings(uri, folder)));
  connection.onRequest(RegistrationRequest.type, () => null);
  connection.onRequest(WorkDoneProgressCreateRequest.type, () => null);
  // Requests of its own, such as for the trust to run ESLint: nothing to say to them.
  connection.onRequest(() => null);
  connection.onNotification(() => {});
  connection.listen();
  const versions = new Map();

  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders,
    capabilities,
    initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});

  return {
    /** Opens a document. */
    async open(document, text) {
      versions.set(document, 1);
      const textDocument = { uri: document, languageId: 'typescript', version: 1, text };
      await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    },
    /** Types something at a place. */
    async type(document, position, text) {
      const version = versions.get(document) + 1;
      versions.set(document, version);
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: document, version },
        contentChanges: [{ range: { start: position, end: position }, text }],
      });
    },
    /** The diagnostics of a document as it is. */
    async pull(document) {
      const { items } = await connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri: document },
      });
      return items;
    },
    /** What can be done about a diagnostic. */
    actions: (document, diagnostic) =>
      connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri: document },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic], triggerKind: 1 },
      }),
    /** In MB, of the server and all that it started. */
    memory: () => sumUp(child.pid, ({ status }) => Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024),
    /** In milliseconds, of the server and all that it started: on how many processors, whoever waited. */
    cpu: () => sumUp(child.pid, ({ ticks }) => ticks * 10),
    errors: () => errors,
    stop() {
      connection.dispose();
      child.kill('SIGKILL');
    },
  };
}

/** How long something takes, in milliseconds. */
export async function time(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Adds up something of a process and of those that it started; NaN where there is no /proc.
 *
 * @param {number} pid
 * @param {(entry: { status: string, ticks: number }) => number} value
 */
function sumUp(pid, value) {
  const entries = listProcesses();
  const isOurs = (each) => each === pid || (entries.has(each) && isOurs(entries.get(each).parent));
  const values = [...entries].filter(([each]) => isOurs(each)).map(([, entry]) => value(entry));
  return values.length === 0 ? NaN : values.reduce((sum, each) => sum + each, 0);
}

function listProcesses() {
  const entries = new Map();
  for (const name of existsSync('/proc') ? readdirSync('/proc') : []) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      // The name of the program, in brackets, may hold anything.
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      entries.set(Number(name), {
        status,
        parent: Number(fields[1]),
        ticks: Number(fields[11]) + Number(fields[12]),
      });
    } catch {
      // It ended meanwhile.
    }
  }
  return entries;
}
