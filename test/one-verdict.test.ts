import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import plugin from 'eslint-plugin-multi-region';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  DiagnosticSeverity,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type FullDocumentDiagnosticReport,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { cli, runCli } from './run-cli.ts';

/** What all three ways in say of a finding, as one line. */
interface Verdict {
  path: string;
  line: number;
  column: number;
  endLine: number | undefined;
  endColumn: number | undefined;
  severity: string;
  ruleId: string;
  message: string;
}

const languages = new Map([
  ['.jsx', 'javascriptreact'],
  ['.ts', 'typescript'],
  ['.mts', 'typescript'],
  ['.cts', 'typescript'],
  ['.tsx', 'typescriptreact'],
]);
const examples = join(import.meta.dirname, '../examples');
const trees = [
  join(import.meta.dirname, 'fixtures/one-verdict'),
  ...(existsSync(examples) ? readdirSync(examples).map((name) => join(examples, name)) : []),
];

describe.each(trees.map((tree) => [relative(process.cwd(), tree), tree]))('%s', (_name, tree) => {
  let server: ChildProcess;
  let connection: ProtocolConnection;

  beforeAll(async () => {
    const child = spawn(process.execPath, [cli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    server = child;
    connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- its type requires it
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
      workspaceFolders: [{ name: 'tree', uri: pathToFileURL(tree).href }],
    });
    await connection.sendNotification(InitializedNotification.type, {});
  });
  afterAll(() => {
    connection.dispose();
    server.kill();
  });

  it('gets the same findings from eslint, the audit and the language server', async () => {
    const { verdicts, files } = await runEslint(tree);
    expect(verdicts.length).toBeGreaterThan(5);
    expect(await runAudit(tree)).toEqual(verdicts);
    expect(await askServer(connection, tree, files)).toEqual(verdicts);
  });
});

/** ESLint as a user has it: the plugin's preset and typescript-eslint's parser. */
async function runEslint(tree: string): Promise<{ verdicts: string[]; files: string[] }> {
  const files = ['**/*.{js,jsx,cjs,mjs,ts,tsx,cts,mts}'];
  const eslint = new ESLint({
    cwd: tree,
    overrideConfigFile: true,
    overrideConfig: [
      { files, languageOptions: { parser }, linterOptions: { reportUnusedDisableDirectives: 'off' } },
      { files, ...plugin.configs.recommended },
      { ignores: ['**/dist/', '**/out/'] },
    ],
  });
  const results = await eslint.lintFiles(['.']);
  const verdicts = results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, column, endLine, endColumn, message, severity }) =>
      show({
        path: toRelative(tree, filePath),
        line,
        column,
        endLine,
        endColumn,
        severity: severity === 2 ? 'error' : 'warn',
        ruleId: ruleId ?? 'none',
        message,
      }),
    ),
  );
  return { verdicts: verdicts.sort(), files: results.map(({ filePath }) => filePath) };
}

async function runAudit(tree: string): Promise<string[]> {
  const { stdout, stderr } = await runCli(['audit', tree, '--format', 'json']);
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as { findings: Verdict[] }).findings.map(show).sort();
}

async function askServer(connection: ProtocolConnection, tree: string, files: string[]): Promise<string[]> {
  const verdicts: string[] = [];
  for (const file of files) {
    const uri = pathToFileURL(file).href;
    const languageId = languages.get(extname(file)) ?? 'javascript';
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''); // as editors do
    const textDocument = { uri, languageId, version: 1, text };
    await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    for (const { range, severity, code, message } of (report as FullDocumentDiagnosticReport).items) {
      verdicts.push(
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
  }
  return verdicts.sort();
}

function show({ path, line, column, endLine, endColumn, severity, ruleId, message }: Verdict): string {
  return `${path}:${line}:${column}-${endLine ?? line}:${endColumn ?? column} ${severity} ${ruleId} ${message}`;
}

function toRelative(tree: string, file: string): string {
  return relative(tree, file).replaceAll('\\', '/');
}
