import { escapeXml } from '../../printing/xml.ts';
import { describeExperiment, toOption } from '../experiment.ts';
import type { RunResult } from '../run-result.ts';

/** The report for CI systems: a test case for each run. @returns XML with a line break at its end */
export function formatJunit(results: readonly RunResult[]): string {
  const count = (kind: string) => results.filter(({ verdict }) => verdict.kind === kind).length;
  const cases = results.map((result) => {
    const { experiment, end, verdict } = result;
    const name = escapeXml(`${toOption(experiment)}: ${describeExperiment(experiment)}`);
    const head = `    <testcase classname="multi-region chaos" name="${name}" time="${(end.ms / 1000).toFixed(3)}"`;
    if (verdict.kind === 'passed') return `${head}/>`;
    const tag = verdict.kind === 'failed' ? 'failure' : 'error';
    return `${head}>\n      <${tag} message="${escapeXml(verdict.reason)}"/>\n    </testcase>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite name="multi-region chaos" tests="${results.length}" failures="${count('failed')}" errors="${count('inconclusive')}">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}
