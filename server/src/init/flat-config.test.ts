import { createOxc } from '../parse/oxc.ts';
import { addToFlatConfig } from './flat-config.ts';

const oxc = createOxc();
const add = (text: string, name = 'eslint.config.mjs') => addToFlatConfig(`/shop/${name}`, text, oxc);

/** The config after the edit; throws when there was none. */
function edited(text: string, name?: string): string {
  const edit = add(text, name);
  if (edit.kind !== 'edited') throw new Error(JSON.stringify(edit));
  return edit.text;
}

describe('the item', () => {
  it.each([
    ['a list', 'export default [a, b];', 'export default [a, b, multiRegion.configs.recommended];'],
    ['an empty list', 'export default [];', 'export default [multiRegion.configs.recommended];'],
    [
      'an object',
      'export default { rules: {} };',
      'export default [{ rules: {} }, multiRegion.configs.recommended];',
    ],
    [
      'a list over lines',
      'export default [\n  a,\n  b,\n];',
      'export default [\n  a,\n  b,\n  multiRegion.configs.recommended,\n];',
    ],
    [
      'no trailing comma',
      'export default [\n\ta,\n\tb\n];',
      'export default [\n\ta,\n\tb,\n\tmultiRegion.configs.recommended\n];',
    ],
    [
      'a comment behind the last item',
      'export default [\n  a, // first\n  b // last\n  // c,\n];',
      'export default [\n  a, // first\n  b, // last\n  multiRegion.configs.recommended\n  // c,\n];',
    ],
    [
      'a comment behind a trailing comma',
      'export default [\n  a /* x */, // last, ok?\n];',
      'export default [\n  a /* x */, // last, ok?\n  multiRegion.configs.recommended,\n];',
    ],
    [
      'parentheses',
      'export default [\n  (a),\n  (b)\n];',
      'export default [\n  (a),\n  (b),\n  multiRegion.configs.recommended\n];',
    ],
    [
      'an object that spans lines',
      'export default [a, {\n  rules: {},\n}];',
      'export default [a, {\n  rules: {},\n}, multiRegion.configs.recommended];',
    ],
    [
      'a constant',
      'const config = [a, ...b];\nexport default config;',
      'const config = [a, ...b, multiRegion.configs.recommended];\nexport default config;',
    ],
    [
      'a cast',
      'export default [a] satisfies Linter.Config[];',
      'export default [a, multiRegion.configs.recommended] satisfies Linter.Config[];',
    ],
  ])('joins %s', (_, before, after) => {
    const line = "import multiRegion from 'eslint-plugin-multi-region';";
    expect(edited(before, 'eslint.config.ts')).toBe(`${line}\n\n${after}`);
  });

  it.each([
    ["import { defineConfig } from 'eslint/config';", 'defineConfig([a])'],
    ["import { defineConfig as define } from 'eslint/config';", 'define([a])'],
    ["import tseslint from 'typescript-eslint';", 'tseslint.config([a])'],
    ["import * as tseslint from 'typescript-eslint';", 'tseslint.config([a])'],
    ["import { config } from 'typescript-eslint';", 'config([a])'],
  ])('joins the list of a known function: %s', (line, call) => {
    expect(edited(`${line}\nexport default ${call};\n`)).toBe(
      `${line}\nimport multiRegion from 'eslint-plugin-multi-region';\nexport default ${call.replace('a]', 'a, multiRegion.configs.recommended]')};\n`,
    );
  });

  it.each([
    ['defineConfig(a, { rules: {} })', 'defineConfig(a, { rules: {} }, multiRegion.configs.recommended)'],
    ['defineConfig(...all)', 'defineConfig(...all, multiRegion.configs.recommended)'],
    ['defineConfig(all)', 'defineConfig(all, multiRegion.configs.recommended)'],
    ['defineConfig({})', 'defineConfig({}, multiRegion.configs.recommended)'],
    ['defineConfig()', 'defineConfig(multiRegion.configs.recommended)'],
    ['defineConfig(\n  a,\n  [b],\n)', 'defineConfig(\n  a,\n  [b],\n  multiRegion.configs.recommended,\n)'],
  ])('becomes an argument: %s', (before, after) => {
    const line = "import { defineConfig } from 'eslint/config';\n";
    expect(edited(`${line}export default ${before};`)).toContain(`export default ${after};`);
  });
});

