import type { TSESTree } from '@typescript-eslint/utils';
import { getKeyName, type Node, type SourceCode } from './ast.ts';
import { getNodeAt } from './node-at.ts';
import { remember } from '../../remember.ts';

/** All `this.key` inside a class or object, in the order of the file. */
export function getThisMembers(
  sourceCode: SourceCode,
  owner: Node,
  key: string,
): readonly TSESTree.MemberExpression[] {
  return findThisMembers(owner, sourceCode).get(key) ?? [];
}

/** Found in the text: no walk over the class is needed. */
const findThisMembers = remember((owner: Node, sourceCode: SourceCode) => {
  const members = new Map<string, TSESTree.MemberExpression[]>();
  const [start, end] = owner.range;
  for (const { index } of sourceCode.text.slice(start, end).matchAll(/\bthis\b/g)) {
    const { parent, type } = getNodeAt(sourceCode, start + index);
    if (type !== 'ThisExpression' || parent.type !== 'MemberExpression') continue;
    const key = getKeyName(parent);
    if (key === undefined) continue;
    const known = members.get(key);
    if (known) known.push(parent);
    else members.set(key, [parent]);
  }
  return members;
});
