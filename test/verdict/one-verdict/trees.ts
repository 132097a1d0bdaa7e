/** A project whose findings are to be the same, whoever is asked. */
export interface TreeCase {
  name: string;
  files: Record<string, string>;
  /** Where `eslint` 9 has to be called, for it looks for configs from there; the root by default. */
  folders?: readonly string[];
  /** How many findings there are, so that nobody agrees on nothing. */
  count: number;
}

const s3 = `import { S3Client } from '@aws-sdk/client-s3';
export const s3 = new S3Client({ region: 'us-east-1' });
`;
const sqs = `import { SQSClient } from '@aws-sdk/client-sqs';
export const sqs = new SQSClient({ region: process.env.AWS_REGION ?? 'eu-west-1' });
`;
const follower = `import { SQSClient } from '@aws-sdk/client-sqs';
export const sqs = new SQSClient({});
`;
const storage = `export const topic = 'arn:aws:sns:us-east-1:123456789012:orders';
publish(topic, 'us-central1-aiplatform.googleapis.com');
fetch('https://us-central1-aiplatform.googleapis.com/v1/' + topic);
`;
const typed = `import { S3Client } from '@aws-sdk/client-s3';
export const s3: S3Client = new S3Client({ region: 'us-east-1' satisfies string });
`;

const imports = `import multiRegion from 'eslint-plugin-multi-region';
import parser from '@typescript-eslint/parser';
const typescript = { files: ['**/*.ts'], languageOptions: { parser } };
`;

/** A parser as those of components are: it leaves nothing of the text but the script, at its place. */
const componentParser = `import { parseForESLint as parse } from '@typescript-eslint/parser';
export const meta = { name: 'component-parser', version: '1.0.0' };
export function parseForESLint(text, options) {
  const start = text.indexOf('<script>') + '<script>'.length;
  const end = text.indexOf('</script>');
  const blank = (part) => part.replaceAll(/[^\\r\\n]/g, ' ');
  const code = blank(text.slice(0, start)) + text.slice(start, end) + blank(text.slice(end));
  return parse(code, { ...options, filePath: 'component.ts' });
}
`;

