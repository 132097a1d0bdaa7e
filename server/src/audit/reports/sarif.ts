import { posix } from 'node:path';
import { formatJsonText } from '../../printing/json.ts';
import { describeCoverage } from '../coverage.ts';
import type { Audit } from '../audit.ts';
import type { AuditFinding } from '../audit-finding.ts';
import type { Report } from './report.ts';
import { listRules } from './rule-page.ts';

/** The report for code scanning. */
export const sarif: Report = {
  name: 'sarif',
  endings: ['.sarif'],
  write: (audit, { version }) => formatSarif(audit, version),
};

/**
 * The report for code scanning: SARIF 2.1.0. Paths are relative to the root of the repository, also when a folder
 * of it was audited; fingerprints are those of the findings, which line shifts do not change.
 *
 * @param audit what was found
 * @param version of this program
 * @returns JSON with a line break at its end
 */
export function formatSarif(audit: Audit, version: string): string {
  const rules = listRules();
  const indexes = new Map(rules.map(({ ruleId }, index) => [ruleId, index]));
  const locate = (path: string) => ({
    uri: encodePath(posix.join(audit.folder, path)),
    uriBaseId: root,
  });
  const toResult = (finding: AuditFinding) => {
    const { ruleId, severity, message, path, line, column, endLine, endColumn, fingerprint } = finding;
    const ruleIndex = indexes.get(ruleId);
    return {
      ruleId,
      ...(ruleIndex === undefined ? {} : { ruleIndex }),
      level: toLevel(severity),
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: locate(path),
            region: { startLine: line, startColumn: column, endLine, endColumn },
          },
        },
      ],
      partialFingerprints: { 'multiRegionCode/v1': fingerprint },
    };
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Multi-Region',
            version,
            semanticVersion: version,
            informationUri: 'https://github.com/multi-region/multi-region',
            rules: rules.map(({ ruleId, name, description, url }) => ({
              id: ruleId,
              name: toPascalCase(name),
              shortDescription: { text: `${description}.` },
              ...(url === undefined
                ? {}
                : {
                    helpUri: url,
                    help: {
                      text: `Read ${url}.`,
                      markdown: `[What this rule reports, and what to do](${url})`,
                    },
                  }),
              properties: { tags: ['reliability'] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [root]: { description: { text: 'The root of the repository.' } } },
        invocations: [
          {
            executionSuccessful: !audit.leftOut.some(({ isMistake }) => isMistake),
            toolExecutionNotifications: [
              ...describeCoverage(audit.coverage).map((text) => ({ level: 'note', message: { text } })),
              ...audit.leftOut.map(({ kind, path, line, column, message }) => ({
                level: kind === 'failed' ? 'warning' : 'note',
                message: { text: message },
                locations: [
                  {
                    physicalLocation: {
                      artifactLocation: locate(path),
                      ...(line === undefined
                        ? {}
                        : { region: { startLine: line, startColumn: column ?? 1 } }),
                    },
                  },
                ],
              })),
            ],
          },
        ],
        results: audit.findings.map(toResult),
      },
    ],
  };
  return formatJsonText(log);
}

/** The name that code scanning knows for where the repository was checked out. */
const root = '%SRCROOT%';

function toLevel(severity: AuditFinding['severity']): 'error' | 'warning' {
  return severity === 'error' ? 'error' : 'warning';
}

/** `a b/#1.ts` -> `a%20b/%231.ts`; half a character, which no URI can hold, becomes a replacement character. */
function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part.replaceAll(/\p{Surrogate}/gu, '\uFFFD')))
    .join('/');
}

function toPascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)(\w)/gu, (_all, letter: string) => letter.toUpperCase());
}
