import type { FileFacts } from 'eslint-plugin-multi-region/facts';
import {
  DiagnosticSeverity,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type Range,
} from 'vscode-languageserver/node';
import type { Finding } from '../../lint/finding.ts';

/**
 * Makes a diagnostic of a finding.
 *
 * @param uri of the document
 * @param facts of the version that was linted, to point at what hangs on the finding; undefined where the editor
 *   does not show that
 */
export function toDiagnostic(finding: Finding, uri: string, facts: FileFacts | undefined): Diagnostic {
  const { ruleId, severity, message, url } = finding;
  const related = facts ? findRelated(finding, uri, facts) : [];
  return {
    range: toRange(finding),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
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

/** From a constant to the client that it feeds, and from a client to the constant. */
function findRelated(finding: Finding, uri: string, facts: FileFacts): DiagnosticRelatedInformation[] {
  const related: DiagnosticRelatedInformation[] = [];
  for (const { loc: client, className, sites } of facts.clientSites) {
    for (const { literal } of sites) {
      const site = literal.loc;
      if (isInside(site, client)) continue;
      if (startsInside(finding, site)) {
        related.push({ location: { uri, range: fromLoc(client) }, message: `Binds this ${className}.` });
      } else if (startsAt(finding, client)) {
        related.push({
          location: { uri, range: fromLoc(site) },
          message: `The region of this ${className}.`,
        });
      }
    }
  }
  return related;
}

/** Of a node: lines from 1, columns from 0. */
interface Loc {
  start: { line: number; column: number };
  end: { line: number; column: number };
}

function fromLoc({ start, end }: Loc): Range {
  return {
    start: { line: start.line - 1, character: start.column },
    end: { line: end.line - 1, character: end.column },
  };
}

function isInside(inner: Loc, outer: Loc): boolean {
  return compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;
}

function startsInside({ line, column }: Finding, { start, end }: Loc): boolean {
  const place = { line, column: column - 1 };
  return compare(start, place) <= 0 && compare(place, end) < 0;
}

function startsAt({ line, column }: Finding, { start }: Loc): boolean {
  return start.line === line && start.column === column - 1;
}

function compare(a: Loc['start'], b: Loc['start']): number {
  return a.line - b.line || a.column - b.column;
}
