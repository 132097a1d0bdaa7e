import type { Comment, Program } from 'oxc-parser';
import type { TextEdit } from 'eslint-plugin-multi-region/facts';
import { applyEdits } from '../parse/apply-edits.ts';
import { appendToList, insertAt, lineBreakOf } from '../parse/text-edit.ts';
import { readVariable } from './region-entries.ts';
import type { RegionTable } from './region-table.ts';
import {
  applyStyle,
  helperName,
  renderEntry,
  renderHelper,
  renderReading,
  type ModuleForm,
  type NewEntry,
} from './render-module.ts';
import { cloudOf } from './region-names.ts';

/** A module as it is read for adding to it. */
export interface ParsedModule {
  text: string;
  program: Program;
  comments: readonly Comment[];
  table: RegionTable;
}

/** What the function that stops where a variable is missing is like. */
export type HelperForm = Pick<ModuleForm, 'example' | 'language' | 'style'>;

/**
 * Adds an entry to the object of a module, as its other entries are written.
 *
 * @param form what the module is; `missing` decides whether the entry has a default
 * @returns the new text; undefined when what stands at the end of the object is not understood
 */
export function extendModule(module: ParsedModule, entry: NewEntry, form: ModuleForm): string | undefined {
  const { text, table } = module;
  const quote = quoteOf(module) ?? form.style.quote;
  const [variable] = entry.variables;
  const add = (item: string) =>
    insert(module, applyStyle(item, { ...form.style, quote, indent: '  ', eol: '\n' }));
  if (variable === undefined) return add(`${entry.name}: '${entry.region}'`);

  const hasGetters = table.entries.some(({ property }) => property.kind === 'get');
  if (form.missing === 'default') {
    const copied = entry.variables.length === 1 ? copyDefault(module, variable, entry.region) : undefined;
    if (!hasGetters) return add(`${entry.name}: ${copied ?? renderReading(form, entry)}`);
    return add(renderEntry(form, entry));
  }

  const copied = hasGetters ? undefined : copyReading(module, variable);
  if (copied !== undefined) return insert(module, `${entry.name}: ${copied}`);
  const reading = renderReading(form, entry);
  const extended = add(hasGetters ? renderEntry(form, entry) : `${entry.name}: ${reading}`);
  if (extended === undefined || new RegExp(`\\b${helperName}\\b`, 'u').test(text)) return extended;
  return addHelper(extended, module, form, quote);
}

/**
 * Puts the function that stops where a variable is missing before the statement of the object.
 *
 * @param extended the text of the module, changed only from its object on
 */
export function addHelper(
  extended: string,
  module: ParsedModule,
  form: HelperForm,
  quote: "'" | '"',
): string {
  const helper = applyStyle(`${renderHelper(form)}\n\n`, { ...form.style, quote, eol: '\n' });
  const offset = findStatementStart(module, module.table.object.start);
  return applyEdits(extended, [insertAt(offset, helper.replaceAll('\n', lineBreakOf(module.text)))]);
}

/** `env('OTHER_REGION', 'eu-west-1')`, where another entry gives its function a default as well. */
function copyDefault({ text, table }: ParsedModule, variable: string, region: string): string | undefined {
  for (const { value, variable: known, region: old } of table.entries.toReversed()) {
    if (known === undefined || old === undefined || value.type !== 'CallExpression') continue;
    const source = text.slice(value.start, value.end);
    const call = new RegExp(`^[\\w.]+\\(\\s*['"]${known}['"]\\s*,\\s*['"]${old}['"]\\s*\\)$`, 'u');
    if (call.test(source)) return source.replace(known, variable).replace(old, region).replaceAll('"', "'");
  }
  return undefined;
}

/**
 * `read('OTHER_REGION')`, after what another entry does to read its variable.
 *
 * @returns undefined where that needs more, or says nothing when the variable is missing
 */
function copyReading({ text, table }: ParsedModule, variable: string): string | undefined {
  for (const { value, variable: known } of table.entries.toReversed()) {
    if (known === undefined) continue;
    const source = text.slice(value.start, value.end);
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

/** The quotes that a module uses. */
export function quoteOf({ text, table }: ParsedModule): "'" | '"' | undefined {
  for (const { value } of table.entries) {
    const [quote] = /['"]/u.exec(text.slice(value.start, value.end)) ?? [];
    if (quote === "'" || quote === '"') return quote;
  }
  const [quote] = /['"]/u.exec(text) ?? [];
  return quote === "'" || quote === '"' ? quote : undefined;
}

function insert({ text, table: { object }, comments }: ParsedModule, item: string): string | undefined {
  const close = object.end - 1;
  const last = object.properties.at(-1);
  if (!last) return applyEdits(text, [fillEmpty(text, object.start, close, item)]);
  const [indent = ''] = /^[ \t]*/u.exec(text.slice(text.lastIndexOf('\n', last.start) + 1)) ?? [];
  const [first = '', ...rest] = item.split('\n');
  const unit = indent.startsWith('\t') ? '\t' : indent.length >= 4 && indent.length % 4 === 0 ? '    ' : '  ';
  const lines = rest.map(
    (line) => indent + line.replace(/^(?: {2})+/u, (spaces) => unit.repeat(spaces.length / 2)),
  );
  const insertions = appendToList(text, { last, close }, comments, [first, ...lines].join(lineBreakOf(text)));
  return insertions && applyEdits(text, insertions);
}

function fillEmpty(text: string, start: number, close: number, item: string): TextEdit {
  const inner = text.slice(start + 1, close);
  if (!inner.includes('\n')) return insertAt(close, ` ${item} `);
  const line = text.lastIndexOf('\n', close) + 1;
  const [indent = ''] = /^\s*/u.exec(text.slice(line, close)) ?? [];
  return insertAt(line, `${indent}  ${item},${lineBreakOf(text)}`);
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
