import type { Runtime } from '../project/runtime.ts';
import type { Style } from '../project/style.ts';

/** An entry of a module that is to be written. */
export interface NewEntry {
  name: string;
  /** What it holds, as the module's kind wants it: a variable or a region. */
  value: string;
}

/** What a module is to be like. */
export interface ModuleForm {
  kind: 'env' | 'module';
  language: 'ts' | 'js';
  module: 'esm' | 'cjs';
  runtime: Runtime;
  style: Style;
  /** Whether the compiler knows the types of Node.js or Vite. */
  hasEnvironmentTypes: boolean;
  isStrictScript: boolean;
  loadsDotenv: boolean;
  /** The file that shows the variables, as a message names it. */
  example: string;
}

/**
 * Writes the module that holds the regions of a package.
 *
 * @param entries at least one
 * @returns the text of the whole file, with a newline at its end
 */
export function renderModule(form: ModuleForm, entries: readonly NewEntry[]): string {
  const source = form.kind === 'env' ? renderEnvironment(form, entries) : renderRegions(form, entries);
  return applyStyle(form.isStrictScript ? `'use strict';\n\n${source}` : source, form.style);
}

/** How an entry reads its variable. A bundler replaces `import.meta.env.X` only where it is written in full. */
function renderReading({ runtime, language, hasEnvironmentTypes }: ModuleForm, variable: string): string {
  const { object, name } = runtime;
  if (name === 'node') return `read('${variable}')`;
  const isUntyped = language === 'ts' && object === 'import.meta.env' && !hasEnvironmentTypes;
  const whole = isUntyped ? `(import.meta as ImportMeta & { env: { ${variable}?: string } }).env` : object;
  return `read('${variable}', ${whole}.${variable})`;
}

/** Writes code that has `'`, semicolons and two spaces as the project does. It holds no such thing in a string. */
export function applyStyle(source: string, { quote, semicolons, indent, eol }: Style): string {
  return source
    .split('\n')
    .map((line) => {
      const isComment = /^\s*(?:\/?\*|\/\/)/u.test(line);
      const quoted = isComment ? line : line.replaceAll("'", quote);
      const ended = semicolons || isComment ? quoted : quoted.replace(/;$/u, '');
      return ended.replace(/^(?: {2})+/u, (spaces) => indent.repeat(spaces.length / 2));
    })
    .join(eol);
}

function renderRegions(form: ModuleForm, entries: readonly NewEntry[]): string {
  const list = entries.map(({ name, value }) => `  ${name}: '${value}',\n`).join('');
  const end = form.language === 'ts' ? '} as const;' : '};';
  return `/** The regions that this code works in. */\n${declaration(form)} {\n${list}${end}\n${exportLine(form)}`;
}

function renderEnvironment(form: ModuleForm, entries: readonly NewEntry[]): string {
  const { runtime, language, example } = form;
  const isTyped = language === 'ts';
  const isNode = runtime.name === 'node';
  const list = entries.map(({ name, value }) => `  ${name}: ${renderReading(form, value)},\n`).join('');
  const text = isTyped ? ': string' : '';
  const parameters = isNode ? `name${text}` : `name${text}, value${isTyped ? ': string | undefined' : ''}`;
  const tags = [
    '@param {string} name',
    ...(isNode ? [] : ['@param {string | undefined} value']),
    '@returns {string}',
  ];
  return [
    ...(form.loadsDotenv
      ? [form.module === 'cjs' ? `require('dotenv/config');\n\n` : `import 'dotenv/config';\n\n`]
      : []),
    ...declareEnvironment(form),
    isTyped ? 'const missing: string[] = [];\n\n' : '/** @type {string[]} */\nconst missing = [];\n\n',
    isTyped ? '' : `/**\n${tags.map((tag) => ` * ${tag}\n`).join('')} */\n`,
    `function read(${parameters})${text} {\n`,
    isNode ? '  const value = process.env[name];\n' : '',
    '  if (value) return value;\n',
    '  missing.push(name);\n',
    "  return '';\n",
    '}\n\n',
    `/** The regions that this code works in. ${example} lists the variables. */\n`,
    `${declaration(form)} {\n${list}};\n\n`,
    'if (missing.length > 0) {\n',
    `  throw new Error(\`Missing environment variables: \${missing.join(', ')}. See ${example}.\`);\n`,
    '}\n',
    form.module === 'cjs' ? '\n' : '',
    exportLine(form),
  ].join('');
}

/** A declaration of this module only, so that it meets no other one, for projects without the types. */
function declareEnvironment({ language, runtime, hasEnvironmentTypes }: ModuleForm): string[] {
  if (language === 'js' || hasEnvironmentTypes || runtime.object !== 'process.env') return [];
  return ['declare const process: { env: Record<string, string | undefined> };\n\n'];
}

function declaration({ language, module }: ModuleForm): string {
  return language === 'js' && module === 'cjs' ? 'const regions =' : 'export const regions =';
}

function exportLine({ language, module }: ModuleForm): string {
  return language === 'js' && module === 'cjs' ? 'module.exports = { regions };\n' : '';
}
