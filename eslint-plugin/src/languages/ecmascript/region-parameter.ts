import type { Cloud } from '../../facts/region-site.ts';
import { type CallNode, isCall, type Node, type SourceCode } from './ast.ts';
import { findParameters } from './call-parameters.ts';
import { isRegionName } from './roles/names.ts';
import { findVariable, getReads } from './variables.ts';

/**
 * Whether an argument is for a parameter that this file calls a region, and that the function hands on. What is only
 * compared with others or looked up is data.
 */
export function isRegionParameter(
  sourceCode: SourceCode,
  call: CallNode,
  index: number,
  cloud: Cloud,
): boolean {
  const parameter = findParameters(sourceCode, call)?.[index];
  const pattern = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  if (pattern?.type !== 'Identifier' || !isRegionName(pattern.name, cloud)) return false;
  const variable = findVariable(sourceCode, pattern);
  const reads = variable ? getReads(variable) : [];
  return reads.some(isHandedOn) && !reads.some(isData);
}

function isHandedOn(read: Node): boolean {
  const { parent } = read;
  if (!parent) return false;
  if (isCall(parent)) return parent.callee !== read;
  return parent.type === 'AssignmentExpression' || (parent.type === 'Property' && parent.value === read);
}

function isData({ parent, ...read }: Node): boolean {
  switch (parent?.type) {
    case 'BinaryExpression':
      return parent.operator !== '+';
    case 'MemberExpression':
      return parent.computed ? parent.property.range[0] === read.range[0] : true;
    case 'IfStatement':
    case 'SwitchStatement':
      return true;
    default:
      return false;
  }
}
