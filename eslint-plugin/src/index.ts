import type { ESLint, Linter } from 'eslint';
import { createConfig } from './configs.ts';
import { rules } from './rules.ts';

interface Plugin extends ESLint.Plugin {
  configs: { recommended: Linter.Config; strict: Linter.Config };
}

const plugin = {
  meta: { name: 'eslint-plugin-multi-region', version: '0.1.0', namespace: 'multi-region' },
  rules,
  configs: {
    get recommended() {
      return createConfig('recommended', plugin);
    },
    get strict() {
      return createConfig('strict', plugin);
    },
  },
} satisfies Plugin as Plugin;

export default plugin;
