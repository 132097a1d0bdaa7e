import type { Comment, Expression, ObjectExpression, ObjectProperty } from 'oxc-parser';
import { cloudOf } from './region-words.ts';

/** A region that a module holds, or a variable that it reads one from. */
export interface TableEntry {
  /** The key. */
  name: string;
  /** The region that it is, or that it falls back to, or that a comment names. */
  region: string | undefined;
  variable: string | undefined;
  isLiteral: boolean;
  property: ObjectProperty;
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
    const value =
      property.type === 'Property' && name !== undefined ? readValue(property.value, module) : undefined;
    if (property.type !== 'Property' || name === undefined || !value) {
      result.others += 1;
      continue;
    }
    const region = value.region ?? readComment(property, module);
    if (region === undefined && value.variable === undefined) result.unknown += 1;
    else result.entries.push({ name, ...value, region, property });
  }
  return result;
}

/** The name of a key that can be written behind a dot. */
export function keyOf({ key, computed, kind, method }: ObjectProperty): string | undefined {
  if (computed || kind !== 'init' || method) return undefined;
  const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : undefined;
  return typeof name === 'string' && /^[\w$-]+$/u.test(name) ? name : undefined;
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
  return { isLiteral: false, region: readFallback(source), variable: readVariable(source) };
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
  const names = source.match(/(?<=['"`.])[A-Z][A-Z\d]*(?:_[A-Z\d]+)*(?=['"`]|\b(?!['"`]?\s*\())/gu) ?? [];
  const different = new Set(names);
  return different.size === 1 ? names[0] : undefined;
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
