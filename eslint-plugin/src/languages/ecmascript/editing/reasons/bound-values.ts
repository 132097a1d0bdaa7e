import { getStaticString, isFunction, type Node, type SourceCode } from '../../ast.ts';
import type { RegionSite } from '../../../../facts/region-site.ts';
import { remember } from '../../../../remember.ts';
import { getLiteralNode, getWholeLiteral } from '../../literal.ts';
import { findId, findPool } from './regional-ids.ts';

/**
 * Why a region has to stay beside what exists in that region only: a pool id, an image, a host with an id. Either all of
 * it moves or nothing, and an id cannot be derived from a region.
 *
 * @returns a sentence; undefined where nothing is bound to the region
 */
export function findBoundValue(sourceCode: SourceCode, site: RegionSite): string | undefined {
  const literal = getWholeLiteral(getLiteralNode(sourceCode, site));
  const own = describeOwn(literal, site.region, sourceCode);
  if (own !== undefined) return own;
  const beside = findBeside(findUnit(literal), site.region, sourceCode);
  if (beside !== undefined) return beside;
  const mayUsePool = site.service === undefined || site.service.startsWith('cognito');
  const pool =
    mayUsePool && site.form === 'region' ? findPoolOfFile(sourceCode, site.region, sourceCode) : undefined;
  return pool === undefined
    ? undefined
    : `The pool '${pool}' in this file exists in ${site.region} only: they have to move together.`;
}

// Hundreds of regions may stand in one file, object or text: what is bound to each of them is found out once.

const findPoolOfFile = rememberByRegion(({ text }: SourceCode, region) => findPool(text, region));

const describeOwn = rememberByRegion((literal: Node, region, sourceCode) =>
  describe(readText(literal, sourceCode), region, true),
);

const findBeside = rememberByRegion((unit: Node, region, sourceCode) => {
  for (const { text, isKey } of listTexts(unit, sourceCode)) {
    const found =
      isKey && text === region
        ? `A value for ${region} only stands beside it, by the key '${text}': they have to move together.`
        : describe(text, region, false);
    if (found !== undefined) return found;
  }
  return undefined;
});

function rememberByRegion<Key extends object>(
  find: (key: Key, region: string, sourceCode: SourceCode) => string | undefined,
): (key: Key, region: string, sourceCode: SourceCode) => string | undefined {
  const getKnown = remember<Key, [], Map<string, string | undefined>>(() => new Map());
  return (key, region, sourceCode) => {
    const known = getKnown(key);
    if (!known.has(region)) known.set(region, find(key, region, sourceCode));
    return known.get(region);
  };
}

function describe(text: string, region: string, isOwn: boolean): string | undefined {
  const id = findId(text, region);
  if (!id) return undefined;
  const { what, where } = id;
  return isOwn
    ? `It names ${what}, which exists ${where} only: move the whole text into config, or keep it.`
    : `${what.charAt(0).toUpperCase()}${what.slice(1)} stands beside it and exists ${where} only: they have to move together.`;
}

const isPartOfExpression =
  /^(?:Array|Binary|Call|Chain|Conditional|Logical|New|Object|TaggedTemplate|TSAs|TSNonNull|TSSatisfies|Await)Expression$|^(?:Property|SpreadElement|TemplateLiteral|TSTypeAssertion)$|^JSX/;

/** The outermost expression that a value is a part of, up to a statement or a function. */
export function findUnit(node: Node): Node {
  let unit = node;
  while (unit.parent && isPartOfExpression.test(unit.parent.type) && !isFunction(unit.parent))
    unit = unit.parent;
  return unit;
}

interface UnitText {
  text: string;
  isKey: boolean;
}

/** All texts in an expression, but for those in functions. */
const listTexts = remember((unit: Node, sourceCode: SourceCode): UnitText[] => {
  const texts: UnitText[] = [];
  const left: Node[] = [unit];
  for (let node = left.pop(); node; node = left.pop()) {
    if (node !== unit && (isFunction(node) || /^TS.*(?:Type|Keyword|Annotation)$/.test(node.type))) continue;
    if (node.type === 'Property' && !node.computed) {
      const key = getStaticString(node.key);
      if (key !== undefined) texts.push({ text: key, isKey: true });
      left.push(node.value);
      continue;
    }
    if (node.type === 'Literal' || node.type === 'TemplateLiteral') {
      texts.push({ text: readText(node, sourceCode), isKey: false });
    }
    const parent = node as unknown as Record<string, Node | (Node | null)[] | null>;
    for (const key of sourceCode.visitorKeys[node.type] ?? []) {
      left.push(...[parent[key]].flat().filter((child) => child !== null && child !== undefined));
    }
  }
  return texts;
});

function readText(node: Node, { text }: SourceCode): string {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  return node.type === 'TemplateLiteral' ? text.slice(node.range[0] + 1, node.range[1] - 1) : '';
}
