import type { TSESTree } from '@typescript-eslint/utils';
import type { Node, SourceCode } from '../ast.ts';
import { remember } from '../../../remember.ts';
import type { RegionSite } from '../../../facts/region-site.ts';
import type { TextEdit } from '../../../facts/text-edit.ts';
import { hasCommentIn } from '../comments.ts';
import { getLiteralNode, getWholeLiteral } from '../literal.ts';
import { putExpression } from './expression-place.ts';
import { type Fallback, findFallback } from './fallback.ts';
import { getRangeWithComma } from './property-range.ts';
import { replaceInLiteral } from './text-place.ts';

/** A site, and the source of what is to stand in its region's place. */
export interface RegionReplacement {
  site: RegionSite;
  /** `regions.primary`. */
  expression: string;
}

/**
 * The edit that puts an expression where a site's region stands. A region that stands alone goes as a whole, one
 * inside an ARN, a host, a zone or a path becomes a part of a template, and `process.env.AWS_REGION ?? 'us-east-1'`
 * gives way with what it reads.
 *
 * @param expression the source of the expression; it gets the parentheses and spaces that it needs
 * @param keepsVariable whether `process.env.AWS_REGION ?? …` stays in front of it
 * @returns undefined where no expression can stand (a type, a key, an enum, an import), or a comment would be lost
 */
export function replaceRegion(
  sourceCode: SourceCode,
  site: RegionSite,
  expression: string,
  keepsVariable = false,
): TextEdit | undefined {
  const { form } = site;
  const node = getLiteralNode(sourceCode, site);
  if (form !== 'region' && form !== 'global-region') {
    const insertion = getInsertion(sourceCode, node, { site, expression });
    return insertion && replaceInLiteral(sourceCode, node, [insertion]);
  }
  const fallback = keepsVariable ? undefined : findFallback(sourceCode, site);
  return (
    (fallback?.whole && putExpression(sourceCode, fallback.whole, expression)) ??
    (fallback && replaceTail(sourceCode, fallback, expression)) ??
    (fallback && replaceDestructured(sourceCode, node, fallback, expression)) ??
    putExpression(sourceCode, getWholeLiteral(node), expression)
  );
}

/** What an entry takes the place of: the literal alone, or the variables before it as well. */
export interface ReplacedReading {
  /** In the order in which they are tried; empty where only the literal goes. */
  reads: readonly string[];
  operator: '??' | '||';
  /** The variable whose reader stays in front of the entry; the entry must not read it a second time. */
  kept: string | undefined;
}

/** What goes with the literal of a site when its region is replaced. */
export function getReplacedReading(sourceCode: SourceCode, site: RegionSite): ReplacedReading {
  const fallback = findFallback(sourceCode, site);
  const probe = 'regions.primary';
  const isReplaced =
    fallback !== undefined &&
    fallback.reads.length > 0 &&
    ((fallback.whole && putExpression(sourceCode, fallback.whole, probe)) ??
      replaceTail(sourceCode, fallback, probe) ??
      replaceDestructured(sourceCode, getLiteralNode(sourceCode, site), fallback, probe)) !== undefined;
  if (isReplaced) return { reads: fallback.reads, operator: fallback.operator, kept: undefined };
  return { reads: [], operator: fallback?.operator ?? '??', kept: fallback?.variable };
}

/** `options.region ?? process.env.AWS_REGION ?? 'us-east-1'` becomes `options.region ?? regions.primary`. */
function replaceTail(sourceCode: SourceCode, { tail }: Fallback, expression: string): TextEdit | undefined {
  if (!tail) return undefined;
  const range: TextEdit['range'] = [...tail];
  // A parenthesis in it belongs to something that begins or ends elsewhere.
  const isPlain = !/[()]/.test(sourceCode.text.slice(...range)) && !hasCommentIn(sourceCode, range);
  return isPlain ? { range, text: expression } : undefined;
}

