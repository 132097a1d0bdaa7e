import { createHash } from 'node:crypto';
import type { Finding } from '../lint/finding.ts';

/** A finding as reports show it: without what only an editor needs, and with a name that outlives a line shift. */
export interface AuditFinding extends Omit<Finding, 'fact' | 'range' | 'suggestions' | 'url'> {
  /** The name of its repository, in an audit of several. */
  repository?: string;
  /** The line of code that it starts on, white space made one, shortened when it is long. */
  code: string;
  /** The same for the same rule on the same code in a file, wherever the line is: `5f0c…:1`; 2 for its second. */
  fingerprint: string;
}

const longestCode = 200;

/**
 * Prepares the findings of a file for reports.
 *
 * @param findings in the order of the file
 * @param text the file that was linted
 * @param path relative to the audited folder, with `/`
 */
export function toAuditFindings(findings: readonly Finding[], text: string, path: string): AuditFinding[] {
  if (findings.length === 0) return [];
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/u); // as ESLint counts them
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { ruleId, severity, message, line, column, endLine, endColumn, region, service } = finding;
    const code = shorten(normalize(lines[line - 1] ?? ''));
    const key = hash(`${ruleId}\0${code}`);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    const place = { path, line, column, endLine, endColumn };
    return { ruleId, severity, message, ...place, region, service, code, fingerprint: `${key}:${count}` };
  });
}

function normalize(line: string): string {
  return line.replaceAll(/[\s\uFEFF]+/gu, ' ').trim();
}

/** What is cut off still counts: two long lines that start alike stay two. */
function shorten(code: string): string {
  if (code.length <= longestCode) return code;
  // Half a character at the cut would not survive being written.
  return `${code.slice(0, longestCode - 20).replace(/[\uD800-\uDBFF]$/u, '')}… #${hash(code)}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
