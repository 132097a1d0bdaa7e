import { DiagnosticSeverity } from 'vscode-languageserver/node';
import type { Finding } from '../../lint/finding.ts';

const severities = ['default', 'downgrade', 'error', 'info', 'off', 'upgrade', 'warn'] as const;

/** How the findings of some rules are shown, as the ESLint extension has it. */
export interface RuleCustomization {
  /** A name with or without `multi-region/`, in which `*` stands for anything; with `!` in front, all others. */
  rule: string;
  severity: (typeof severities)[number];
}

/** Takes what is right of a setting; editors show by themselves what is wrong in it. */
export function readCustomizations(value: unknown): RuleCustomization[] {
  return Array.isArray(value) ? value.filter(isCustomization) : [];
}

function isCustomization(value: unknown): value is RuleCustomization {
  if (typeof value !== 'object' || value === null) return false;
  const { rule, severity } = value as Partial<RuleCustomization>;
  return typeof rule === 'string' && severities.some((each) => each === severity);
}

/** How a finding is shown; undefined: not at all. */
export type SeverityOf = (
  finding: Pick<Finding, 'region' | 'ruleId' | 'severity'>,
) => DiagnosticSeverity | undefined;

export function createSeverityOf({
  rules: { customizations },
  ignoredRegions,
}: {
  rules: { customizations: readonly RuleCustomization[] };
  ignoredRegions: readonly string[];
}): SeverityOf {
  const tests = customizations.map(({ rule, severity }) => ({ fits: createTest(rule), severity }));
  return ({ ruleId, region, severity }) => {
    if (region !== undefined && ignoredRegions.includes(region)) return undefined;
    const own = severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
    switch (tests.findLast(({ fits }) => fits(ruleId))?.severity) {
      case 'error':
      case 'upgrade':
        return DiagnosticSeverity.Error;
      case 'warn':
        return DiagnosticSeverity.Warning;
      case 'info':
        return DiagnosticSeverity.Information;
      case 'downgrade':
        return own === DiagnosticSeverity.Error ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information;
      case 'off':
        return undefined;
      default:
        return own;
    }
  };
}

function createTest(pattern: string): (ruleId: string) => boolean {
  const isNegated = pattern.startsWith('!');
  const parts = (isNegated ? pattern.slice(1) : pattern)
    .split('*')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  const expression = new RegExp(`^(?:multi-region/)?${parts.join('.*')}$`, 'u');
  return (ruleId) =>
    (expression.test(ruleId) || expression.test(ruleId.replace('multi-region/', ''))) !== isNegated;
}
