import { getDottedName, type Node, type SourceCode } from '../ast.ts';
import type { RegionSite } from '../../../facts/region-site.ts';
import type { TextEdit } from '../../../facts/text-edit.ts';
import { hasCommentIn } from '../comments.ts';
import { getLiteralNode } from '../literal.ts';
import { findName } from '../variables.ts';
import { getRangeWithComma } from './property-range.ts';

/**
 * The edit that takes the region out of the settings of AWS SDK v2, so that the SDK reads `AWS_REGION` or the profile:
 * `AWS.config.update({ region: 'us-east-1' })` and `AWS.config.region = 'us-east-1'` go as a whole, beside other
 * settings the region goes alone.
 *
 * @returns undefined where the region does more, nothing else in the file uses the SDK, or a comment would go with it
 */
export function removeRegionSetting(sourceCode: SourceCode, site: RegionSite): TextEdit | undefined {
  if (site.role !== 'sdk-config' || site.cloud !== 'aws') return undefined;
  const literal = getLiteralNode(sourceCode, site);
  const { parent } = literal;
  if (parent?.type === 'AssignmentExpression') {
    const isSetting = parent.right === literal && getDottedName(parent.left).endsWith('.config.region');
    return isSetting ? removeStatement(sourceCode, parent.parent, parent.left) : undefined;
  }
  const call = parent?.type === 'Property' ? parent.parent.parent : undefined;
  if (parent?.type !== 'Property' || call?.type !== 'CallExpression' || call.arguments.length !== 1)
    return undefined;
  if (!getDottedName(call.callee).endsWith('.config.update')) return undefined;
  if (parent.parent.properties.length === 1) return removeStatement(sourceCode, call.parent, call.callee);
  const range = getRangeWithComma(sourceCode, parent);
  return hasCommentIn(sourceCode, range) ? undefined : { range, text: '' };
}

function removeStatement(sourceCode: SourceCode, statement: Node, target: Node): TextEdit | undefined {
  const isAlone =
    statement.type === 'ExpressionStatement' &&
    (statement.parent.type === 'Program' || statement.parent.type === 'BlockStatement');
  if (!isAlone || !isUsedElsewhere(sourceCode, statement, target)) return undefined;
  const { text, lines } = sourceCode;
  const start = sourceCode.getIndexFromLoc({ line: statement.loc.start.line, column: 0 });
  const last = statement.loc.end.line;
  const end = sourceCode.getIndexFromLoc({ line: last, column: 0 }) + (lines[last - 1]?.length ?? 0);
  const isOnOwnLines =
    text.slice(start, statement.range[0]).trim() === '' && text.slice(statement.range[1], end).trim() === '';
  if (!isOnOwnLines || hasCommentIn(sourceCode, [getLineAbove(sourceCode, statement), end])) return undefined;
  const isBetween = isEmpty(lines[statement.loc.start.line - 2]) && isEmpty(lines[last]);
  const next = skipLine(text, end);
  // Of two empty lines, one is enough.
  return { range: [start, isBetween ? skipLine(text, next) : next], text: '' };
}

function isEmpty(line: string | undefined): boolean {
  return line?.trim() === '';
}

/** @returns the offset behind the next line break */
function skipLine(text: string, start: number): number {
  const at = text.indexOf('\n', start);
  return at < 0 ? text.length : at + 1;
}

/** A comment in the line above is about the statement. */
function getLineAbove(sourceCode: SourceCode, { loc }: Node): number {
  return sourceCode.getIndexFromLoc({ line: Math.max(1, loc.start.line - 1), column: 0 });
}

/** Whether the import would still be used: `AWS` of `AWS.config.update`. */
function isUsedElsewhere(sourceCode: SourceCode, statement: Node, target: Node): boolean {
  let root = target;
  while (root.type === 'MemberExpression') root = root.object;
  if (root.type !== 'Identifier') return false;
  const [start, end] = statement.range;
  const references = findName(sourceCode, root)?.references ?? [];
  return references.some(
    (reference) =>
      reference.isRead() && (reference.identifier.range[0] < start || reference.identifier.range[0] >= end),
  );
}
