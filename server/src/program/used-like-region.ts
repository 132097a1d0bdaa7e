import type { TSESTree } from '@typescript-eslint/utils';
import { dottedName, keyOf } from './syntax.ts';

type Node = TSESTree.Node;

const region = /region|location|zone|arn|endpoint|host/iu;
const address = /region|location|zone|arn|endpoint|host|ur[il]|domain|address|queue|topic|bucket|origin/iu;

/**
 * Whether the names tell that an expression may be a region, or an address that holds one: its own, or that of the
 * option, variable or member that it becomes. To follow all others as well would mean to parse nearly the whole program.
 *
 * @param name the identifier that the expression starts with
 */
export function isUsedLikeRegion(name: Node): boolean {
  let isMade = false;
  let whole = name;
  for (let parent = name.parent; parent && isPassedBy(parent, whole); parent = parent.parent) {
    isMade ||= parent.type === 'CallExpression';
    whole = parent;
  }
  return isText(whole) && (isNamed(name, whole, isMade ? region : address) || isNamedAround(whole));
}

/** What goes on with what it is: a member of it, its result, its value. */
function isPassedBy(parent: Node, node: Node): boolean {
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node;
    case 'CallExpression':
      return parent.callee === node;
    case 'AwaitExpression':
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
      return true;
    default:
      return false;
  }
}

/** Whether it stands where a text may stand, and where the text matters. */
function isText(node: Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'Decorator':
    case 'ExpressionStatement':
    case 'IfStatement':
    case 'JSXClosingElement':
    case 'JSXMemberExpression':
    case 'JSXOpeningElement':
    case 'TaggedTemplateExpression':
    case 'UnaryExpression':
    case 'WhileStatement':
      return false;
    case 'BinaryExpression':
      return parent.operator === '+';
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.superClass !== node;
    case 'NewExpression':
      return parent.callee !== node;
    default:
      return true;
  }
}

function isNamed(name: Node, whole: Node, pattern: RegExp): boolean {
  for (let node: Node | undefined = name; node; node = node === whole ? undefined : node.parent) {
    if (node.type === 'Identifier' && pattern.test(node.name)) return true;
    if (node.type === 'MemberExpression' && pattern.test(keyOf(node) ?? '')) return true;
  }
  return false;
}

function isNamedAround(whole: Node): boolean {
  for (let node: Node | undefined = whole.parent; node; node = node.parent) {
    switch (node.type) {
      case 'AssignmentExpression':
        return address.test(dottedName(node.left) ?? '');
      case 'ArrayExpression':
      case 'ArrowFunctionExpression':
      case 'AssignmentPattern':
      case 'AwaitExpression':
      case 'BinaryExpression':
      case 'ChainExpression':
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'ObjectExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
        continue;
      case 'TemplateLiteral':
        return node.quasis.some(({ value }) =>
          /arn:|aws|azure|cloud|google|https?:|region/iu.test(value.raw),
        );
      case 'Property':
      case 'PropertyDefinition':
        if (address.test(keyOf(node) ?? '')) return true;
        continue;
      case 'VariableDeclarator':
        return node.id.type === 'Identifier' && address.test(node.id.name);
      default:
        return false;
    }
  }
  return false;
}
