import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

export type Node = TSESTree.Node;
export type SourceCode = Readonly<TSESLint.SourceCode>;
export type FunctionNode =
  TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;
export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'ArrowFunctionExpression' ||
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression'
  );
}

export function isClass(node: Node): node is TSESTree.ClassDeclaration | TSESTree.ClassExpression {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

export function isCall(node: Node): node is CallNode {
  return node.type === 'CallExpression' || node.type === 'NewExpression';
}

/** The text of a string literal or of a template without expressions; undefined for anything else. */
export function getStaticString(node: Node | null | undefined): string | undefined {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

type Keyed =
  | TSESTree.MemberExpression
  | TSESTree.MethodDefinition
  | TSESTree.Property
  | TSESTree.PropertyDefinition
  | TSESTree.TSAbstractMethodDefinition
  | TSESTree.TSAbstractPropertyDefinition;

/** The name of a property, where the source says it: `a.b`, `a['b']`, `{ b: 1 }`, `{ 'b': 1 }`; undefined for `a[b]`. */
export function getKeyName(node: Keyed): string | undefined {
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  if (!node.computed && (key.type === 'Identifier' || key.type === 'PrivateIdentifier')) return key.name;
  if (key.type === 'Literal' && typeof key.value === 'number') return String(key.value);
  return getStaticString(key);
}

/** Takes off what does not change a value: `x as T`, `x satisfies T`, `x!`, `<T>x`, `await x`, a chain. */
export function unwrap(node: Node): Node {
  let current = node;
  for (;;) {
    switch (current.type) {
      case 'AwaitExpression':
        current = current.argument;
        break;
      case 'ChainExpression':
      case 'TSAsExpression':
      case 'TSInstantiationExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
        current = current.expression;
        break;
      default:
        return current;
    }
  }
}

/** The nearest node around `node` for which the test holds. */
export function findAncestor<T extends Node>(node: Node, test: (node: Node) => node is T): T | undefined;
export function findAncestor(node: Node, test: (node: Node) => boolean): Node | undefined;
export function findAncestor(node: Node, test: (node: Node) => boolean): Node | undefined {
  for (let current = node.parent; current; current = current.parent) {
    if (test(current)) return current;
  }
  return undefined;
}

/** Whether `outer` is `inner` or stands around it. */
export function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** The last name of an expression, `c` of `a.b().c`: whatever stands before it, it costs nothing. Empty where there is none. */
export function getLastName(node: Node): string {
  const expression = unwrap(node);
  if (expression.type === 'MemberExpression') return getKeyName(expression) ?? '';
  return expression.type === 'Identifier' ? expression.name : '';
}

/**
 * The dotted name that the source gives an expression: `AWS.config.update`, `this.region`,
 * `process.env.AWS_REGION`. Calls in the chain are written `()`. Empty where there is no name.
 */
export function getDottedName(node: Node): string {
  const expression = unwrap(node);
  switch (expression.type) {
    case 'Identifier':
      return expression.name;
    case 'ThisExpression':
      return 'this';
    case 'Super':
      return 'super';
    case 'MetaProperty':
      return `${expression.meta.name}.${expression.property.name}`;
    case 'MemberExpression': {
      const object = getDottedName(expression.object);
      const key = getKeyName(expression);
      return `${object}.${key ?? '*'}`;
    }
    case 'CallExpression':
      return `${getDottedName(expression.callee)}()`;
    case 'NewExpression':
      return `new ${getDottedName(expression.callee)}()`;
    case 'ImportExpression':
      return 'import()';
    default:
      return '';
  }
}