/**
 * As `replaceRegion`, for all regions of a file at once: several in one text are one edit.
 *
 * @returns the edits in the order of the file, none of which overlap, and the replacements that cannot be made
 */
export function replaceRegions(
  sourceCode: SourceCode,
  replacements: readonly RegionReplacement[],
): { edits: TextEdit[]; refused: RegionReplacement[] } {
  const texts = new Map<Node, RegionReplacement[]>();
  for (const replacement of replacements) {
    const node = getLiteralNode(sourceCode, replacement.site);
    texts.set(node, [...(texts.get(node) ?? []), replacement]);
  }
  const edits: TextEdit[] = [];
  const refused: RegionReplacement[] = [];
  for (const [node, group] of texts) {
    const [only] = group;
    const edit =
      only && group.length === 1
        ? replaceRegion(sourceCode, only.site, only.expression)
        : replaceTogether(sourceCode, node, group);
    if (edit) edits.push(edit);
    else refused.push(...group);
  }
  return { edits: edits.sort((a, b) => a.range[0] - b.range[0]), refused };
}

function replaceTogether(
  sourceCode: SourceCode,
  node: Node,
  group: readonly RegionReplacement[],
): TextEdit | undefined {
  const insertions = group.flatMap((replacement) => getInsertion(sourceCode, node, replacement) ?? []);
  insertions.sort((a, b) => a.range[0] - b.range[0]);
  return insertions.length === group.length ? replaceInLiteral(sourceCode, node, insertions) : undefined;
}

function getInsertion(
  sourceCode: SourceCode,
  node: Node,
  { site: { form, region, regionRange }, expression }: RegionReplacement,
): TextEdit | undefined {
  if (!regionRange || form === 'region' || form === 'pool-id') return undefined;
  // The pool of a Cognito issuer stays where it is.
  if (hasPool(node, sourceCode) && sourceCode.text.slice(...node.range).includes(`${region}_`))
    return undefined;
  return { range: regionRange, text: `\${${expression}}` };
}

// Thousands of ARNs may stand in one literal: what holds for all of them is found out once.
const hasPool = remember((literal: Node, { text }: SourceCode) => /\d_/.test(text.slice(...literal.range)));

/**
 * `const { AWS_REGION: region = 'us-east-1' } = process.env` becomes `const region = regions.primary`; beside other
 * names it becomes a declaration behind them.
 */
function replaceDestructured(
  sourceCode: SourceCode,
  node: Node,
  { variable }: Fallback,
  expression: string,
): TextEdit | undefined {
  const pattern = getWholeLiteral(node).parent;
  if (pattern?.type !== 'AssignmentPattern' || variable === undefined) return undefined;
  const property = pattern.parent;
  const object = property.parent;
  if (property.type !== 'Property' || object?.type !== 'ObjectPattern' || object.typeAnnotation)
    return undefined;
  const declarator: TSESTree.Node = object.parent;
  if (declarator.type !== 'VariableDeclarator' || pattern.left.type !== 'Identifier') return undefined;
  const added = `${pattern.left.name} = ${expression}`;
  const range: TextEdit['range'] = [...declarator.range];
  if (object.properties.length === 1) {
    if (hasCommentIn(sourceCode, range)) return undefined;
    return { range, text: separateName(sourceCode.text, range[0]) + added };
  }
  // What `...rest` holds depends on what is named before it.
  if (object.properties.some(({ type }) => type === 'RestElement')) return undefined;
  const gone = getRangeWithComma(sourceCode, property);
  if (hasCommentIn(sourceCode, gone)) return undefined;
  const [start, end] = range;
  const { text } = sourceCode;
  return { range, text: `${text.slice(start, gone[0])}${text.slice(gone[1], end)}, ${added}` };
}

/** `const{…}` needs no space, a name does. */
function separateName(text: string, start: number): string {
  return /[\w$]/.test(text.charAt(start - 1)) ? ' ' : '';
}
