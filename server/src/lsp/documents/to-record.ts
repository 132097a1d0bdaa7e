import { listServicePlaces } from '../../audit/inventory.ts';
import type { LintResult } from '../../lint/file-linter.ts';
import { toDiagnostic } from './to-diagnostic.ts';
import type { FileRecord } from './workspace-index.ts';

/**
 * Takes from the result of linting a file what is to be remembered of it.
 *
 * @param result of linting it
 * @param options.uri of the file, for what points into it
 * @param options.hasDiagnostics false: they are not needed
 * @param options.hasRelated whether the editor shows related places
 */
export function toRecord(
  { findings, facts }: LintResult,
  {
    uri,
    resultId,
    version,
    hasDiagnostics,
    hasRelated,
  }: {
    uri: string;
    resultId: string;
    version: number | undefined;
    hasDiagnostics: boolean;
    hasRelated: boolean;
  },
): FileRecord {
  // The same places as in the audit, so that both count alike.
  const uses = (facts ? listServicePlaces(facts, '') : []).flatMap(({ region, line, column }) =>
    region === undefined ? [] : [{ region, line, column }],
  );
  return {
    uses,
    findings: findings.length,
    diagnostics: hasDiagnostics
      ? findings.map((finding) => toDiagnostic(finding, uri, hasRelated ? facts : undefined))
      : [],
    resultId,
    version,
  };
}
