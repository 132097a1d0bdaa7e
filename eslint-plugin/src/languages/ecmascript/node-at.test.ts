import { parse } from '../../testing/read-facts.ts';
import { getNodeAt } from './node-at.ts';

/** `|` stands in front of the place that is asked for. */
it.each([
  ["f(|'us-east-1')", 'Literal', "'us-east-1'"],
  ["f('us-ea|st-1')", 'Literal', "'us-east-1'"],
  ['f(`us|-${a}`)', 'TemplateElement', '`us-${'],
  ['<a>us|-east-1</a>', 'JSXText', 'us-east-1'],
  ["<a b='us|-east-1' />", 'Literal', "'us-east-1'"],
  ["type A = 'us|-east-1'", 'Literal', "'us-east-1'"],
  ['f(/us|-east-1/)', 'Literal', '/us-east-1/'],
  ['@d(|a) class B {}', 'Identifier', 'a'],
  ['f(); // us|-east-1', 'Program', 'f(); // us-east-1'],
  ['f(| a)', 'CallExpression', 'f( a)'],
])('%s is in %s', (marked, type, text) => {
  const code = marked.replace('|', '');
  const node = getNodeAt(parse(code), marked.indexOf('|'));
  expect([node.type, code.slice(...node.range)]).toEqual([type, text]);
});
