import type { LanguageServer } from '../language-server.ts';
import { auditRequest, type AuditResult } from '../messages.ts';
import { mergeReports, type MergedReport } from './merge-reports.ts';

/**
 * Has the server audit all open folders.
 *
 * @throws an Error whose message can be shown as it is
 */
export async function requestAudit(server: LanguageServer): Promise<MergedReport> {
  const { folders } = await server.request<AuditResult>(auditRequest, {});
  return mergeReports(folders);
}
