import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import type { ClosedFiles } from '../documents/closed-files.ts';
import { getFilePath, type OpenFiles } from '../documents/open-files.ts';
import type { LiveSettings } from '../settings.ts';
import type { FileRecord, WorkspaceIndex } from '../documents/workspace-index.ts';
import type { WorkspaceScan } from '../documents/workspace-scan.ts';

/** So many reports go into one message. */
const batchSize = 200;

/**
 * Answers clients that ask for the diagnostics of the whole workspace: with what differs from what they have, as it
 * is found. When there is nothing to say, the answer waits until there is: clients ask again at once.
 */
export function answerWorkspacePulls(
  connection: Connection,
  input: {
    index: WorkspaceIndex;
    scan: WorkspaceScan;
    settings: LiveSettings;
    open: OpenFiles;
    closed: ClosedFiles;
  },
): void {
  const { index, scan, settings, open, closed } = input;
  const isWanted = () => settings.current.enable && settings.current.diagnostics.scope === 'workspace';

  connection.languages.diagnostics.onWorkspace(
    async ({ previousResultIds }, token, workDone, results): Promise<WorkspaceDiagnosticReport> => {
      const known = new Map<string, string | undefined>(
        previousResultIds.map(({ uri, value }) => [normalize(uri), value]),
      );
      const reports: WorkspaceDocumentDiagnosticReport[] = [];
      const sent = { any: false };

      const flush = () => {
        // Without partial results all goes into the answer.
        for (const items of results ? takeBatches(reports) : []) {
          sent.any = true;
          results?.report({ items });
        }
      };
      const update = () => {
        reports.push(...findNews());
        flush();
      };

      for (;;) {
        await followScan(workDone, token, results ? update : undefined);
        update();
        if (sent.any || reports.length > 0) break;
        await waitForNews(token);
      }
      return { items: reports };

      /** What the client does not have yet; afterwards it has it. */
      function findNews(): WorkspaceDocumentDiagnosticReport[] {
        const news: WorkspaceDocumentDiagnosticReport[] = [];
        const present = new Set<string>();
        for (const path of closed.list()) known.set(toUri(path), undefined);
        for (const [path, record] of isWanted() ? index.entries() : []) {
          const document = open.find(path);
          const uri = document?.uri ?? toUri(path);
          const key = normalize(uri);
          present.add(key);
          // Was found in a document that is closed by now; its file is about to be looked at.
          if (!document && record.version !== undefined) continue;
          if (known.get(key) === record.resultId) continue;
          if (!known.has(key) && record.diagnostics.length === 0) continue;
          known.set(key, record.resultId);
          closed.delete(path);
          news.push(toReport(uri, record));
        }
        for (const key of [...known.keys()]) {
          if (present.has(key) || isOpenUri(key)) continue;
          known.delete(key);
          closed.delete(URI.parse(key).fsPath);
          news.push({ kind: DocumentDiagnosticReportKind.Full, uri: key, version: null, items: [] });
        }
        return news;
      }
    },
  );

  /** Waits for the scan that is going on, and shows how far it is. */
  async function followScan(
    workDone: WorkDoneProgressReporter,
    token: CancellationToken,
    update: (() => void) | undefined,
  ): Promise<void> {
    if (!scan.isRunning || !isWanted()) return;
    workDone.begin('Looking for regions', 0, undefined, true);
    const listening = scan.onProgress((done = 1) => {
      workDone.report(Math.round(done * 100));
      update?.();
    });
    try {
      await Promise.race([scan.whenDone(), rejectOnCancel(token)]);
    } finally {
      listening.dispose();
      workDone.done();
    }
  }

  function waitForNews(token: CancellationToken): Promise<unknown> {
    const listening: { dispose(): void }[] = [];
    const news = new Promise<void>((resolve) => {
      listening.push(
        index.onDidChange((path) => {
          if (!open.find(path)) resolve(); // open documents are asked for one by one
        }),
        settings.onDidChange(() => {
          resolve();
        }),
      );
    });
    return Promise.race([news, rejectOnCancel(token)]).finally(() => {
      for (const each of listening) each.dispose();
    });
  }

  function isOpenUri(uri: string): boolean {
    const path = getFilePath(uri);
    return path !== undefined && open.find(path) !== undefined;
  }
}

function toReport(
  uri: string,
  { diagnostics, resultId, version }: FileRecord,
): WorkspaceDocumentDiagnosticReport {
  return {
    kind: DocumentDiagnosticReportKind.Full,
    uri,
    version: version ?? null,
    resultId,
    items: [...diagnostics],
  };
}

function* takeBatches<T>(items: T[]): Generator<T[]> {
  while (items.length > 0) yield items.splice(0, batchSize);
}

function rejectOnCancel(token: CancellationToken): Promise<never> {
  const error = () => new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
  return new Promise((_resolve, reject) => {
    if (token.isCancellationRequested) reject(error());
    else
      token.onCancellationRequested(() => {
        reject(error());
      });
  });
}

function toUri(path: string): string {
  return URI.file(path).toString();
}

/** Editors and servers encode URIs differently. */
function normalize(uri: string): string {
  return URI.parse(uri).toString();
}
