import { listServicePlaces } from '../../audit/inventory.ts';
import type { LintResult } from '../../lint/file-linter.ts';
import { getShift } from '../../lint/linted-file.ts';
import { createRelatedPlaces } from './related-places.ts';
import type { SeverityOf } from './severity.ts';
import { toDiagnostic } from './to-diagnostic.ts';
import type { FileRecord } from './workspace-index.ts';

/**
 * Takes from the result of linting a file what is to be remembered of it.
 *
 * @param result of linting it
 * @param options.uri of the file, for what points into it
 * @param options.hasDiagnostics false: they are not needed
 * @param options.hasRelated whether the editor shows related places
 * @param options.severityOf how each finding is shown, if it is
 */
export function toRecord(
  { findings, facts, sourceCode }: Pick<LintResult, 'facts' | 'findings' | 'sourceCode'>,
  {
    uri,
    resultId,
    version,
    hasDiagnostics,
    hasRelated,
    severityOf,
  }: {
    uri: string;
    resultId: string;
    version: number | undefined;
    hasDiagnostics: boolean;
    hasRelated: boolean;
    severityOf: SeverityOf;
  },
): FileRecord {
  const findRelated = facts && hasRelated ? createRelatedPlaces(facts, uri) : undefined;
  const shift = sourceCode ? getShift({ sourceCode }) : 0;
  const shown = findings.flatMap((finding) => {
    const severity = severityOf(finding);
    return severity === undefined ? [] : [{ finding, severity }];
  });
  return {
    places: facts ? listServicePlaces(facts, '') : [],
    findings: shown.length,
    diagnostics: hasDiagnostics
      ? shown.map(({ finding, severity }) => toDiagnostic(finding, { severity, findRelated, shift }))
      : [],
    resultId,
    version,
  };
}
