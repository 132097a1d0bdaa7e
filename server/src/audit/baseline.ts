import { join } from 'node:path';
import { exists } from '../files/folders.ts';
import { isRecord } from '../project/is-record.ts';
import type { Audit } from './audit.ts';
import type { AuditFinding } from './audit-finding.ts';
import type { BaselineEntry } from './baseline-entry.ts';

/** A file that is no baseline; the message says what is wrong with it. */
export class BaselineError extends Error {}

/** Makes a baseline of findings, sorted, so that two branches that change it can be merged. */
export function createBaseline(findings: readonly AuditFinding[]): BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const { path, ruleId, code } of findings) {
    const key = [path, ruleId, code].join('\0');
    const known = entries.get(key);
    if (known) known.count++;
    else entries.set(key, { path, ruleId, code, count: 1 });
  }
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/** The content of the file, with a line break at its end. */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  return `${JSON.stringify({ version: 1, findings: entries }, undefined, 2)}\n`;
}

/**
 * Reads a baseline.
 *
 * @param text the content of the file
 * @throws BaselineError when it is not one
 */
export function parseBaseline(text: string): BaselineEntry[] {
  const value = parseJson(text);
  if (!isRecord(value) || value.version !== 1 || !Array.isArray(value.findings)) {
    throw new BaselineError('it is not a baseline of this version. Write it anew with --update-baseline.');
  }
  return value.findings.map((entry: unknown, index) => {
    if (isEntry(entry)) return entry;
    throw new BaselineError(
      `entry ${index + 1} lacks a path, a ruleId, a code or a count. Write it anew with --update-baseline.`,
    );
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    const isConflict = /^(?:<{7}|={7}|>{7})/mu.test(text);
    throw new BaselineError(
      isConflict
        ? 'it holds a merge conflict. Resolve it by keeping the lines of both sides, or write it anew with --update-baseline.'
        : 'it is not JSON. Write it anew with --update-baseline.',
    );
  }
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value)) return false;
  const { path, ruleId, code, count } = value;
  return (
    typeof path === 'string' &&
    typeof ruleId === 'string' &&
    typeof code === 'string' &&
    Number.isSafeInteger(count) &&
    Number(count) > 0
  );
}

/**
 * Hides the findings that a baseline knows. Where a file is gone, its entries cover the same code in other files:
 * it was moved. Where it is still there, the same line elsewhere is a new one.
 *
 * @param audit is not changed
 * @param entries of the baseline
 * @returns what is left; entries are called unneeded only when all files were audited
 */
export function applyBaseline(audit: Audit, entries: readonly BaselineEntry[]): Audit {
  const here = new Map<string, BaselineEntry[]>();
  const moved = new Map<string, BaselineEntry[]>();
  const counts = new Map<BaselineEntry, number>();
  for (const entry of entries) {
    const { path, ruleId, code } = entry;
    counts.set(entry, entry.count);
    // A merge that kept the lines of both sides may have left two of the same.
    addTo(here, [path, ruleId, code].join('\0'), entry);
    if (!exists(join(audit.root, path))) addTo(moved, [ruleId, code].join('\0'), entry);
  }

  const take = (entry: BaselineEntry): boolean => {
    const left = counts.get(entry) ?? 0;
    if (left === 0) return false;
    counts.set(entry, left - 1);
    return true;
  };
  const findings = audit.findings.filter(({ path, ruleId, code }) => {
    const own = here.get([path, ruleId, code].join('\0')) ?? [];
    const others = moved.get([ruleId, code].join('\0')) ?? [];
    return ![...own, ...others].some(take);
  });

  const isWhole = audit.changedSince === undefined && audit.shard === undefined;
  const unneeded = isWhole
    ? [...counts].flatMap(([entry, left]) => (left > 0 ? [{ ...entry, count: left }] : []))
    : [];
  return {
    ...audit,
    findings,
    baseline: { hidden: audit.findings.length - findings.length, unneeded },
  };
}

function addTo(lists: Map<string, BaselineEntry[]>, key: string, entry: BaselineEntry): void {
  const known = lists.get(key);
  if (known) known.push(entry);
  else lists.set(key, [entry]);
}
