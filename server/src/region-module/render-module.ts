import type { Runtime } from '../project/runtime.ts';
import type { Style } from '../project/style.ts';

/** An entry of a module that is to be written. */
export interface NewEntry {
  name: string;
  /** What it gives when no variable says otherwise. */
  region: string;
  /** The variables that it reads, in the order in which they are tried; empty: it holds the region itself. */
  variables: readonly string[];
  operator: '??' | '||';
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
  /** Whether the compiler wants `process.env['X']`. */
  usesBrackets: boolean;
  isStrictScript: boolean;
  /** What an entry does when its variable is not set. */
  missing: 'default' | 'throw';
  /** Whether `.env` has to be read first, because a missing variable stops the program. */
  loadsDotenv: boolean;
  /** The file that shows the variables, as a message names it; undefined where there is none. */
  example: string | undefined;
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

/** How a variable is read. A bundler replaces `import.meta.env.X` only where it is written in full. */
export function renderVariable(
  { runtime, language, hasEnvironmentTypes, usesBrackets }: ModuleForm,
  variable: string,
): string {
  const { object } = runtime;
  const isUntyped = language === 'ts' && object === 'import.meta.env' && !hasEnvironmentTypes;
  if (isUntyped) return `(import.meta as ImportMeta & { env: { ${variable}?: string } }).env.${variable}`;
  return usesBrackets && language === 'ts' && object === 'process.env'
    ? `${object}['${variable}']`
    : `${object}.${variable}`;
}

/** What an entry gives: `process.env.AWS_REGION ?? 'us-east-1'`, `required('AWS_REGION', process.env.AWS_REGION)`. */
export function renderReading(
  form: ModuleForm,
  { variables, operator, region }: Omit<NewEntry, 'name'>,
): string {
  const [first] = variables;
  if (first === undefined) return `'${region}'`;
  const chain = variables.map((variable) => renderVariable(form, variable)).join(` ${operator} `);
  return form.missing === 'throw'
    ? `${helperName}('${first}', ${chain})`
    : `${chain} ${operator} '${region}'`;
}

/** The function that stops where a variable is missing. */
export const helperName = 'required';

/** @returns its source, with `'`, semicolons and two spaces */
export function renderHelper({ language, example }: Pick<ModuleForm, 'example' | 'language'>): string {
  const isTyped = language === 'ts';
  const type = (text: string) => (isTyped ? `: ${text}` : '');
  const tags = ['@param {string} name', '@param {string | undefined} value', '@returns {string}'];
  const hint = example === undefined ? '' : ` ${example} lists it.`;
  return [
    ...(isTyped ? [] : ['/**', ...tags.map((tag) => ` * ${tag}`), ' */']),
    `function ${helperName}(name${type('string')}, value${type('string | undefined')})${type('string')} {`,
    `  if (!value) throw new Error(\`Set the environment variable \${name}.${hint}\`);`,
    '  return value;',
    '}',
  ].join('\n');
}

/** An entry as it stands in an object: a getter, so that nothing is read before it is asked for. */
export function renderEntry(form: ModuleForm, { name, ...entry }: NewEntry): string {
  if (entry.variables.length === 0) return `${name}: '${entry.region}'`;
  const type = form.language === 'ts' ? ': string' : '';
  return `get ${name}()${type} {\n  return ${renderReading(form, entry)};\n}`;
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
  const list = entries.map(({ name, region }) => `  ${name}: '${region}',\n`).join('');
  const end = form.language === 'ts' ? '} as const;' : '};';
  return `/** The cloud regions that this code uses. */\n${declaration(form)} {\n${list}${end}\n${exportLine(form)}`;
}

function renderEnvironment(form: ModuleForm, entries: readonly NewEntry[]): string {
  const { missing, module, example } = form;
  const isReading = entries.some(({ variables }) => variables.length > 0);
  const list = entries.map((entry) => `  ${renderEntry(form, entry).replaceAll('\n', '\n  ')},\n`).join('');
  const comment = isReading && example !== undefined ? ` ${example} lists the variables.` : '';
  return [
    ...(form.loadsDotenv && missing === 'throw'
      ? [module === 'cjs' ? `require('dotenv/config');\n\n` : `import 'dotenv/config';\n\n`]
      : []),
    ...(isReading ? declareEnvironment(form) : []),
    missing === 'throw' && isReading ? `${renderHelper(form)}\n\n` : '',
    `/** The cloud regions that this code uses.${comment} */\n`,
    `${declaration(form)} {\n${list}};\n`,
    exportLine(form) === '' ? '' : '\n',
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
