import type { Comment, Program } from 'oxc-parser';
import { appendToList, applyInsertions, lineBreakOf, type Insertion } from '../parse/text-edit.ts';
import { readVariable } from './region-entries.ts';
import type { RegionTable } from './region-table.ts';
import { applyStyle } from './render-module.ts';
import type { Runtime } from '../project/runtime.ts';
import type { Style } from '../project/style.ts';
import { cloudOf } from './region-words.ts';

/** A module as it is read for adding to it. */
export interface ParsedModule {
  text: string;
  program: Program;
  comments: readonly Comment[];
  table: RegionTable;
}

/** What is added: a region for a module that holds them, a variable for one that reads them. */
export type Addition = { name: string } & ({ region: string } | { variable: string });

/** The name of the function that is added to a module whose own way of reading a variable cannot be copied. */
const helperName = 'readRegion';

/**
 * Adds an entry to the object of a module, as its other entries are written.
 *
 * @param example how the message of a missing variable names the file that shows the variables
 * @returns the new text; undefined when what stands at the end of the object is not understood
 */
export function extendModule(
  module: ParsedModule,
  addition: Addition,
  {
    runtime,
    style,
    example,
    isTypeScript,
  }: { runtime: Runtime; style: Style; example: string; isTypeScript: boolean },
): string | undefined {
  const { text, table } = module;
  const quote = quoteOf(module) ?? style.quote;
  if ('region' in addition) return insert(module, `${addition.name}: ${quote}${addition.region}${quote}`);

  const copied = copyReading(module, addition.variable);
  if (copied !== undefined) return insert(module, `${addition.name}: ${copied}`);

  const isStatic = runtime.name !== 'node';
  const reading = `${helperName}('${addition.variable}'${isStatic ? `, ${runtime.object}.${addition.variable}` : ''})`;
  const extended = insert(module, `${addition.name}: ${reading.replaceAll("'", quote)}`);
  if (extended === undefined || new RegExp(`\\b${helperName}\\b`, 'u').test(text)) return extended;
  const helper = applyStyle(renderHelper(isStatic, example, isTypeScript), { ...style, quote, eol: '\n' });
  const offset = findStatementStart(module, table.object.start);
  // Before the object, so its offset is good in the extended text, too.
  return applyInsertions(extended, [{ offset, text: helper.replaceAll('\n', lineBreakOf(text)) }]);
}

/**
 * `read('OTHER_REGION')`, after what another entry does to read its variable.
 *
 * @returns undefined where that needs more, or says nothing when the variable is missing
 */
function copyReading({ text, table }: ParsedModule, variable: string): string | undefined {
  for (const { property, variable: known } of table.entries.toReversed()) {
    if (known === undefined) continue;
    const source = text.slice(property.value.start, property.value.end);
    if (readVariable(source) !== known || hasRegion(source)) continue;
    const name = known.replace(/\W/gu, '\\$&');
    const direct = `(?:process|import\\.meta)\\.env(?:\\.${name}|\\[['"\`]${name}['"\`]\\])`;
    const isAsserted = new RegExp(`^${direct}!$`, 'u').test(source);
    // A function that gets the name, or the value: it says what to do when there is none.
    const isCall = new RegExp(
      `^(?!String\\()[\\w.]+\\(\\s*(?:['"\`]${name}['"\`]|${direct})\\s*[,)]`,
      'u',
    ).test(source);
    if (isAsserted || isCall) return source.replace(new RegExp(`\\b${name}\\b`, 'gu'), variable);
  }
  return undefined;
}

function hasRegion(source: string): boolean {
  return (source.match(/(?<=['"`])[\w -]+(?=['"`])/gu) ?? []).some(cloudOf);
}

function quoteOf({ text, table }: ParsedModule): "'" | '"' | undefined {
  for (const { property } of table.entries) {
    const [quote] = /['"]/u.exec(text.slice(property.value.start, property.value.end)) ?? [];
    if (quote === "'" || quote === '"') return quote;
  }
  const [quote] = /['"]/u.exec(text) ?? [];
  return quote === "'" || quote === '"' ? quote : undefined;
}

function insert({ text, table: { object }, comments }: ParsedModule, item: string): string | undefined {
  const close = object.end - 1;
  const last = object.properties.at(-1);
  const insertions: Insertion[] | undefined = last
    ? appendToList(text, { last, close }, comments, item)
    : [fillEmpty(text, object.start, close, item)];
  return insertions && applyInsertions(text, insertions);
}

function fillEmpty(text: string, start: number, close: number, item: string): Insertion {
  const inner = text.slice(start + 1, close);
  if (!inner.includes('\n')) return { offset: close, text: ` ${item} ` };
  const line = text.lastIndexOf('\n', close) + 1;
  const [indent = ''] = /^\s*/u.exec(text.slice(line, close)) ?? [];
  return { offset: line, text: `${indent}  ${item},${lineBreakOf(text)}` };
}

/** Where the statement that holds an offset begins, with the comments that belong to it. */
function findStatementStart({ text, program, comments }: ParsedModule, offset: number): number {
  let start =
    program.body.find((statement) => statement.start <= offset && offset < statement.end)?.start ?? 0;
  for (const comment of comments.toReversed()) {
    const between = text.slice(comment.end, start);
    if (comment.end <= start && between.trim() === '' && !/\n\s*\n/u.test(between)) start = comment.start;
  }
  return start;
}

function renderHelper(isStatic: boolean, example: string, isTypeScript: boolean): string {
  const type = (text: string) => (isTypeScript ? `: ${text}` : '');
  const parameters = `name${type('string')}${isStatic ? `, value${type('string | undefined')}` : ''}`;
  return [
    `function ${helperName}(${parameters})${type('string')} {`,
    ...(isStatic ? [] : ['  const value = process.env[name];']),
    `  if (!value) throw new Error(\`Missing environment variable: \${name}. See ${example}.\`);`,
    '  return value;',
    '}\n\n',
  ].join('\n');
}
