import { join, relative, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { RemoteConsole } from 'vscode-languageserver/node';
import type { ServicePlace } from '../../audit/inventory.ts';
import { findWorkerScript } from '../../audit/worker-script.ts';
import { isInside } from '../../files/inside.ts';
import { isParsedHere } from '../../files/source-names.ts';
import { isComponentName } from '../../project/component-code.ts';
import type { OpenFiles } from '../documents/open-files.ts';
import type { WorkspaceIndex } from '../documents/workspace-index.ts';
import type { WorkspaceScan } from '../documents/workspace-scan.ts';
import type { Roots } from '../roots.ts';
import { followInThread, type FollowTask } from './follow-thread.ts';

/** Follows the regions of the workspace from file to file, and keeps the index at what comes of it. */
export interface WorkspaceProgram {
  /** Whether files were looked at whose regions are still to be followed. */
  readonly isBehind: boolean;
  /** Tells who shows how far the server is. */
  onDidCatchUp(listener: () => void): void;
  stop(): Promise<void>;
}

/** After an edit, so long nobody is to type before regions are followed anew, in milliseconds. */
const quietTime = 1000;
/** The thread takes this part of the time at most, however large the workspace is. */
const largestShare = 0.25;

export function followWorkspaceProgram({
  index,
  scan,
  roots,
  open,
  isBusy,
  console,
}: {
  index: WorkspaceIndex;
  scan: Pick<WorkspaceScan, 'isRunning' | 'listFiles' | 'onProgress'>;
  roots: Pick<Roots, 'getAll' | 'getRoot'>;
  open: OpenFiles;
  isBusy: () => boolean;
  console: Pick<RemoteConsole, 'warn'>;
}): WorkspaceProgram {
  const script = findWorkerScript('follow-worker.js');
  const abort = new AbortController();
  const listeners: (() => void)[] = [];
  let isBehind = script !== undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isWanted = false;
  let earliest = 0;

  if (script) {
    scan.onProgress((done) => {
      if (done !== undefined) return;
      isBehind = true;
      schedule(0);
    });
    index.onDidChange((path) => {
      if (open.find(path)) schedule(quietTime);
    });
  }

  return {
    get isBehind() {
      return isBehind;
    },
    onDidCatchUp: (listener) => void listeners.push(listener),
    async stop() {
      clearTimeout(timer);
      abort.abort();
      await running;
    },
  };

  function schedule(delay: number): void {
    if (abort.signal.aborted) return;
    isWanted = true;
    if (running) return;
    clearTimeout(timer);
    timer = setTimeout(start, Math.max(delay, earliest - performance.now()));
  }

  function start(): void {
    // The end of the scan comes here again.
    if (scan.isRunning) return;
    const begin = performance.now();
    isWanted = false;
    running = follow()
      .catch((error: unknown) => {
        if (abort.signal.aborted) return;
        index.follow(new Map());
        const reason = error instanceof Error ? error.message : String(error);
        console.warn(`Regions are counted by file; they could not be followed from file to file: ${reason}`);
      })
      .finally(() => {
        running = undefined;
        const now = performance.now();
        earliest = now + (now - begin) / largestShare;
        if (isWanted) schedule(quietTime);
        isBehind = false;
        for (const listener of listeners) listener();
      });
  }

  async function follow(): Promise<void> {
    while (isBusy()) await wait(50, undefined, { signal: abort.signal });
    const paths = scan.listFiles().filter((path) => isParsedHere(path) || isComponentName(path));
    const byPath = new Map<string, ServicePlace[]>();
    for (const root of roots.getAll()) {
      const task = prepare(
        root,
        paths.filter((path) => roots.getRoot(path) === root),
      );
      // Without a client or a region, there is nothing to follow.
      if (!script || task.places.length === 0) continue;
      for (const [path] of index.entries()) if (isInside(root, path)) byPath.set(path, []);
      for (const place of await followInThread(script, task, abort.signal)) {
        const path = join(root, place.path);
        const known = byPath.get(path);
        if (known) known.push(place);
        else byPath.set(path, [place]);
      }
    }
    index.follow(byPath);
  }

  function prepare(root: string, paths: readonly string[]): FollowTask {
    const toOwn = (path: string) => relative(root, path).replaceAll(sep, '/');
    const files = paths.map(toOwn);
    const places: ServicePlace[] = [];
    const texts = new Map<string, string>();
    for (const path of paths) {
      const text = open.get(path);
      if (text !== undefined) texts.set(toOwn(path), text);
      for (const place of index.get(path)?.places ?? []) places.push(adopt(place, toOwn(path)));
    }
    return { root, files, places, texts };
  }
}

/** Says in which file a place is; what the index keeps does not. */
function adopt(place: ServicePlace, path: string): ServicePlace {
  const { decidedBy } = place;
  return { ...place, path, ...(decidedBy && { decidedBy: { ...decidedBy, path } }) };
}
