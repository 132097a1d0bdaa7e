import { DiagnosticSeverity, type Diagnostic, type Range } from 'vscode-languageserver/node';
import type { Finding } from '../../lint/finding.ts';
import type { RelatedPlaces } from './related-places.ts';

/**
 * Makes a diagnostic of a finding.
 *
 * @param options.severity as the user wants it; the finding's own when left out
 * @param options.findRelated finds what belongs with it; undefined where the editor does not show that
 * @param options.shift 1 where the text that was linted has a byte order mark
 */
export function toDiagnostic(
  finding: Finding,
  {
    severity = finding.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    findRelated,
    shift = 0,
  }: { severity?: DiagnosticSeverity; findRelated?: RelatedPlaces | undefined; shift?: number } = {},
): Diagnostic {
  const { ruleId, message, url } = finding;
  const related = findRelated?.(finding.range[0] - shift) ?? [];
  return {
    range: toRange(finding),
    severity,
    source: 'multi-region',
    code: ruleId,
    ...(url !== undefined && { codeDescription: { href: url } }),
    message,
    ...(related.length > 0 && { relatedInformation: related }),
  };
}

/** The place of a finding, as the protocol counts: from 0. Editors show no byte order mark, and columns leave it out. */
export function toRange({ line, column, endLine, endColumn }: Finding): Range {
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  };
}
