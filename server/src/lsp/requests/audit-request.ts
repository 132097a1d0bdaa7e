import { basename } from 'node:path';
import {
  LSPErrorCodes,
  ResponseError,
  WorkDoneProgress,
  type CancellationToken,
  type ServerCapabilities,
  type Connection,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressParams,
  type WorkDoneProgressReport,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { applyServiceSettings } from '../../audit/apply-service-settings.ts';
import type { Effort } from '../../audit/audit-files.ts';
import { createAuditLinter } from '../../audit/audit-linter.ts';
import { auditFolder } from '../../audit/audit.ts';
import { formatJson } from '../../audit/reports/json.ts';
import type { Notice } from '../../files/notice.ts';
import type { NoticeLog } from '../notifications/notice-log.ts';
import { readServiceSettings } from '../../eslint-config/service-settings.ts';
import { auditRequest, type AuditResult } from '../messages.ts';
import type { Roots } from '../roots.ts';

export interface AuditInput {
  roots: Pick<Roots, 'getAll'>;
  /** Whether code of a folder may be run. */
  isTrusted: (folder: string) => boolean;
  log: NoticeLog;
}

/**
 * Answers `multiRegion/audit`: the report of each open folder, as its files are on the disk. What could not be looked at is
 * in the log.
 */
export function answerAudits(connection: Connection, input: AuditInput): ServerCapabilities {
  // Without parameters, the token comes first.
  connection.onRequest(auditRequest, async (...args: unknown[]): Promise<AuditResult> => {
    const token = args.at(-1) as CancellationToken;
    const { workDoneToken } = (args.length > 1 ? args[0] : {}) as WorkDoneProgressParams;
    const abort = new AbortController();
    token.onCancellationRequested(() => {
      abort.abort(new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.'));
    });
    const show = (progress: ShownProgress) => {
      if (workDoneToken !== undefined)
        void connection.sendProgress(WorkDoneProgress.type, workDoneToken, progress);
    };

    show({ kind: 'begin', title: 'Auditing', percentage: 0, cancellable: true });
    try {
      const folders: AuditResult['folders'] = [];
      for (const root of input.roots.getAll()) {
        let shown = 0;
        const onProgress = (done: number, total: number) => {
          const percentage = Math.floor((done / total) * 100);
          if (percentage === shown) return;
          shown = percentage;
          show({ kind: 'report', message: basename(root), percentage });
        };
        const report = await auditRoot(root, input, { signal: abort.signal, onProgress });
        abort.signal.throwIfAborted();
        folders.push({ name: basename(root), uri: URI.file(root).toString(), report });
      }
      return { folders };
    } finally {
      show({ kind: 'end' });
    }
  });
  return {};
}

type ShownProgress = WorkDoneProgressBegin | WorkDoneProgressEnd | WorkDoneProgressReport;

async function auditRoot(root: string, { isTrusted, log }: AuditInput, effort: Effort): Promise<unknown> {
  const noConfig = !isTrusted(root);
  const linter = createAuditLinter(root, { noConfig });
  const onNotice = (notice: Notice) => {
    log.update(notice.path, notice);
  };
  try {
    const audit = await auditFolder(root, linter, onNotice, { usesGit: !noConfig }, effort);
    // Where the config was run, it has told of the services.
    const isRead = !noConfig && !linter.hasFailed();
    const known = isRead ? audit : applyServiceSettings(audit, await readServiceSettings(root));
    return JSON.parse(formatJson(known));
  } finally {
    await linter.dispose();
  }
}
