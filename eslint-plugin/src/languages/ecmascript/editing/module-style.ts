import type { SourceCode } from '../ast.ts';

/** Whether a file names other modules by `import` or by `require`, as far as the file itself tells. */
export function getModuleStyle({ ast, text }: SourceCode): 'cjs' | 'esm' {
  const isModule = ast.body.some(({ type }) => /^(?:Import|Export|TSImportEquals|TSExport)/.test(type));
  if (isModule || /\bimport\.meta\b/.test(text)) return 'esm';
  const isCommonJs = /\brequire\(|\bmodule\.exports\b|\bexports\.\w/.test(text);
  // ESLint takes any `.js` for a module, unless it is told otherwise.
  return isCommonJs || ast.sourceType === 'script' ? 'cjs' : 'esm';
}

/** Whether a file exports a name, so that it need not import it. */
export function exportsName({ ast, text }: SourceCode, name: string): boolean {
  return (
    ast.body.some((node) => {
      if (node.type !== 'ExportNamedDeclaration') return false;
      const { declaration, specifiers } = node;
      if (declaration?.type === 'VariableDeclaration')
        return declaration.declarations.some(({ id }) => id.type === 'Identifier' && id.name === name);
      if (declaration && 'id' in declaration)
        return declaration.id?.type === 'Identifier' && declaration.id.name === name;
      return specifiers.some(({ exported }) => exported.type === 'Identifier' && exported.name === name);
    }) || new RegExp(`\\bexports\\.${name}\\s*=|\\bexports\\s*=\\s*\\{[^}]*\\b${name}\\b`).test(text)
  );
}
