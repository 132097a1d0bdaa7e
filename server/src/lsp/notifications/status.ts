import type { Connection } from 'vscode-languageserver/node';
import { statusNotification, type ServerStatus } from '../messages.ts';
import type { WorkspaceIndex } from '../documents/workspace-index.ts';
import type { WorkspaceProgram } from '../program/workspace-program.ts';
import type { WorkspaceScan } from '../documents/workspace-scan.ts';

const interval = 250;

/** Tells the editor what the server is at. */
export interface StatusReport {
  /** @param message undefined when there is nothing to warn of (any more) */
  warn(message: string | undefined): void;
  /** Says how far these are, too. */
  follow(scan: WorkspaceScan, program: WorkspaceProgram): void;
  stop(): void;
}

/**
 * Sends the status when something changes, at most four times a second.
 *
 * @param isWanted whether the editor takes it
 */
export function reportStatus(
  connection: Connection,
  { index, isWanted }: { index: WorkspaceIndex; isWanted: boolean },
): StatusReport {
  let warning: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let last: string | undefined;
  let scan: WorkspaceScan | undefined;
  let program: WorkspaceProgram | undefined;

  index.onDidChange(soon);
  index.onDidFollow(soon);
  soon();

  return {
    warn(message) {
      warning = message;
      soon();
    },
    follow(...followed) {
      [scan, program] = followed;
      scan.onProgress(soon);
      program.onDidCatchUp(soon);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };

  function soon(): void {
    if (isWanted) timer ??= setTimeout(send, interval);
  }

  function send(): void {
    timer = undefined;
    const status: ServerStatus = {
      state: scan?.isRunning === false && program?.isBehind === false ? 'ready' : 'working',
      regions: index.countRegions(),
      findings: index.countFindings(),
      ...(warning !== undefined && { warning }),
    };
    const text = JSON.stringify(status);
    if (text === last) return;
    last = text;
    void connection.sendNotification(statusNotification, status);
  }
}
