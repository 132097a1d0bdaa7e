import { join } from 'node:path';
import { extractRevision } from '../files/git/extract-revision.ts';
import { isAuditedName } from '../files/source-names.ts';
import { isComponentName } from '../project/component-code.ts';
import type { Deployment } from '../program/deployment.ts';
import { auditFolder, type Audit, type Trend } from './audit.ts';
import { createAuditLinter } from './audit-linter.ts';
import { foldFindings } from './fold-findings.ts';
import { isOtherKind } from './coverage.ts';
import { countStuck } from './stuck-places.ts';
import { addImpact } from './impact/add-impact.ts';

/** What is needed to look at a folder twice: as it was, and as it is. */
export interface ComparisonInput {
  /** Absolute. */
  root: string;
  revision: string;
  deployment: Deployment;
  /** Which region's impact is wanted in both; undefined: none. */
  chooseRegion?: (before: Audit, after: Audit) => string | undefined;
  signal?: AbortSignal | undefined;
}

/** Two audits that can be compared. */
export interface Comparison {
  before: Audit;
  after: Audit;
  /** Of the old revision. */
  commit: string;
  date: string | undefined;
}

const asIfNothing = () => undefined;

/**
 * Audits a folder as it was and as it is, both with the recommended rules: the configuration of the one may not fit
 * the other.
 *
 * @throws RevisionError when git does not know the revision
 */
export async function compareWithPast({
  root,
  revision,
  deployment,
  chooseRegion,
  signal,
}: ComparisonInput): Promise<Comparison> {
  const isWanted = (path: string) =>
    isAuditedName(path) ||
    isComponentName(path) ||
    isOtherKind(path) ||
    /(?:^|\/)(?:[\w.-]+\.json|pnpm-workspace\.yaml|multi-region\.config\.jsonc)$/u.test(path);
  const past = await extractRevision(root, revision, isWanted, signal);
  try {
    const before = await auditPlainly(past.root, deployment, false, signal);
    const after = await auditPlainly(root, deployment, true, signal);
    const region = chooseRegion?.(before, after);
    if (region !== undefined) {
      await addImpact(before, region, asIfNothing, false);
      await addImpact(after, region, asIfNothing, true);
    }
    return { before, after, commit: past.commit, date: past.date };
  } finally {
    past.remove();
  }
}

async function auditPlainly(
  root: string,
  deployment: Deployment,
  usesGit: boolean,
  signal: AbortSignal | undefined,
): Promise<Audit> {
  const linter = createAuditLinter(root, { noConfig: true });
  try {
    return await auditFolder(root, linter, asIfNothing, { deployment, usesGit }, { signal });
  } finally {
    await linter.dispose();
  }
}

/** What changed between two audits of one folder. */
export function describeChange({ before, after, date }: Comparison, revision: string): Trend {
  const [old, current] = [foldFindings(before), foldFindings(after)];
  const keyOf = ({ path, fingerprint }: { path: string; fingerprint: string }) => join(path, fingerprint);
  const then = new Set(old.map(keyOf));
  const now = new Set(current.map(keyOf));
  const [stuckThen, stuckNow] = [countStuck(before), countStuck(after)];
  const regions = [...new Set([...stuckThen.keys(), ...stuckNow.keys()])].map((region) => ({
    region,
    before: stuckThen.get(region) ?? 0,
    after: stuckNow.get(region) ?? 0,
  }));
  return {
    revision,
    date,
    before: old.length,
    after: current.length,
    gone: [...then].filter((key) => !now.has(key)).length,
    fresh: [...now].filter((key) => !then.has(key)).length,
    regions: regions.sort(
      (a, b) => b.before - a.before || b.after - a.after || (a.region < b.region ? -1 : 1),
    ),
  };
}
