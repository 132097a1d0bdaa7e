import { TextDocument } from 'vscode-languageserver-textdocument';
import { TextDocuments, type Connection } from 'vscode-languageserver/node';
import { createEmbeddedLinter } from '../workspace/embedded-linter.ts';
import { getServerCapabilities, readClientAbilities } from './capabilities.ts';
import { provideCodeActions } from './code-actions.ts';
import { createNoticeLog } from './notice-log.ts';
import { answerPulls } from './pull-diagnostics.ts';
import { pushDiagnostics } from './push-diagnostics.ts';
import { createRoots } from './roots.ts';
import { createValidator } from './validator.ts';

/**
 * Serves one client: puts the parts together, each of which minds one concern of the protocol.
 *
 * @param connection not listening yet
 * @param version of the server, which some editors show
 */
export function startSession(connection: Connection, version: string): void {
  const documents = new TextDocuments(TextDocument);
  const roots = createRoots();
  const validator = createValidator({
    documents,
    linter: createEmbeddedLinter((path) => roots.getRoot(path)),
    getFallbackFolder: () => roots.getFirst(),
    log: createNoticeLog(connection.console),
  });

  connection.onInitialize((params) => {
    const client = readClientAbilities(params.capabilities);
    roots.initialize(params);
    if (client.folderChanges) {
      connection.onInitialized(() => {
        connection.workspace.onDidChangeWorkspaceFolders((change) => {
          roots.update(change);
        });
      });
    }
    if (client.pullDiagnostics) answerPulls(connection, documents, validator);
    else pushDiagnostics(connection, documents, validator);
    provideCodeActions(connection, documents, validator, client);
    return {
      capabilities: getServerCapabilities(client),
      serverInfo: { name: 'multi-region', version },
    };
  });
  documents.onDidClose(({ document }) => {
    validator.forget(document.uri);
  });
  documents.listen(connection);
}
