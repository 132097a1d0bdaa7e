import { escapeXml } from '../../printing/xml.ts';
import { foldFindings, type FoldedFinding } from '../fold-findings.ts';
import type { Report } from './report.ts';

/** JUnit's XML, which most CI servers read: a test suite for each file with findings, a failed test for each finding. */
export const junit: Report = {
  name: 'junit',
  endings: ['.junit.xml', '.xml'],
  write(audit) {
    const byFile = new Map<string, FoldedFinding[]>();
    for (const finding of foldFindings(audit)) {
      byFile.set(finding.path, [...(byFile.get(finding.path) ?? []), finding]);
    }
    const total = [...byFile.values()].reduce((sum, { length }) => sum + length, 0);
    const suites = [...byFile].map(([path, findings]) => {
      const cases = findings.map(({ line, column, ruleId, severity, message, code }) => {
        const name = `${ruleId} (${line}:${column})`;
        return `    <testcase classname=${quote(path)} name=${quote(name)} file=${quote(path)} line="${line}">\n      <failure type=${quote(severity)} message=${quote(message)}>${escapeXml(`${path}:${line}:${column}\n${code}`)}</failure>\n    </testcase>`;
      });
      return `  <testsuite name=${quote(path)} tests="${findings.length}" failures="${findings.length}" errors="0">\n${cases.join('\n')}\n  </testsuite>`;
    });
    // A report without a test counts as broken in some servers.
    const clean = `  <testsuite name="multi-region" tests="1" failures="0" errors="0">\n    <testcase classname="multi-region" name="${audit.fileCount} source files"/>\n  </testsuite>`;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="multi-region" tests="${Math.max(total, 1)}" failures="${total}">`,
      ...(suites.length > 0 ? suites : [clean]),
      '</testsuites>',
      '',
    ].join('\n');
  },
};

function quote(text: string): string {
  return `"${escapeXml(text)}"`;
}
