import type { ESLint, Linter } from 'eslint';
import type { Language } from './languages/language.ts';
import { createPreset } from './presets.ts';
import { rules } from './rules.ts';

export interface Plugin extends ESLint.Plugin {
  configs: { recommended: Linter.Config; strict: Linter.Config };
}

/**
 * Makes the ESLint plugin.
 *
 * @param languages those whose files its rules look at
 */
export function createPlugin(languages: readonly Language[]): Plugin {
  const made = Object.fromEntries(Object.entries(rules).map(([name, create]) => [name, create(languages)]));
  const plugin: Plugin = {
    meta: { name: 'eslint-plugin-multi-region', version: '0.1.0', namespace: 'multi-region' },
    rules: made,
    configs: {
      get recommended() {
        return createPreset('recommended', plugin);
      },
      get strict() {
        return createPreset('strict', plugin);
      },
    },
  };
  return plugin;
}
