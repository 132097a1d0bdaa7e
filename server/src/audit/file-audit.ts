import { mayHaveFacts } from 'eslint-plugin-multi-region/prefilter';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { FileLinter } from '../workspace/file-linter.ts';
import type { Notice } from '../workspace/notice.ts';
import type { ResultCache } from '../workspace/result-cache.ts';
import { createReadBuffer, isMinified, readSourceFile } from '../workspace/source-file.ts';
import { toAuditFindings, type AuditFinding } from './audit-finding.ts';
import { listServicePlaces, type ServicePlace } from './inventory.ts';

/** What one file adds to an audit; plain data, so that it can come from another thread or from a cache. */
export interface FileAudit {
  findings: AuditFinding[];
  places: ServicePlace[];
  /** Why the file was left out, or not looked at to its end. */
  notices: Notice[];
}

/** What an auditor knows of a file. */
export interface FileOutcome {
  audit: FileAudit;
  /** Under which key the cache should keep the audit; undefined where it has it or should not have it. */
  newKey: string | undefined;
}

/** Audits files one after the other; resolves with undefined where there is nothing to say of a file. */
export type FileAuditor = (path: string) => Promise<FileOutcome | undefined>;

/**
 * Makes what looks at single files: it reads them, sieves them, and lints those that may concern regions.
 *
 * @param root absolute; the paths of files are relative to it, with `/`
 * @param linter what lints a file
 * @param cache what was known before; only read here
 */
export function createFileAuditor(
  root: string,
  linter: FileLinter,
  cache: Pick<ResultCache, 'get'> | undefined,
): FileAuditor {
  const buffer = createReadBuffer();

  return async (path) => {
    const absolute = join(root, path);
    const leaveOut = (kind: Notice['kind'], message: string): FileOutcome => {
      const notice = { kind, path: absolute, line: undefined, column: undefined, message };
      return { audit: { findings: [], places: [], notices: [notice] }, newKey: undefined };
    };
    const { bytes, ...reason } = readSourceFile(absolute, buffer);
    if (!bytes) {
      const { kind, message } = reason as { kind: Notice['kind'] | 'ignored'; message: string };
      return kind === 'ignored' ? undefined : leaveOut(kind, message);
    }

    // The prefilter looks for ASCII only, and bytes become a Latin-1 string faster than a decoded one.
    if (!mayHaveFacts(bytes.toString('latin1'))) return undefined;
    const key = cache && createKey(path, bytes);
    const known = key === undefined ? undefined : cache?.get(key);
    if (known !== undefined) return { audit: fromCache(known, absolute), newKey: undefined };

    const text = bytes.toString('utf8');
    if (isMinified(text)) {
      return leaveOut('skipped', 'Skipped: it is minified. Lint its source instead.');
    }
    const { findings, facts, notice, services } = await linter.lint(text, absolute);
    const audit = {
      findings: toAuditFindings(findings, text, path),
      places: facts ? listServicePlaces(facts, path, services) : [],
      notices: notice ? [notice] : [],
    };
    // What is about another file (a configuration, say) does not follow from the content of this one.
    const isOwn = audit.notices.every((each) => each.path === absolute);
    return { audit, newKey: isOwn ? key : undefined };
  };
}

/** The path counts as well: it says whether a file is a test, and which language it is in. */
function createKey(path: string, bytes: Buffer): string {
  return createHash('sha256').update(`${path}\0`).update(bytes).digest('base64url');
}

/**
 * The audit of a file as the cache keeps it: without the place of the checkout.
 *
 * @param audit of which all notices are about the file itself
 */
export function toCache(audit: FileAudit): string {
  return JSON.stringify({ ...audit, notices: audit.notices.map((notice) => ({ ...notice, path: '' })) });
}

function fromCache(text: string, path: string): FileAudit {
  const audit = JSON.parse(text) as FileAudit;
  return { ...audit, notices: audit.notices.map((notice) => ({ ...notice, path })) };
}
