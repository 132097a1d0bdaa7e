import { createHash, type Hash } from 'node:crypto';
import { join, relative } from 'node:path';
import { getConfigKey } from '../lint/file-config.ts';
import type { FileConfigs } from '../eslint-config/file-configs.ts';
import type { FileLinter } from '../lint/file-linter.ts';
import type { Notice } from '../files/notice.ts';
import type { ResultCache } from '../files/result-cache.ts';
import { createReadBuffer, readSourceFile } from '../files/source-file.ts';
import { isRecord } from '../project/is-record.ts';
import { toAuditFindings, type AuditFinding } from './audit-finding.ts';
import { isDocumentName, isNamedDocument } from '../files/source-names.ts';
import { type DeploymentPlace, listDeploymentPlaces } from './deployments.ts';
import { listServicePlaces, type ServicePlace } from './inventory.ts';

/** What one file adds to an audit; plain data, so that it can come from another thread or from a cache. */
export interface FileAudit {
  findings: AuditFinding[];
  places: ServicePlace[];
  /** Whether it speaks of regions or clients at all, in use or not. */
  hasFacts?: boolean;
  /** The ESLint config that has no object for it, relative to the audited folder. */
  uncoveredBy?: string;
  /** The file, where it is needed. */
  path?: string;
  /** What it is there to say of regions, for a document. */
  deployments?: DeploymentPlace[];
  /** Whether it is a document of which something was read. */
  isDocument?: boolean;
  /** Why the file was left out, or not looked at to its end. */
  notices: Notice[];
}

/** What an auditor knows of a file. */
export interface FileOutcome {
  audit: FileAudit;
  /** Under which key the cache should keep the audit; undefined where it has it or should not have it. */
  newKey: string | undefined;
}

/** Audits files in batches. */
export interface FileAuditor {
  /**
   * Reads files, sieves them, and learns how those that may concern regions are to be linted.
   *
   * @returns one for each path
   */
  prepare(paths: readonly string[]): Promise<PreparedFile[]>;
  /** Lints a file that needs it. Resolves with undefined where there is nothing to say of it. */
  audit(file: PreparedFile): Promise<FileOutcome | undefined>;
}

/** A file that was read: what is known of it without linting, or its text. */
export type PreparedFile =
  | { text: undefined; outcome: FileOutcome | undefined }
  | { text: string; path: string; absolute: string; key: string | undefined };

/**
 * Makes what looks at single files.
 *
 * @param root absolute; the paths of files are relative to it, with `/`
 * @param linter what lints a file; results depend on its configs
 * @param cache what was known before; only read here
 */
export function createFileAuditor(
  root: string,
  linter: FileLinter & { configs?: FileConfigs },
  cache: Pick<ResultCache, 'get'> | undefined,
): FileAuditor {
  const buffer = createReadBuffer();

  function read(path: string): PreparedFile & { hash?: Hash } {
    const absolute = join(root, path);
    const leaveOut = (kind: Notice['kind'], message: string): PreparedFile => {
      const notice = { kind, path: absolute, line: undefined, column: undefined, message };
      const audit = { findings: [], places: [], notices: [notice] };
      return { text: undefined, outcome: { audit, newKey: undefined } };
    };
    const source = readSourceFile(absolute, { root, buffer });
    if (source.kind === 'irrelevant') return nothingToSay;
    if (source.kind !== 'source') {
      // Large documents are data, unless their name says that they are not; a minified one speaks of regions.
      const isData = isDocumentName(path) && !isNamedDocument(path) && source.isMinified !== true;
      return isData ? nothingToSay : leaveOut(source.kind, source.message);
    }
    const file = { text: source.text, path, absolute, key: undefined };
    return cache ? { ...file, hash: startKey(path, source.bytes) } : file;
  }

  async function prepare(path: string): Promise<PreparedFile> {
    const { hash, ...file } = read(path);
    if (file.text === undefined) return file;
    // What a module of Terraform is said of depends on the files beside it.
    if (isDocumentName(file.path)) return file;
    const config = await linter.configs?.get(file.absolute);
    if (!hash) return file;
    const key = hash.update(config ? getConfigKey(config) : '').digest('base64url');
    const known = fromCache(cache?.get(key), file.absolute);
    return known ? { text: undefined, outcome: { audit: known, newKey: undefined } } : { ...file, key };
  }

  return {
    prepare: (paths) => Promise.all(paths.map(prepare)),
    async audit(file) {
      if (file.text === undefined) return file.outcome;
      const { text, path, absolute, key } = file;
      const { findings, facts, notice, services } = await linter.lint(text, absolute);
      const config = await linter.configs?.get(absolute);
      const audit = {
        findings: toAuditFindings(findings, text, path),
        places: facts ? listServicePlaces(facts, path, services) : [],
        hasFacts:
          facts !== undefined &&
          !isDocumentName(path) &&
          facts.regionSites.length + facts.clientSites.length > 0,
        deployments: facts ? listDeploymentPlaces(facts, path) : [],
        isDocument: facts !== undefined && isDocumentName(path),
        notices: notice ? [notice] : [],
        // Hardly any ESLint config names documents, and need not.
        ...(config?.kind === 'uncovered' &&
          !isDocumentName(path) && {
            uncoveredBy: relative(root, config.configFile).replaceAll('\\', '/'),
            path,
          }),
      };
      // What is about another file (a configuration, say) does not follow from the content of this one.
      const isOwn = audit.notices.every((each) => each.path === absolute);
      return { audit, newKey: isOwn ? key : undefined };
    },
  };
}

const nothingToSay: PreparedFile = { text: undefined, outcome: undefined };

/** The path counts as well: it says whether a file is a test, and which language it is in. */
function startKey(path: string, bytes: Buffer): Hash {
  return createHash('sha256').update(`${path}\0`).update(bytes).update('\0');
}

/**
 * The audit of a file as the cache keeps it: without the place of the checkout.
 *
 * @param audit of which all notices are about the file itself
 */
export function toCache(audit: FileAudit): string {
  return JSON.stringify({ ...audit, notices: audit.notices.map((notice) => ({ ...notice, path: '' })) });
}

/** @returns undefined for what has another shape, whoever wrote it */
function fromCache(text: string | undefined, path: string): FileAudit | undefined {
  if (text === undefined) return undefined;
  let audit: unknown;
  try {
    audit = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isFileAudit(audit)) return undefined;
  return { ...audit, notices: audit.notices.map((notice) => ({ ...notice, path })) };
}

function isFileAudit(value: unknown): value is FileAudit {
  if (!isRecord(value)) return false;
  return (
    areRecords(value.findings, ['ruleId', 'severity', 'path', 'message', 'code']) &&
    areRecords(value.places, ['path', 'origin']) &&
    areRecords(value.notices, ['kind', 'message'])
  );
}

function areRecords(value: unknown, texts: readonly string[]): boolean {
  const isGood = (each: unknown) => isRecord(each) && texts.every((name) => typeof each[name] === 'string');
  return Array.isArray(value) && value.every(isGood);
}
