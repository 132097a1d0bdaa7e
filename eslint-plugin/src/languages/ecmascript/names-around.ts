import type { Node } from './ast.ts';

/** What a value may be wrapped in, and still be the value of what holds it. */
const wrapping =
  /^(?:(?:Logical|Conditional|TSAs|TSSatisfies|TSNonNull)Expression|TSTypeAssertion|TemplateLiteral)$/;

/**
 * The name that the source gives to a value: of the constant, the class field, the enum member or the parameter that
 * holds it and nothing else.
 *
 * @returns undefined where the value is a part of something
 */
export function getHolderName(node: Node): string | undefined {
  let value = node;
  while (value.parent && wrapping.test(value.parent.type)) value = value.parent;
  const holder = value.parent;
  switch (holder?.type) {
    case 'VariableDeclarator':
    case 'TSEnumMember':
      return getName(holder.id);
    case 'PropertyDefinition':
      return getName(holder.key);
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return getName(holder.left);
    default:
      return undefined;
  }
}

/** The names of all that is being given a value where a node stands, innermost first: of a constant, and of what it is in. */
export function listNamesAround(node: Node): string[] {
  const names: string[] = [];
  for (
    let { parent } = node;
    parent && !/Statement$|Function|^Class/.test(parent.type);
    { parent } = parent
  ) {
    if (parent.type === 'VariableDeclarator') names.push(getName(parent.id) ?? '');
    if (parent.type === 'PropertyDefinition') names.push(getName(parent.key) ?? '');
    if (parent.type === 'AssignmentExpression') names.push(getName(parent.left) ?? '');
  }
  return names;
}

function getName(node: Node): string | undefined {
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return node.name;
  return node.type === 'MemberExpression' ? getName(node.property) : undefined;
}
