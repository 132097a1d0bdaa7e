import type { TextEdit } from 'eslint-plugin-multi-region/facts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../lint/linted-file.ts';
import { getLine } from '../source/lines.ts';
import { findStatement, type Node } from '../source/nodes.ts';
import { isDocumentFrom } from './outer-client.ts';

/** A client that has a name only to make a document client of: it can be made there. */
export interface DocumentUse {
  /** `DynamoDBDocumentClient.from(client)` */
  call: TSESTree.CallExpression;
  /** The name in it. */
  argument: TSESTree.Identifier;
  /** `const client = new DynamoDBClient(…);` */
  declaration: TSESTree.VariableDeclaration;
}

/** @returns undefined where the client has no name, or is used for something else too */
export function findDocumentUse(sourceCode: SourceCode, client: Node): DocumentUse | undefined {
  const declarator = client.parent;
  if (declarator?.type !== 'VariableDeclarator' || declarator.init !== client) return undefined;
  const declaration = declarator.parent;
  const block = declaration.parent;
  const isPlain = declaration.declarations.length === 1 && declarator.id.type === 'Identifier';
  if (!isPlain || (block.type !== 'Program' && block.type !== 'BlockStatement')) return undefined;
  const uses = sourceCode
    .getDeclaredVariables(declarator)
    .flatMap(({ references }) => references)
    .filter(({ init }) => init !== true);
  const argument = uses.length === 1 ? uses[0]?.identifier : undefined;
  const call = argument?.parent;
  if (argument?.type !== 'Identifier' || call?.type !== 'CallExpression' || !isDocumentFrom(call))
    return undefined;
  const isBeside = findStatement(call)?.parent === block && call.range[0] > declaration.range[1];
  return isBeside && call.arguments[0] === argument ? { call, argument, declaration } : undefined;
}

/** The edit that takes a statement away, with its line where it has one of its own. */
export function removeStatement(sourceCode: SourceCode, { range: [start, end] }: Node): TextEdit {
  const { text } = sourceCode;
  const line = getLine(sourceCode, start);
  const rest = /^[^\S\r\n]*(?:\r?\n|$)/u.exec(text.slice(end))?.[0];
  if (line.code !== start || rest === undefined) return { range: [start, end], text: '' };
  // Of two empty lines, one is enough.
  const isBetweenGaps = /\n[^\S\r\n]*\r?\n$/u.test(text.slice(0, line.start));
  const gap = isBetweenGaps ? (/^[^\S\r\n]*\r?\n/u.exec(text.slice(end + rest.length))?.[0].length ?? 0) : 0;
  return { range: [line.start, end + rest.length + gap], text: '' };
}
