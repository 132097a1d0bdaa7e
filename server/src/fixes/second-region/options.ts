import type { TSESTree } from '@typescript-eslint/utils';
import { getNodeOf } from 'eslint-plugin-multi-region/edits';
import type { ClientSite } from 'eslint-plugin-multi-region/facts';
import type { SourceCode } from '../../lint/linted-file.ts';
import type { Node } from '../source/nodes.ts';

/** The options of a client, as far as its region is in them. */
export interface ClientOptions {
  argument: Node;
  /** `region: …`, where it is written in the options themselves. */
  property: TSESTree.Property | undefined;
}

/**
 * Reads the options of a client that is bound to a region.
 *
 * @returns or why its region cannot be replaced, as a sentence
 */
export function readOptions(sourceCode: SourceCode, client: ClientSite): ClientOptions | string {
  const { text } = sourceCode;
  const node = getNodeOf(sourceCode, client);
  const [argument, ...others] = node.type === 'NewExpression' ? node.arguments : [];
  if (!argument || others.length > 0 || argument.type === 'SpreadElement') {
    return 'The options of this client cannot be seen.';
  }
  if (argument.type !== 'ObjectExpression') {
    const isNamed = argument.type === 'Identifier' || argument.type === 'MemberExpression';
    return isNamed ? { argument, property: undefined } : 'The options of this client cannot be seen.';
  }
  const properties = argument.properties.filter((each) => each.type === 'Property');
  if (properties.some((each) => getKey(each) === 'endpoint')) {
    return 'The endpoint of this client is fixed, so every region would get the same address.';
  }
  const property = properties.find((each) => getKey(each) === 'region');
  if (property && text.slice(property.range[1], argument.range[1]).includes('...')) {
    return 'What is spread behind the region may replace it.';
  }
  return { argument, property };
}

export function getKey({ key, computed }: TSESTree.Property): string | undefined {
  if (!computed && key.type === 'Identifier') return key.name;
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined;
}
