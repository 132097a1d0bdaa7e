import { getKeyName, getStaticString, type Node, type SourceCode } from './ast.ts';
import { globalEndpointFlag } from './module-names.ts';
import { getNodeAt } from './node-at.ts';
import { placeOf } from './place-of.ts';
import { whileInTime } from '../while-in-time.ts';
import { createOffsetSearch } from './offsets.ts';
import type { GlobalEndpointFlag } from '../../facts/global-endpoint-flag.ts';

const findFlagNames = createOffsetSearch(globalEndpointFlag.source);

/**
 * Finds the options that choose a global endpoint. The v2 options are `legacy` unless they are set
 * otherwise; only where the file says so is it reported.
 */
export function findGlobalEndpointFlags(sourceCode: SourceCode): GlobalEndpointFlag[] {
  const flags: GlobalEndpointFlag[] = [];
  for (const index of whileInTime(sourceCode, findFlagNames(sourceCode.text))) {
    const flag = readFlag(getNodeAt(sourceCode, index));
    if (flag) flags.push(flag);
  }
  return flags;
}

function readFlag(name: Node): GlobalEndpointFlag | undefined {
  const { parent } = name;
  if (parent?.type === 'Property' && parent.key === name && parent.parent.type === 'ObjectExpression') {
    const key = getKeyName(parent) ?? '';
    return isOn(key, parent.value) ? { ...placeOf(parent), key, isProperty: true } : undefined;
  }
  const assignment = parent?.parent;
  if (parent?.type !== 'MemberExpression' || parent.property !== name) return undefined;
  if (assignment?.type !== 'AssignmentExpression' || assignment.left !== parent) return undefined;
  const key = getKeyName(parent) ?? '';
  return isOn(key, assignment.right) ? { ...placeOf(assignment), key, isProperty: false } : undefined;
}

function isOn(key: string, value: Node): boolean {
  if (key === 'useGlobalEndpoint') return value.type === 'Literal' && value.value === true;
  return getStaticString(value) === 'legacy';
}
