import { getKeyName, type Node, type SourceCode } from '../ast.ts';
import type { RegionSite } from '../../../facts/region-site.ts';
import { getLiteralNode, getWholeLiteral } from '../literal.ts';

/** What declares a setting with its default: schemas, parsers of options, readers of the environment. */
const methods = /^(?:default|catch|prefault|withDefault|optional|orElse|setDefault|defaultValue)$/;

/**
 * Whether a region is the default of a setting that is declared with it: `AWS_REGION: z.string().default('us-east-1')`,
 * `str({ default: 'us-east-1' })`, `{ region: { type: 'string', default: 'us-east-1' } }`. The declaration is the one place
 * that such a default should be in.
 */
export function isDeclaredDefault(sourceCode: SourceCode, site: RegionSite): boolean {
  if (site.role !== 'fallback') return false;
  const literal: Node = getWholeLiteral(getLiteralNode(sourceCode, site));
  const { parent: around } = literal;
  // `{ type: 'array', default: ['us-east-1'] }`
  const value = around?.type === 'ArrayExpression' ? around : literal;
  const { parent } = value;
  if (parent?.type === 'Property')
    return parent.value === value && /^default(?:Value)?$/.test(getKeyName(parent) ?? '');
  return (
    value === literal &&
    parent?.type === 'CallExpression' &&
    parent.arguments.length === 1 &&
    parent.callee.type === 'MemberExpression' &&
    methods.test(getKeyName(parent.callee) ?? '')
  );
}
