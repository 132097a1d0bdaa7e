import type { TSESTree } from '@typescript-eslint/utils';
import { getKeyName, type Node } from './ast.ts';
import { remember } from '../../remember.ts';

/** What is put into an object literal after one of its properties, and may have a value for a key. */
export function getLaterSources(
  object: TSESTree.ObjectExpression,
  property: TSESTree.Property | TSESTree.SpreadElement,
  key: string | undefined,
): Node[] {
  const { last, spreads } = readSources(object);
  const same = key === undefined ? undefined : last.get(key);
  return [...(same ? [same] : []), ...spreads].filter(({ range: [start] }) => start > property.range[0]);
}

/** The last property of each key, and the spreads. */
const readSources = remember(({ properties }: TSESTree.ObjectExpression) => {
  const last = new Map<string, TSESTree.Property>();
  const spreads: TSESTree.SpreadElement[] = [];
  for (const property of properties) {
    if (property.type === 'SpreadElement') spreads.push(property);
    else last.set(getKeyName(property) ?? '*', property);
  }
  return { last, spreads };
});
