import type { SourceCode } from '../../lint/linted-file.ts';

/** What a file calls by the name of the wrapper: something imported, something else, or nothing. */
export function findBinding({ scopeManager }: SourceCode, name: string): 'free' | 'imported' | 'taken' {
  const definitions = (scopeManager?.scopes ?? []).flatMap((scope) => scope.set.get(name)?.defs ?? []);
  if (definitions.length === 0) return 'free';
  const isImported = definitions.every(({ type, node }) => {
    if (type === 'ImportBinding') return true;
    const init = node.type === 'VariableDeclarator' ? node.init : undefined;
    return (
      init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require'
    );
  });
  return isImported ? 'imported' : 'taken';
}
