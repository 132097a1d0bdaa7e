import type { Comment, Expression, ObjectExpression, ObjectProperty } from 'oxc-parser';
import { cloudOf } from './region-names.ts';

/** A region that a module holds, or a variable that it reads one from. */
export interface TableEntry {
  /** The key. */
  name: string;
  /** The region that it is, or that it falls back to, or that a comment names. */
  region: string | undefined;
  /** The first of the variables that it reads. */
  variable: string | undefined;
  isLiteral: boolean;
  property: ObjectProperty;
  /** The expression that gives the region: the value, or what its getter returns. */
  value: Expression;
}

/** What the properties of an object hold. */
export interface ReadObject {
  /** Those that are a region, or read a variable. */
  entries: TableEntry[];
  /** How many hold what may be a region as well: a call, a name from elsewhere. */
  unknown: number;
  /** How many hold something else: a function, a list, a text that is no region. */
  others: number;
}

/** A module, as far as values in it have to be understood. */
export interface ModuleText {
  text: string;
  comments: readonly Comment[];
  constants: ReadonlyMap<string, Expression>;
}

/** Reads the properties of an object. */
export function readEntries(object: ObjectExpression, module: ModuleText): ReadObject {
  const result: ReadObject = { entries: [], unknown: 0, others: 0 };
  for (const property of object.properties) {
    const name = property.type === 'Property' ? keyOf(property) : undefined;
    const value = property.type === 'Property' ? getEntryValue(property) : undefined;
    const read = value && name !== undefined ? readValue(value, module) : undefined;
    if (property.type !== 'Property' || name === undefined || !value || !read) {
      result.others += 1;
      continue;
    }
    const region = read.region ?? readComment(property, module);
    if (region === undefined && read.variable === undefined) result.unknown += 1;
    else result.entries.push({ name, ...read, region, property, value });
  }
  return result;
}

/** The name of a key that can be written behind a dot. */
export function keyOf({ key, computed, kind, method }: ObjectProperty): string | undefined {
  if (computed || kind === 'set' || method) return undefined;
  const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : undefined;
  return typeof name === 'string' && /^[\w$-]+$/u.test(name) ? name : undefined;
}

/** What a property holds, or what its getter does nothing but return. */
export function getEntryValue({ kind, value }: ObjectProperty): Expression | undefined {
  if (kind !== 'get') return value;
  const [statement, ...others] = value.type === 'FunctionExpression' ? (value.body?.body ?? []) : [];
  return statement?.type === 'ReturnStatement' && others.length === 0
    ? (statement.argument ?? undefined)
    : undefined;
}

/** @returns undefined for what is no region, whatever it is */
function readValue(
  value: Expression,
  { text, constants }: ModuleText,
): Pick<TableEntry, 'isLiteral' | 'region' | 'variable'> | undefined {
  const resolved = (value.type === 'Identifier' ? constants.get(value.name) : undefined) ?? value;
  const literal = readString(resolved);
  if (literal !== undefined) {
    return cloudOf(literal) ? { isLiteral: true, region: literal, variable: undefined } : undefined;
  }
  if (resolved.type === 'Literal' || /^(?:Object|Array|New|Class)|Function/u.test(resolved.type))
    return undefined;
  const source = text.slice(resolved.start, resolved.end);
  return { isLiteral: false, region: readFallback(source), variable: readVariables(source)[0] };
}

function readString(value: Expression): string | undefined {
  if (value.type === 'Literal') return typeof value.value === 'string' ? value.value : undefined;
  if (value.type === 'TSAsExpression') return readString(value.expression);
  return value.type === 'TemplateLiteral' && value.expressions.length === 0
    ? (value.quasis[0]?.value.cooked ?? undefined)
    : undefined;
}

/** The one variable that an expression reads: `process.env.X!`, `requireEnv('X')`, `env.X`, `import.meta.env.X`. */
export function readVariable(source: string): string | undefined {
  const names = listVariables(source);
  return names.length === 1 ? names[0] : undefined;
}

/** The variables of a chain `process.env.A || process.env.B`; of anything else, the only one. */
function readVariables(source: string): string[] {
  const names = listVariables(source);
  const isChain = names.length > 1 && source.split(/\|\||\?\?/u).length > names.length;
  return names.length === 1 || isChain ? names : [];
}

function listVariables(source: string): string[] {
  const names = source.match(/(?<=['"`.])[A-Z][A-Z\d]*(?:_[A-Z\d]+)*(?=['"`]|\b(?!['"`]?\s*\())/gu) ?? [];
  return [...new Set(names)];
}

/** The region in `process.env.X ?? 'us-east-1'`. */
function readFallback(source: string): string | undefined {
  const regions = Array.from(source.matchAll(/(['"`])([\w -]+)\1/gu), ([, , text = '']) => text).filter(
    cloudOf,
  );
  return regions.length === 1 ? regions[0] : undefined;
}

/** `read('AWS_REGION'), // us-east-1`, and the same above the line. */
function readComment({ start, end }: ObjectProperty, { text, comments }: ModuleText): string | undefined {
  const lineEnd = text.indexOf('\n', end);
  const near = comments.filter((comment) => {
    if (comment.start >= end) return lineEnd === -1 || comment.start < lineEnd;
    const between = text.slice(comment.end, start);
    if (comment.end > start || between.trim() !== '' || /\n\s*\n/u.test(between)) return false;
    // One that begins its line; else it belongs to what stands before it.
    return text.slice(text.lastIndexOf('\n', comment.start - 1) + 1, comment.start).trim() === '';
  });
  const regions = near
    .flatMap(({ value }) => value.match(/[\w-]+/gu) ?? [])
    .filter((word) => {
      const cloud = cloudOf(word);
      return cloud === 'aws' || cloud === 'gcp';
    });
  return new Set(regions).size === 1 ? regions[0] : undefined;
}