describe('the import', () => {
  it('stands behind the others, and is written as they are', () => {
    expect(edited('import a from "a" // one\nimport b from "b" // two\n\nexport default [a, b]\n')).toBe(
      'import a from "a" // one\nimport b from "b" // two\nimport multiRegion from "eslint-plugin-multi-region"\n\n' +
        'export default [a, b, multiRegion.configs.recommended]\n',
    );
  });

  it('keeps line breaks, the byte order mark and text beyond ASCII', () => {
    expect(edited("\uFEFFimport a from 'a'; // 🌍\r\nexport default [\r\n  a,\r\n];\r\n")).toBe(
      "\uFEFFimport a from 'a'; // 🌍\r\nimport multiRegion from 'eslint-plugin-multi-region';\r\n" +
        'export default [\r\n  a,\r\n  multiRegion.configs.recommended,\r\n];\r\n',
    );
  });

  it('leaves comments where they belong', () => {
    expect(
      edited('// @ts-check\n\n/** @type {import("eslint").Linter.Config[]} */\nexport default [];\n'),
    ).toBe(
      '// @ts-check\n\nimport multiRegion from "eslint-plugin-multi-region";\n\n'.replaceAll('"', "'") +
        '/** @type {import("eslint").Linter.Config[]} */\nexport default [multiRegion.configs.recommended];\n',
    );
  });

  it('is a require in CommonJS', () => {
    expect(
      edited("'use strict';\n\nconst a = require('a');\n\nmodule.exports = [a];\n", 'eslint.config.js'),
    ).toBe(
      "'use strict';\n\nconst a = require('a');\nconst { default: multiRegion } = require('eslint-plugin-multi-region');\n\n" +
        'module.exports = [a, multiRegion.configs.recommended];\n',
    );
    expect(edited("'use strict';\nmodule.exports = [];\n", 'eslint.config.cjs')).toBe(
      "'use strict';\nconst { default: multiRegion } = require('eslint-plugin-multi-region');\n\n" +
        'module.exports = [multiRegion.configs.recommended];\n',
    );
  });

  it('is used when it is there already, but in no list', () => {
    expect(edited("import regions from 'eslint-plugin-multi-region';\nexport default [];\n")).toBe(
      "import regions from 'eslint-plugin-multi-region';\nexport default [regions.configs.recommended];\n",
    );
  });

  it('takes a name that is free', () => {
    expect(edited("import multiRegion from './our-rules.js';\nexport default [multiRegion];\n")).toContain(
      '[multiRegion, multiRegionPlugin.configs.recommended]',
    );
  });
});

describe('a config that has the plugin', () => {
  it.each([
    "import multiRegion from 'eslint-plugin-multi-region';\nexport default [multiRegion.configs.strict];",
    "import { default as regions } from 'eslint-plugin-multi-region';\nexport default [{ plugins: { 'multi-region': regions } }];",
    "const plugin = require('eslint-plugin-multi-region').default;\nmodule.exports = [plugin.configs.recommended];",
    "module.exports = [require('eslint-plugin-multi-region').default.configs.recommended];",
  ])('is left alone: %s', (text) => {
    expect(add(text)).toEqual({ kind: 'present' });
  });
});

describe('a config of another shape', () => {
  it.each([
    [
      "import antfu from '@antfu/eslint-config';\nexport default antfu({ typescript: true });",
      'not a plain list',
    ],
    [
      "import { defineConfig } from './our-config.js';\nexport default defineConfig([a]);",
      'not a plain list',
    ],
    ['export default process.env.CI ? [a] : [b];', 'not a plain list'],
    ['export default (async () => [a])();', 'not a plain list'],
    ['export default function config() {}', 'no `export default` and no `module.exports =`'],
    ['let config = [a];\nexport default config;', 'not a plain list'],
    ['const config = config;\nexport default config;', 'not a plain list'],
    ['export default [a, , b];', 'not a plain list'],
    ['export const config = [];', 'no `export default`'],
    ['export default [', 'cannot be parsed'],
    ['', 'no `export default`'],
  ])('gets lines to add by hand: %s', (text, reason) => {
    const edit = add(text);
    expect(edit).toMatchObject({ kind: 'by-hand', reason: expect.stringContaining(reason) as string });
    expect(edit).toHaveProperty('lines.0', "import multiRegion from 'eslint-plugin-multi-region';");
  });

  it('gets a require in CommonJS', () => {
    const edit = add(
      "const antfu = require('@antfu/eslint-config').default;\nmodule.exports = antfu();",
      'eslint.config.js',
    );
    expect(edit).toHaveProperty(
      'lines.0',
      "const { default: multiRegion } = require('eslint-plugin-multi-region');",
    );
  });
});
