import type { SourceCode } from '../ast.ts';

/**
 * Whether a file uses a name for something, in whichever scope, so that a new import of that name would hide it or
 * be hidden.
 *
 * @param allowed how many variables may have the name
 */
export function isNameTaken({ scopeManager, ast }: SourceCode, name: string, allowed = 0): boolean {
  let count = 0;
  for (const scope of scopeManager?.scopes ?? []) {
    // A class has its name twice: outside, and inside for itself.
    const isOwnName = scope.type === 'class' && scope.block.type === 'ClassDeclaration';
    if (!isOwnName && (scope.set.get(name)?.defs.length ?? 0) > 0) count++;
  }
  const isGlobal = scopeManager?.acquire(ast)?.through.some(({ identifier }) => identifier.name === name);
  return count > allowed || (isGlobal === true && allowed === 0);
}
