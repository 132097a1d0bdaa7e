import { homedir } from 'node:os';
import { join, parse } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { URI } from 'vscode-uri';
import { Emitter, type Event } from 'vscode-languageserver/node';
import { discoverFiles } from '../../files/discover.ts';
import type { FileLinter } from '../../lint/file-linter.ts';
import type { Notice } from '../../files/notice.ts';
import { readStats } from '../../files/folders.ts';
import { createReadBuffer, readSourceFile } from '../../files/source-file.ts';
import type { ClientAbilities } from '../capabilities.ts';
import type { NoticeLog } from '../notifications/notice-log.ts';
import type { Roots } from '../roots.ts';
import type { LiveSettings } from '../settings.ts';
import type { OpenFiles } from './open-files.ts';
import { createSeverityOf } from './severity.ts';
import type { FileRecord, WorkspaceIndex } from './workspace-index.ts';
import { toRecord } from './to-record.ts';

/** Looks at the files of the open folders that are not open themselves, in the background. */
export interface WorkspaceScan {
  /** Looks at all of them; at those that have not changed only when `isForced`. */
  start(isForced: boolean): void;
  /** Looks at some files again, given by their absolute paths: they were changed, made, removed or closed. */
  update(paths: readonly string[]): void;
  readonly isRunning: boolean;
  /** The absolute paths of the files that there are, as far as they were looked for. */
  listFiles(): string[];
  /** Fires when a scan begins, and with the progress from 0 to 1 as it goes on; undefined when it is done. */
  readonly onProgress: Event<number | undefined>;
  /** Resolves when there is nothing left to look at. */
  whenDone(): Promise<void>;
  /** Stops after the file at hand. */
  stop(): Promise<void>;
}

export interface WorkspaceScanInput {
  index: WorkspaceIndex;
  linter: FileLinter;
  roots: Pick<Roots, 'getAll' | 'getRoot'>;
  /** Whether code of a folder may be run: only then git is. */
  isTrusted: (folder: string) => boolean;
  settings: Pick<LiveSettings, 'current' | 'getFor'>;
  client: Pick<ClientAbilities, 'relatedInformation'>;
  open: Pick<OpenFiles, 'find'>;
  /** Whether someone is typing, so that the scan had better wait. */
  isBusy: () => boolean;
  log: NoticeLog;
}

/** So long the process may be deaf for messages, in milliseconds. */
const longestTurn = 8;

export function createWorkspaceScan(input: WorkspaceScanInput): WorkspaceScan {
  const { index, linter, settings, open } = input;
  const isOpen = (path: string) => open.find(path) !== undefined;
  const progress = new Emitter<number | undefined>();
  const queue = new Set<string>();
  let files = new Set<string>();
  /** What a file with a record was like when it was looked at. */
  const stamps = new Map<string, string>();
  let isAllWanted = false;
  let isStopped = false;
  let begin: () => void = () => undefined;
  // Until it is started, it is about to be.
  let running: Promise<void> | undefined = new Promise<void>((resolve) => (begin = resolve));
  let hasBegun = false;
  let count = 0;
  let buffer: Buffer | undefined;

  function run(): void {
    if (isStopped || (running && hasBegun)) return;
    hasBegun = true;
    begin();
    running = work().finally(() => {
      running = undefined;
      buffer = undefined;
      progress.fire(undefined);
    });
  }

  return {
    start(isForced) {
      if (isForced) stamps.clear();
      isAllWanted = true;
      run();
    },
    update(paths) {
      for (const path of paths) {
        stamps.delete(path);
        queue.add(path);
      }
      if (queue.size > 0) run();
    },
    get isRunning() {
      return running !== undefined;
    },
    listFiles: () => [...files],
    onProgress: progress.event,
    async whenDone() {
      while (running) await running;
    },
    async stop() {
      isStopped = true;
      isAllWanted = false;
      queue.clear();
      if (hasBegun) await running;
      else begin();
    },
  };

  async function waitForQuiet(): Promise<void> {
    while (input.isBusy() && !isStopped) await setTimeout(50);
  }

  async function work(): Promise<void> {
    // What belongs together comes together: the files of a branch, the folders of a workspace.
    await setTimeout(20);
    await waitForQuiet();
    progress.fire(0);
    let turn = performance.now();
    let done = 0;
    while (!isStopped && (isAllWanted || queue.size > 0)) {
      if (isAllWanted) {
        isAllWanted = false;
        await discover();
      }
      const [path] = queue;
      if (path === undefined) break;
      queue.delete(path);
      await look(path);
      done++;
      if (performance.now() - turn < longestTurn) continue;
      progress.fire(done / (done + queue.size));
      await setImmediate();
      await waitForQuiet();
      turn = performance.now();
    }
  }

  async function discover(): Promise<void> {
    const found = new Set<string>();
    for (const root of (settings.current.enable ? input.roots.getAll() : []).filter(isProject)) {
      const report = (notice: Notice) => {
        if (!isStopped) input.log.update(notice.path, notice);
      };
      for (const path of await discoverFiles(root, report, { usesGit: input.isTrusted(root) }))
        found.add(join(root, path));
    }
    for (const [path] of index.entries()) {
      if (!found.has(path) && !isOpen(path)) forget(path);
    }
    files = found;
    for (const path of found) queue.add(path);
  }

  async function look(path: string): Promise<void> {
    if (isOpen(path)) return; // its text is not that of the disk, and it is looked at as a document
    const stamp = getStamp(path);
    if (stamp === undefined) {
      files.delete(path);
      forget(path);
      return;
    }
    files.add(path);
    if (stamps.get(path) === stamp) return;
    const record = await createRecord(path);
    // It may have been opened meanwhile.
    if (isOpen(path) || isStopped) return;
    if (record) {
      stamps.set(path, stamp);
      index.set(path, keepId(record, index.get(path)));
    } else forget(path);
  }

  async function createRecord(path: string): Promise<FileRecord | undefined> {
    const own = settings.getFor(path);
    buffer ??= createReadBuffer();
    const file = readSourceFile(path, { root: input.roots.getRoot(path), buffer });
    if (file.kind !== 'source' || file.bytes.length > own.maxFileSize * 1024) return undefined;
    const result = await linter.lint(file.text, path);
    const uri = URI.file(path).toString();
    const resultId = `w${++count}`;
    const record = toRecord(result, {
      ...{ uri, resultId, version: undefined },
      hasDiagnostics: settings.current.diagnostics.scope === 'workspace',
      hasRelated: input.client.relatedInformation,
      severityOf: createSeverityOf(own),
    });
    return record.places.length + record.findings > 0 ? record : undefined;
  }

  function forget(path: string): void {
    stamps.delete(path);
    index.set(path, undefined);
  }
}

/** What says the same keeps its id, so that it is not sent again. */
function keepId(record: FileRecord, known: FileRecord | undefined): FileRecord {
  // An editor takes back what it shows of a document when it is closed.
  if (!known || known.version !== undefined) return record;
  const isSame = JSON.stringify(known.diagnostics) === JSON.stringify(record.diagnostics);
  return isSame ? { ...record, resultId: known.resultId } : record;
}

/** Whether a folder may be gone through: someone who opens a file in the home folder does not mean all of it. */
function isProject(folder: string): boolean {
  return folder !== homedir() && folder !== parse(folder).root;
}

function getStamp(path: string): string | undefined {
  const stats = readStats(path);
  return stats && `${stats.mtimeMs} ${stats.size}`;
}
