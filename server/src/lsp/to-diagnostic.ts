import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../workspace/finding.ts';

/**
 * Makes a diagnostic of a finding.
 *
 * @param document in the version that was linted
 */
export function toDiagnostic(finding: Finding, document: TextDocument): Diagnostic {
  const { ruleId, severity, message, range, url } = finding;
  return {
    range: { start: document.positionAt(range[0]), end: document.positionAt(range[1]) },
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: 'multi-region',
    code: ruleId,
    ...(url !== undefined && { codeDescription: { href: url } }),
    message,
  };
}
