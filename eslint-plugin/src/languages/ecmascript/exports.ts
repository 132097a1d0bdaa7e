import type { TSESTree } from '@typescript-eslint/utils';
import { getKeyName } from './ast.ts';
import type { Variable } from './variables.ts';

/** Whether an assignment's target is what the module hands out: `module.exports`, `exports.region`. */
export function isModuleExports(left: TSESTree.MemberExpression): boolean {
  const { object } = left;
  if (object.type === 'Identifier')
    return object.name === 'exports' || (object.name === 'module' && getKeyName(left) === 'exports');
  return (
    object.type === 'MemberExpression' &&
    object.object.type === 'Identifier' &&
    object.object.name === 'module' &&
    getKeyName(object) === 'exports'
  );
}

/** Whether a declaration itself says `export`; `export { name }` is a read of the name. */
export function isExported(variable: Variable): boolean {
  const declaration = variable.defs[0]?.node;
  const statement = declaration?.type === 'VariableDeclarator' ? declaration.parent : declaration;
  return (
    statement?.parent.type === 'ExportNamedDeclaration' ||
    statement?.parent.type === 'ExportDefaultDeclaration'
  );
}
