import type { Linter, Rule, SourceCode } from 'eslint';

/** What the probe saw of a linted text. */
export interface ProbedSource {
  sourceCode: SourceCode;
  settings: Readonly<Record<string, unknown>>;
}

/** A rule that reports nothing: ESLint shows the parsed text to rules only. */
export interface Probe {
  ruleId: string;
  /** Adds the rule to any config. */
  config: Linter.Config;
  /** Takes what was seen since the last call. */
  take(): ProbedSource[];
}

export function createProbe(): Probe {
  const seen: ProbedSource[] = [];
  const ruleId = 'multi-region-host/probe';
  const probe: Rule.RuleModule = {
    create({ sourceCode, settings }) {
      seen.push({ sourceCode, settings });
      return {};
    },
  };
  return {
    ruleId,
    config: { plugins: { 'multi-region-host': { rules: { probe } } }, rules: { [ruleId]: 'warn' } },
    take: () => seen.splice(0),
  };
}
