import js from '@eslint/js';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import regexp from 'eslint-plugin-regexp';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import multiRegion from './eslint-plugin/dist/index.js';

const fileSystem = ['fs', 'fs/promises', 'node:fs', 'node:fs/promises'].map((name) => ({
  name,
  allowTypeImports: true,
  message: 'Read and write files by server/src/files.',
}));
const programs = ['child_process', 'node:child_process'].map((name) => ({
  name,
  message: 'Programs are started by files/git, eslint-config/host-process and init/run-install only.',
}));

export default defineConfig(
  globalIgnores(['**/dist/', '**/out/', '.cache/', 'test/fixtures/', 'examples/']),
  js.configs.recommended,
  multiRegion.configs.strict,
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'eslint-plugin/tsconfig.json',
          'server/tsconfig.json',
          'client/tsconfig.json',
          'test/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // Node types are compared with strings: the plugin has no run-time dependency to take the enum from.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // Most of what is searched comes from others: no text may make a search take long.
    files: ['{client,eslint-plugin,server}/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testing/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { ignorePartial: false }],
    },
  },
  {
    // What a folder brings along is read and written in one place each, and no program of it is run.
    files: ['server/src/**/*.ts'],
    // chaos reads nothing of the folder: events in a folder of its own, and the record that it is told to write.
    ignores: ['**/*.test.ts', '**/testing/**', 'server/src/files/**', 'server/src/chaos/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { paths: fileSystem }],
    },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: [
      '**/*.test.ts',
      '**/testing/**',
      'server/src/files/git/run-git.ts',
      'server/src/eslint-config/host-process.ts',
      'server/src/init/run-install.ts',
      'server/src/eslint-config/settings-file.ts',
      'server/src/mass-fix/verify.ts',
      'server/src/chaos/**',
      // The command that the user gave.
      'server/src/chaos/run-command.ts',
      'server/src/chaos/probe.ts',
    ],
    rules: {
      'no-restricted-imports': ['error', { paths: programs }],
    },
  },
  {
    files: ['eslint-plugin/src/rules/*.ts'],
    ignores: ['**/*.test.ts'],
    extends: [eslintPlugin.configs.recommended],
    rules: {
      'eslint-plugin/prefer-message-ids': 'error',
      'eslint-plugin/require-meta-docs-description': [
        'error',
        { pattern: '^(Enforce|Require|Disallow) .+[^. ]$' },
      ],
      'eslint-plugin/report-message-format': ['error', '^[^a-z].*\\.$'],
      'eslint-plugin/require-meta-schema': 'error',
    },
  },
  {
    files: ['eslint-plugin/src/rules/*.test.ts'],
    plugins: { 'eslint-plugin': eslintPlugin },
    rules: {
      'eslint-plugin/consistent-output': 'error',
      'eslint-plugin/no-identical-tests': 'error',
      'eslint-plugin/no-only-tests': 'error',
      'eslint-plugin/require-test-case-name': 'error',
      'eslint-plugin/unique-test-case-names': 'error',
    },
  },
);
