import { parseTree, visit, type Node, type ParseError } from 'jsonc-parser';
import { applyEdits } from '../parse/apply-edits.ts';
import { appendToList, insertAt, lineBreakOf, type Span } from '../parse/text-edit.ts';

interface Json {
  root: Node;
  comments: Span[];
}

/**
 * Declares a variable in a turbo.json, so that a changed region is not answered from Turborepo's cache.
 *
 * @param text JSON, with comments or without
 * @returns the new text; the same one where the variable is declared already, or nothing can be added
 */
export function declareVariable(text: string, variable: string): string {
  const json = readJson(text);
  if (!json || isDeclared(json.root, variable)) return text;
  const item = JSON.stringify(variable);
  const list = getMember(json.root, 'globalEnv');
  if (list) return list.type === 'array' ? append(text, list, json, item) : text;
  // The turbo.json of a package has tasks only.
  if (getMember(json.root, 'extends')) return declareInBuild(text, json, item);
  return append(text, json.root, json, `"globalEnv": [${item}]`);
}

function declareInBuild(text: string, json: Json, item: string): string {
  const tasks = getMember(json.root, 'tasks') ?? getMember(json.root, 'pipeline');
  const build = tasks && getMember(tasks, 'build');
  if (build?.type !== 'object') return text;
  const list = getMember(build, 'env');
  if (!list) return append(text, build, json, `"env": [${item}]`);
  return list.type === 'array' ? append(text, list, json, item) : text;
}

/** Whether the root's or the package's turbo.json knows the variable. */
export function isDeclaredIn(text: string, variable: string): boolean {
  const json = readJson(text);
  return json !== undefined && isDeclared(json.root, variable);
}

/** Adds an item to an array, or a member to an object. */
function append(text: string, parent: Node, { comments }: Json, item: string): string {
  const { start, end } = toSpan(parent);
  const last = parent.children?.at(-1);
  const edits =
    last === undefined && text.slice(start, end).includes('\n')
      ? [insertAt(start + 1, `${lineBreakOf(text)}  ${item}`)]
      : appendToList(text, { last: last && toSpan(last), close: end - 1 }, comments, item);
  return edits ? applyEdits(text, edits) : text;
}

function toSpan({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

/** @returns undefined when it is no object, or is broken */
function readJson(text: string): Json | undefined {
  // White space, so that the offsets stay.
  const code = text.replace(/^\uFEFF/u, ' ');
  const options = { allowTrailingComma: true };
  const errors: ParseError[] = [];
  const comments: Span[] = [];
  try {
    const root = parseTree(code, errors, options);
    if (root?.type !== 'object' || errors.length > 0) return undefined;
    visit(
      code,
      { onComment: (offset, length) => comments.push({ start: offset, end: offset + length }) },
      options,
    );
    return { root, comments };
  } catch {
    return undefined; // nested too deeply
  }
}

function getMember(object: Node, name: string): Node | undefined {
  return listMembers(object).find(([key]) => key === name)?.[1];
}

function listMembers({ type, children = [] }: Node): [name: string, value: Node][] {
  if (type !== 'object') return [];
  return children.flatMap(({ children: [key, value] = [] }): [string, Node][] =>
    key && value ? [[String(key.value), value]] : [],
  );
}

const lists = new Set(['env', 'globalEnv', 'globalPassThroughEnv', 'passThroughEnv']);

function isDeclared(object: Node, variable: string): boolean {
  return listMembers(object).some(([name, value]) => {
    if (value.type === 'object') return isDeclared(value, variable);
    if (value.type !== 'array') return false;
    const texts = (value.children ?? []).flatMap((each) =>
      each.type === 'string' ? [String(each.value)] : [],
    );
    // Turborepo 1 listed variables among what a task depends on, behind a `$`.
    if (!lists.has(name)) return texts.includes(`$${variable}`);
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
