import type { Connection, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { getFilePath, type OpenFiles } from '../documents/open-files.ts';
import type { LiveSettings } from '../settings.ts';
import type { WorkspaceIndex } from '../documents/workspace-index.ts';

/** Sends the diagnostics of files that are not open to clients that do not ask for them, where they are wanted. */
export function pushWorkspaceDiagnostics(
  connection: Connection,
  {
    index,
    settings,
    open,
    documents,
  }: {
    index: WorkspaceIndex;
    settings: LiveSettings;
    open: OpenFiles;
    documents: Pick<TextDocuments<TextDocument>, 'onDidClose'>;
  },
): void {
  /** Result ids of what the client shows, by paths. */
  const shown = new Map<string, string>();
  const isWanted = () => settings.current.enable && settings.current.diagnostics.scope === 'workspace';

  documents.onDidClose(({ document: { uri } }) => {
    const path = getFilePath(uri);
    if (path !== undefined) shown.delete(path); // it was taken back with the document
  });
  index.onDidChange((path) => {
    if (isWanted()) send(path);
  });
  settings.onDidChange(() => {
    const paths = isWanted() ? [...index.entries()].map(([path]) => path) : [...shown.keys()];
    for (const path of paths) send(path);
  });

  function send(path: string): void {
    if (open.find(path)) {
      shown.delete(path); // from now on it is sent as a document
      return;
    }
    const record = isWanted() ? index.get(path) : undefined;
    const diagnostics = record?.diagnostics ?? [];
    if (shown.get(path) === record?.resultId && record !== undefined) return;
    if (diagnostics.length === 0 && !shown.has(path)) return;
    if (record && diagnostics.length > 0) shown.set(path, record.resultId);
    else shown.delete(path);
    void connection.sendDiagnostics({ uri: URI.file(path).toString(), diagnostics: [...diagnostics] });
  }
}
