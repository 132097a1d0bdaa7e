import { Disposable, Uri, commands, window, workspace, type WebviewView } from 'vscode';
import type { LanguageServer } from '../language-server.ts';
import type { LocatedPlace, MergedReport } from './merge-reports.ts';
import type { PageMessage } from './page-script.ts';
import { renderMessage, renderReport } from './page.ts';
import { requestAudit } from './request-audit.ts';

/** As package.json lists it. */
const viewId = 'multiRegion.audit';

/** The audit's table, in a view of its own. */
export interface AuditView {
  /** Shows the view, with a new report. */
  open(): Promise<void>;
  /** Makes a new report. */
  refresh(): Promise<void>;
  /** Shows the rows of one region; undefined: all. */
  filter(region: string | undefined): void;
  /** The regions of the report, the largest share first; empty without one. */
  getRegions(): MergedReport['regions'];
  dispose(): void;
}

/**
 * @param commandIds.openPlace the command that a click on a place runs, with the place's URI, line and column, from 1
 * @param commandIds.showCritical the command that a click on `?` runs, with the service
 */
export function createAuditView(
  server: LanguageServer,
  { openPlace, showCritical }: { openPlace: string; showCritical: string },
): AuditView {
  let view: WebviewView | undefined;
  let report: MergedReport | undefined;
  let region: string | undefined;
  let known = '';
  // One audit at a time; what changes meanwhile makes another one necessary.
  let running: Promise<void> | undefined;
  let isStale = true;

  const registration = window.registerWebviewViewProvider(viewId, {
    resolveWebviewView(resolved) {
      view = resolved;
      resolved.webview.options = {
        enableScripts: true,
        enableCommandUris: [openPlace, showCritical],
        localResourceRoots: [],
      };
      resolved.webview.onDidReceiveMessage((message: PageMessage) => {
        region = message.region || undefined;
      });
      resolved.onDidDispose(() => {
        if (view === resolved) view = undefined;
      });
      resolved.onDidChangeVisibility(update);
      isStale = true;
      update();
    },
  });
  const listeners = Disposable.from(
    registration,
    server.onDidChangeStatus((status) => {
      const found = JSON.stringify([status?.findings, status?.regions]);
      if (!status || status.state === 'working' || found === known) return;
      known = found;
      setStale();
    }),
    // The audit reads the disk.
    workspace.onDidSaveTextDocument(setStale),
  );

  return {
    async open() {
      isStale = true;
      await commands.executeCommand(`${viewId}.focus`);
      await refresh();
    },
    refresh,
    filter(chosen) {
      region = chosen;
      show();
    },
    getRegions: () => report?.regions ?? [],
    dispose() {
      listeners.dispose();
    },
  };

  function setStale(): void {
    isStale = true;
    update();
  }

  /** Makes a new report when that is necessary, and somebody sees it. */
  function update(): void {
    if (isStale && view?.visible && !running) void refresh();
  }

  function refresh(): Promise<void> {
    running ??= audit().finally(() => {
      running = undefined;
      update();
    });
    return running;
  }

  async function audit(): Promise<void> {
    isStale = false;
    if (view && !report) view.webview.html = renderMessage('Looking for regions...');
    await window.withProgress({ location: { viewId } }, async () => {
      try {
        report = await requestAudit(server);
        show();
      } catch (error) {
        report = undefined;
        if (view) view.webview.html = renderMessage(error instanceof Error ? error.message : String(error));
      }
    });
  }

  function show(): void {
    if (!view || !report) return;
    const html = renderReport(report, { region, getLink, getCriticalLink });
    // The same page again would only flicker.
    if (html !== view.webview.html) view.webview.html = html;
  }

  function getCriticalLink(service: string): string {
    return `command:${showCritical}?${encodeURIComponent(JSON.stringify([service]))}`;
  }

  function getLink({
    folder,
    pathInFolder,
    line,
    column,
  }: Pick<LocatedPlace, 'column' | 'folder' | 'line' | 'pathInFolder'>): string {
    const file = Uri.joinPath(Uri.parse(folder), pathInFolder);
    return `command:${openPlace}?${encodeURIComponent(JSON.stringify([file.toString(), line, column]))}`;
  }
}
