import type { Audit } from '../audit/audit.ts';
import type { AuditFinding } from '../audit/audit-finding.ts';
import { decideExitCode, type FailOn } from './exit-code.ts';

function auditOf(severities: readonly AuditFinding['severity'][], leftOut: readonly string[]) {
  const findings = severities.map((severity): AuditFinding => ({
    ...{ ruleId: 'multi-region/no-hardcoded-zone', message: '', severity, path: 'a.ts', code: '' },
    ...{
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 2,
      region: undefined,
      service: undefined,
      fingerprint: '',
    },
  }));
  const notices = leftOut.map((path) => ({
    ...{ kind: 'failed' as const, path, line: undefined, column: undefined, message: '' },
  }));
  return { findings, leftOut: notices } satisfies Pick<Audit, 'findings' | 'leftOut'>;
}

it.each<[FailOn, AuditFinding['severity'][], string[], number]>([
  ['warn', [], [], 0],
  ['warn', ['warn'], [], 1],
  ['warn', ['error'], [], 1],
  ['warn', [], ['b.ts'], 0],
  ['error', ['warn', 'warn'], ['b.ts'], 0],
  ['error', ['warn', 'error'], [], 1],
  ['incomplete', [], [], 0],
  ['incomplete', [], ['b.ts'], 1],
  ['incomplete', ['warn'], [], 1],
])('--fail-on %s, with findings [%s] and [%s] left out: %i', (failOn, severities, leftOut, code) => {
  expect(decideExitCode(auditOf(severities, leftOut), failOn)).toBe(code);
});
