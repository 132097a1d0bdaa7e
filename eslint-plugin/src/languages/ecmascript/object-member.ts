import type { TSESTree } from '@typescript-eslint/utils';
import { findAncestor, getKeyName, type Node, type SourceCode, unwrap } from './ast.ts';
import { remember } from '../../remember.ts';
import { findVariable, getOnlyValue } from './variables.ts';

/**
 * Looks up a property of an object that the file writes down: in an object literal, through constants,
 * spreads, `this` and nested members.
 *
 * @returns the property's value; `absent` when the object is known and has no such property; `unknown` when it cannot be told
 */
export function followObject(
  sourceCode: SourceCode,
  node: Node,
  key: string,
  depth = 0,
): Node | 'absent' | 'unknown' {
  const expression = unwrap(node);
  if (depth > 12) return 'unknown';
  switch (expression.type) {
    case 'ObjectExpression': {
      let isComplete = true;
      for (const property of expression.properties.toReversed()) {
        if (property.type === 'SpreadElement') {
          const spread = followObject(sourceCode, property.argument, key, depth + 1);
          if (typeof spread !== 'string') return isComplete ? spread : 'unknown';
          if (spread === 'unknown') isComplete = false;
        } else if (getKeyName(property) === key) {
          return isComplete ? property.value : 'unknown'; // a later spread may put another in its place
        } else if (getKeyName(property) === undefined) {
          isComplete = false;
        }
      }
      return isComplete ? 'absent' : 'unknown';
    }
    case 'Identifier': {
      const variable = findVariable(sourceCode, expression);
      const definition = variable?.defs[0];
      if (definition?.type === 'ClassName') return followField(sourceCode, definition.node.body, key);
      if (definition?.type === 'TSEnumName') return followEnum(definition.node, key);
      const value = variable && getOnlyValue(variable);
      return value ? followObject(sourceCode, value, key, depth + 1) : 'unknown';
    }
    case 'ThisExpression': {
      const owner = findAncestor(expression, (node) => node.type === 'ClassBody');
      return owner ? followField(sourceCode, owner, key) : 'unknown';
    }
    case 'MemberExpression': {
      const name = getKeyName(expression);
      const object =
        name === undefined ? 'unknown' : followObject(sourceCode, expression.object, name, depth + 1);
      return typeof object === 'string' ? 'unknown' : followObject(sourceCode, object, key, depth + 1);
    }
    // `...(isLocal && { endpoint })`
    case 'LogicalExpression':
    case 'ConditionalExpression': {
      const branches =
        expression.type === 'ConditionalExpression'
          ? [expression.consequent, expression.alternate]
          : [expression.right, ...(expression.operator === '&&' ? [] : [expression.left])];
      const isAbsent = branches.every(
        (branch) => followObject(sourceCode, branch, key, depth + 1) === 'absent',
      );
      return isAbsent ? 'absent' : 'unknown';
    }
    case 'CallExpression': {
      const [argument] = expression.arguments;
      const isFrozen =
        expression.callee.type === 'MemberExpression' && getKeyName(expression.callee) === 'freeze';
      return isFrozen && argument ? followObject(sourceCode, argument, key, depth + 1) : 'unknown';
    }
    default:
      return 'unknown';
  }
}

/** The value that a field always has; unknown when the class assigns another to it. */
function followField(sourceCode: SourceCode, body: TSESTree.ClassBody, key: string): Node | 'unknown' {
  const field = body.body.find(
    (member) => member.type === 'PropertyDefinition' && getKeyName(member) === key,
  );
  if (field?.type !== 'PropertyDefinition' || !field.value) return 'unknown';
  return findAssignedMembers(body, sourceCode).has(key) ? 'unknown' : field.value;
}

/** The names of what a class assigns to: `this.name = …`, `x.name ??= …`. */
const findAssignedMembers = remember((body: TSESTree.ClassBody, { text }: SourceCode) => {
  const assignments = text.slice(...body.range).matchAll(/\.#?([\w$]+)\s*(?:\?\?|\|\||&&)?=(?![=>])/g);
  return new Set([...assignments].map(([, name]) => name));
});

function followEnum(declaration: TSESTree.TSEnumDeclaration, key: string): Node | 'unknown' {
  // Not every parser has a body here.
  const members = (declaration.body as TSESTree.TSEnumBody | undefined)?.members;
  const member = members?.find(({ id }) => (id.type === 'Identifier' ? id.name : id.value) === key);
  return member?.initializer ?? 'unknown';
}
