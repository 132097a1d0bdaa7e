import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../ast.ts';
import { skipGap } from './skip-gap.ts';

/** The range of a property with the comma that it no longer needs. */
export function getRangeWithComma(
  { text }: SourceCode,
  property: TSESTree.Property,
): [start: number, end: number] {
  const object = property.parent;
  const previous = (object.properties as TSESTree.Node[])[
    (object.properties as TSESTree.Node[]).indexOf(property) - 1
  ];
  if (previous) return [previous.range[1], property.range[1]];
  const next = skipGap(text, property.range[1]);
  const end = text.startsWith(',', next) ? next + 1 : property.range[1];
  const gap = /^\s*(?!\s|\/)/.exec(text.slice(end))?.[0].length ?? 0; // up to a comment, which stays where it is
  return object.properties.length === 1 ? [object.range[0] + 1, end + gap] : [property.range[0], end + gap];
}