export const trees: readonly TreeCase[] = [
  {
    name: 'severities, and rules that are off in a folder',
    files: {
      'eslint.config.mjs': `${imports}export default [
        typescript,
        multiRegion.configs.strict,
        { rules: { 'multi-region/no-hardcoded-region': 'warn', 'multi-region/require-client-timeout': 'off' } },
        { files: ['legacy/**'], rules: { 'multi-region/no-hardcoded-region': 'off' } },
        { files: ['**/*.cjs'], rules: { 'multi-region/require-client-failover': ['error'] } },
      ];`,
      'src/s3.js': s3,
      'src/typed.ts': typed,
      'src/sqs.mjs': sqs,
      'legacy/s3.js': s3,
      'legacy/old.cjs': `const { S3 } = require('@aws-sdk/client-s3');\nmodule.exports = new S3({ region: 'us-east-1' });\n`,
    },
    count: 8,
  },
  {
    name: 'settings by folder',
    files: {
      'eslint.config.js': `${imports}export default [
        typescript,
        multiRegion.configs.recommended,
        { settings: { 'multi-region': { services: { s3: { critical: false, failover: 'a copy' } } } } },
        { files: ['google/**'], settings: { 'multi-region': { clouds: ['gcp'] } } },
        { files: ['test/**'], settings: { 'multi-region': { includeTests: true } } },
        { files: ['client/**'], settings: { 'multi-region': { failover: 'client' } } },
        { files: ['places/**'], settings: { 'multi-region': { configModules: ['places/*'] } } },
      ];`,
      'package.json': '{ "type": "module" }',
      'src/follower.js': follower,
      'src/storage.js': storage,
      'src/s3.js': s3,
      'google/storage.js': storage,
      'test/s3.test.js': s3,
      'spec/s3.spec.js': s3,
      'client/follower.js': follower,
      'places/where.js': `export const region = 'us-east-1';\n`,
    },
    count: 8,
  },
  {
    name: 'ignored files, and a file that is taken back',
    files: {
      'eslint.config.mjs': `${imports}export default [
        { ignores: ['build/', '**/*.skip.js', '!src/kept.skip.js'] },
        multiRegion.configs.recommended,
        { files: ['**/*.jsx'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
      ];`,
      'build/s3.js': s3,
      'src/a.skip.js': s3,
      'src/kept.skip.js': s3,
      'src/s3.js': s3,
      'src/view.jsx': `${s3}export const View = () => <p>{s3}</p>;\n`,
      'src/.hidden/s3.js': s3,
    },
    count: 8,
  },
  {
    name: 'a plugin for some files only',
    files: {
      'eslint.config.mjs': `${imports}export default [
        typescript,
        { files: ['infra/**'], ...multiRegion.configs.recommended },
        { files: ['infra/two/**'], plugins: { 'multi-region': multiRegion }, rules: { 'multi-region/no-hardcoded-region': 1 } },
      ];`,
      'infra/s3.ts': typed,
      'infra/two/s3.js': s3,
      'src/s3.ts': typed,
      'src/s3.js': s3,
    },
    count: 4,
  },
  {
    name: 'comments',
    files: {
      'eslint.config.mjs': `${imports}export default [
        typescript,
        multiRegion.configs.recommended,
        { files: ['deaf/**'], linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
        { linterOptions: { reportUnusedDisableDirectives: 'error' } },
      ];`,
      ...Object.fromEntries(
        ['src', 'deaf'].flatMap((folder) => [
          [
            `${folder}/next.js`,
            s3.replace(
              'export',
              '// eslint-disable-next-line multi-region/no-hardcoded-region -- here\nexport',
            ),
          ],
          [
            `${folder}/all.ts`,
            `/* eslint-disable */\n${typed}/* eslint-enable */\nexport const two = new S3Client({ region: 'us-west-2' });\n`,
          ],
          [`${folder}/off.js`, `/* eslint multi-region/require-client-failover: off */\n${s3}`],
          [`${folder}/on.js`, `/* eslint multi-region/require-client-timeout: "error" */\n${s3}`],
          [`${folder}/other.js`, `/* eslint-disable no-undef, semi */\n${s3}`],
        ]),
      ),
    },
    count: 18,
  },
  {
    name: 'rules with options',
    files: {
      'eslint.config.mjs': `${imports}export default [
        multiRegion.configs.recommended,
        { files: ['a/**'], rules: { 'multi-region/no-hardcoded-region': ['warn', { autofix: false }] } },
        { files: ['b/**'], rules: { 'multi-region/no-hardcoded-region': ['error', {
          replacement: { expression: 'regions.primary', import: { name: 'regions', from: '#config/regions.js' } }, autofix: true,
        }] } },
      ];`,
      'a/s3.js': s3,
      'b/s3.js': s3,
      'b/inline.js': `/* eslint multi-region/no-hardcoded-region: "warn" */\n${s3}`,
    },
    count: 6,
  },
  {
    name: 'a monorepo with nested configs',
    folders: ['packages/a', 'packages/b', 'packages/c'],
    files: {
      'eslint.config.mjs': `${imports}export default [
        { ...multiRegion.configs.strict },
        { rules: { 'multi-region/no-hardcoded-region': 'warn' } },
      ];`,
      'packages/a/eslint.config.mjs': `${imports}export default [multiRegion.configs.recommended, { ignores: ['lib/'] }];`,
      'packages/a/src/s3.js': s3,
      'packages/a/lib/s3.js': s3,
      'packages/b/eslint.config.cjs': `module.exports = (async () => {
        const { default: multiRegion } = await import('eslint-plugin-multi-region');
        return [{ plugins: { 'multi-region': multiRegion }, rules: { 'multi-region/no-hardcoded-region': 'error' } }];
      })();`,
      'packages/b/src/s3.js': s3,
      'packages/b/src/deep/in/sqs.js': sqs,
      'packages/c/src/s3.js': s3,
    },
    count: 6,
  },
  {
    name: 'a config in TypeScript',
    files: {
      'eslint.config.ts': `import type { Linter } from 'eslint';
${imports}import { level } from './tools/level.ts';
const config: Linter.Config[] = [
  typescript as Linter.Config, multiRegion.configs.recommended, { rules: { 'multi-region/no-hardcoded-region': level } },
];
export default config;`,
      'tools/level.ts': `export const level: 'warn' = 'warn';\n`,
      'src/s3.ts': typed,
    },
    count: 2,
  },
  {
    name: 'a plugin that only a shared module names',
    files: {
      'eslint.config.mjs': `export { default } from './tools/shared.mjs';`,
      'tools/shared.mjs': `${imports}export default [typescript, multiRegion.configs.strict];`,
      'src/s3.ts': typed,
    },
    count: 3,
  },
  {
    name: 'components, with a parser of their own',
    files: {
      'eslint.config.mjs': `${imports}import * as componentParser from './tools/component-parser.mjs';
      export default [
        multiRegion.configs.recommended,
        { files: ['**/*.vue'], languageOptions: { parser: componentParser } },
        { files: ['silent/**'], rules: { 'multi-region/no-hardcoded-region': 'off' } },
      ];`,
      'tools/component-parser.mjs': componentParser,
      'src/App.vue': `<template>\n  <p>us-east-1</p>\n</template>\n<script>\n${typed}</script>\n`,
      'silent/App.vue': `<script>\n${s3}</script>\n`,
      'src/s3.js': s3,
    },
    count: 5,
  },
  {
    name: 'a processor, and another parser for JavaScript',
    files: {
      'eslint.config.mjs': `${imports}import { scripts } from './tools/scripts.mjs';
      import * as babelish from './tools/babelish.mjs';
      export default [
        typescript,
        multiRegion.configs.recommended,
        { files: ['**/*.vue'], plugins: { scripts }, processor: 'scripts/vue' },
        { files: ['odd/**/*.js'], languageOptions: { parser: babelish } },
      ];`,
      'tools/scripts.mjs': `export const scripts = { processors: { vue: {
        meta: { name: 'scripts/vue', version: '1.0.0' },
        preprocess(text) {
          return [{ text: text.slice(text.indexOf('<script>') + 8, text.indexOf('</script>')), filename: '0.ts' }];
        },
        postprocess([messages], name) {
          return messages.map((message) => ({ ...message, line: message.line + 2, endLine: message.endLine + 2 }));
        },
      } } };`,
      'tools/babelish.mjs': `import { parse as parseScript, parseForESLint as read } from '@typescript-eslint/parser';
        export const meta = { name: 'babelish', version: '1.0.0' };
        export const parseForESLint = (text, options) => read(text.replace('pipe |> ', 'pipe  || '), options);`,
      'src/App.vue': `<p/>\n<p/>\n<script>\n${typed}</script>\n`,
      'odd/s3.js': `${s3}export const odd = pipe |> s3;\n`,
      'src/s3.js': s3,
    },
    count: 6,
  },
];
