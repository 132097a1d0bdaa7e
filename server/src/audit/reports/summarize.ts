import type { Audit } from '../audit.ts';
import { foldFindings } from '../fold-findings.ts';
import { describeCoverage } from '../coverage.ts';
import { plural } from '../../printing/plural.ts';
import { formatShard } from '../shard.ts';

/** What was found, and what was not looked at: the last word of a report. */
export function summarizeAll(audit: Audit): string[] {
  return [summarize(audit), ...describeCoverage(audit.coverage)];
}

/** One or two sentences: how much was found, in how many files, and what is not shown. */
export function summarize(audit: Audit): string {
  const { fileCount, changedSince, shard, baseline } = audit;
  const findings = foldFindings(audit);
  const files =
    plural(fileCount, changedSince === undefined ? 'source file' : 'changed source file') +
    (shard ? ` (shard ${formatShard(shard)})` : '');
  const since = changedSince === undefined ? '' : ` on lines added since ${changedSince},`;
  const hidden = baseline?.hidden ? ` The baseline hides ${plural(baseline.hidden, 'finding')}.` : '';
  const isNew = baseline ? 'new ' : '';
  if (findings.length === 0) return `No ${isNew}findings${since} in ${files}.${hidden}`;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const counts = `${plural(errors, 'error')}, ${plural(findings.length - errors, 'warning')}`;
  const affected = new Set(findings.map(({ path }) => path)).size;
  return `${plural(findings.length, `${isNew}finding`)} (${counts})${since} in ${affected} of ${files}.${hidden}`;
}
