import { DiagnosticSeverity } from 'vscode-languageserver/node';
import { createSeverityOf, readCustomizations, type RuleCustomization } from './severity.ts';

const pinned = {
  ruleId: 'multi-region/no-hardcoded-region',
  region: 'us-east-1',
  severity: 'error',
} as const;
const timeout = {
  ruleId: 'multi-region/require-client-timeout',
  region: undefined,
  severity: 'warn',
} as const;

function severitiesOf(customizations: RuleCustomization[], ignoredRegions: string[] = []) {
  const severityOf = createSeverityOf({ rules: { customizations }, ignoredRegions });
  return [severityOf(pinned), severityOf(timeout)];
}

describe('createSeverityOf', () => {
  const { Error: error, Warning: warning, Information: info } = DiagnosticSeverity;

  it.each([
    [[], [error, warning]],
    [[{ rule: 'no-hardcoded-region', severity: 'off' }], [undefined, warning]],
    [[{ rule: 'multi-region/no-hardcoded-region', severity: 'warn' }], [warning, warning]],
    [[{ rule: 'no-*', severity: 'info' }], [info, warning]],
    [[{ rule: '!no-*', severity: 'error' }], [error, error]],
    [[{ rule: '*', severity: 'downgrade' }], [warning, info]],
    [[{ rule: '*', severity: 'upgrade' }], [error, error]],
    [
      [
        { rule: '*', severity: 'off' },
        { rule: 'no-*', severity: 'default' },
      ],
      [error, undefined],
    ],
    [[{ rule: 'no-hardcoded', severity: 'off' }], [error, warning]],
  ] as [RuleCustomization[], unknown[]][])('follows %j', (customizations, expected) => {
    expect(severitiesOf(customizations)).toEqual(expected);
  });

  it('says nothing of ignored regions', () => {
    expect(severitiesOf([], ['us-east-1'])).toEqual([undefined, warning]);
  });
});

describe('readCustomizations', () => {
  it('takes what is right, and nothing else', () => {
    const right = { rule: 'no-*', severity: 'off' };
    expect(readCustomizations([right, { rule: 'x', severity: 'loud' }, null, { severity: 'off' }])).toEqual([
      right,
    ]);
    expect(readCustomizations('off')).toEqual([]);
  });
});
