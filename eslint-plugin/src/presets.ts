import type { ESLint, Linter } from 'eslint';
import type { RuleDocs } from './create-rule.ts';

const namespace = 'multi-region';

/**
 * Derives a flat preset from the rules' own meta, so that a rule is listed in one place only.
 *
 * @param preset which severity of `meta.docs` to take
 * @param plugin the plugin itself, which a flat config has to name
 */
export function createPreset(preset: 'recommended' | 'strict', plugin: ESLint.Plugin): Linter.Config {
  const severities: Linter.RulesRecord = {};
  for (const [name, rule] of Object.entries(plugin.rules ?? {})) {
    const severity = (rule.meta?.docs as RuleDocs | undefined)?.[preset];
    if (severity) severities[`${namespace}/${name}`] = severity;
  }
  return {
    name: `${namespace}/${preset}`,
    plugins: { [namespace]: plugin },
    rules: severities,
    // In the strict preset a client that follows its deployment needs a second region of its own.
    ...(preset === 'strict' ? { settings: { [namespace]: { failover: 'client' } } } : {}),
  };
}
