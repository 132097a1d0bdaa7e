import type { Audit } from './audit.ts';
import type { AuditFinding } from './audit-finding.ts';

/** A finding as people read it, with what other rules say of the same cause. */
export interface FoldedFinding extends AuditFinding {
  /** What is said of the same client elsewhere: it has no second region. */
  folded: readonly AuditFinding[];
}

const ofClients = 'multi-region/require-client-failover';
const ofRegions: ReadonlySet<string> = new Set([
  'multi-region/no-hardcoded-region',
  'multi-region/no-region-fallback',
]);

/**
 * Puts what is said of a client with what is said of the region that it is pinned to: one cause, one entry. JSON and
 * SARIF keep both.
 */
export function foldFindings({ findings, services }: Pick<Audit, 'findings' | 'services'>): FoldedFinding[] {
  const keyOf = (path: string, line: number, column: number) => `${path}\0${line}\0${column}`;
  const causes = new Map<string, string>();
  for (const { path, line, column, decidedBy, kind } of services.flatMap(({ places }) => places)) {
    if (kind !== 'region' && decidedBy?.path === path) {
      causes.set(keyOf(path, line, column), keyOf(path, decidedBy.line, decidedBy.column));
    }
  }
  const folded = new Map<string, AuditFinding[]>();
  const heads = new Map<string, AuditFinding>();
  for (const finding of findings) {
    if (ofRegions.has(finding.ruleId)) heads.set(keyOf(finding.path, finding.line, finding.column), finding);
  }
  const rest = findings.filter((finding) => {
    if (finding.ruleId !== ofClients) return true;
    const cause = causes.get(keyOf(finding.path, finding.line, finding.column));
    if (cause === undefined || !heads.has(cause)) return true;
    folded.set(cause, [...(folded.get(cause) ?? []), finding]);
    return false;
  });
  return rest.map((finding) => {
    const own = ofRegions.has(finding.ruleId)
      ? (folded.get(keyOf(finding.path, finding.line, finding.column)) ?? [])
      : [];
    const [first] = own;
    if (!first) return { ...finding, folded: own };
    return { ...finding, message: `${finding.message} No second region is tried.`, folded: own };
  });
}
