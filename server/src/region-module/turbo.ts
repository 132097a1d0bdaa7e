import type { ArrayExpression, Expression, ObjectExpression, ObjectProperty } from 'oxc-parser';
import type { Oxc } from '../parse/oxc.ts';
import { appendToList, applyInsertions, lineBreakOf, type Insertion, type Span } from '../parse/text-edit.ts';

interface Json {
  value: ObjectExpression;
  comments: Span[];
}

/**
 * Declares a variable in a turbo.json, so that a changed region is not answered from Turborepo's cache.
 *
 * @param text JSON, with comments or without
 * @returns the new text; the same one where the variable is declared already, or nothing can be added
 */
export function declareVariable(text: string, variable: string, oxc: Oxc): string {
  const json = readJson(text, oxc);
  if (!json || isDeclared(json.value, variable)) return text;
  const item = JSON.stringify(variable);
  const list = getMember(json.value, 'globalEnv');
  if (list)
    return list.type === 'ArrayExpression' ? append(text, list.elements.at(-1), list, json, item) : text;
  // The turbo.json of a package has tasks only.
  if (getMember(json.value, 'extends')) return declareInBuild(text, json, item);
  return append(text, json.value.properties.at(-1), json.value, json, `"globalEnv": [${item}]`);
}

function declareInBuild(text: string, json: Json, item: string): string {
  const tasks = getMember(json.value, 'tasks') ?? getMember(json.value, 'pipeline');
  const build = tasks?.type === 'ObjectExpression' ? getMember(tasks, 'build') : undefined;
  if (build?.type !== 'ObjectExpression') return text;
  const list = getMember(build, 'env');
  if (!list) return append(text, build.properties.at(-1), build, json, `"env": [${item}]`);
  return list.type === 'ArrayExpression' ? append(text, list.elements.at(-1), list, json, item) : text;
}

/** Whether the root's or the package's turbo.json knows the variable. */
export function isDeclaredIn(text: string, variable: string, oxc: Oxc): boolean {
  const json = readJson(text, oxc);
  return json !== undefined && isDeclared(json.value, variable);
}

function append(
  text: string,
  last: Span | null | undefined,
  { start, end }: ObjectExpression | ArrayExpression,
  { comments }: Json,
  item: string,
): string {
  const insertions: Insertion[] | undefined =
    last === undefined && text.slice(start, end).includes('\n')
      ? [{ offset: start + 1, text: `${lineBreakOf(text)}  ${item}` }]
      : appendToList(text, { last: last ?? undefined, close: end - 1 }, comments, item);
  return insertions ? applyInsertions(text, insertions) : text;
}

/** JSON with comments is an expression of JavaScript. */
function readJson(text: string, oxc: Oxc): Json | undefined {
  const shift = '('.length;
  const hasMark = text.startsWith('\uFEFF');
  const result = oxc.parse('turbo.ts', `(${hasMark ? ` ${text.slice(1)}` : text}\n)`);
  const [statement] = result.program?.body ?? [];
  if (!result.program || statement?.type !== 'ExpressionStatement') return undefined;
  const value = statement.expression;
  if (value.type !== 'ObjectExpression') return undefined;
  return {
    value: shiftBack(value, shift),
    comments: result.comments.map(({ start, end }) => ({ start: start - shift, end: end - shift })),
  };
}

/** Moves the nodes that edits are made at to where they stand in the file. */
function shiftBack<T extends Expression>(node: T, shift: number): T {
  node.start -= shift;
  node.end -= shift;
  if (node.type === 'ObjectExpression') {
    for (const property of node.properties) {
      if (property.type !== 'Property') continue;
      property.start -= shift;
      property.end -= shift;
      shiftBack(property.value, shift);
    }
  } else if (node.type === 'ArrayExpression') {
    for (const element of node.elements) if (element) shiftBack(element as Expression, shift);
  }
  return node;
}

function getMember(object: ObjectExpression, name: string): Expression | undefined {
  const property = object.properties.find(
    (each): each is ObjectProperty =>
      each.type === 'Property' && each.key.type === 'Literal' && each.key.value === name,
  );
  return property?.value;
}

const lists = new Set(['env', 'globalEnv', 'globalPassThroughEnv', 'passThroughEnv']);

function isDeclared(object: ObjectExpression, variable: string): boolean {
  return object.properties.some((property) => {
    if (property.type !== 'Property' || property.key.type !== 'Literal') return false;
    const value = property.value;
    if (value.type === 'ObjectExpression') return isDeclared(value, variable);
    if (value.type !== 'ArrayExpression') return false;
    const texts = value.elements.flatMap((each) =>
      each?.type === 'Literal' && typeof each.value === 'string' ? [each.value] : [],
    );
    // Turborepo 1 listed variables among what a task depends on, behind a `$`.
    if (!lists.has(String(property.key.value))) return texts.includes(`$${variable}`);
    return texts.some((pattern) => matches(variable, pattern));
  });
}

function matches(variable: string, pattern: string): boolean {
  if (!pattern.includes('*')) return pattern === variable;
  // The first part that fits is as good as any: `*` takes whatever is between.
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop() ?? '';
  if (!variable.startsWith(first) || variable.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of rest) {
    at = variable.indexOf(part, at);
    if (at === -1) return false;
    at += part.length;
  }
  return variable.length - last.length >= at && variable.endsWith(last);
}
