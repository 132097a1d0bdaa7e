import type { SourceCode } from '../lint/linted-file.ts';
import type { ProjectContext } from './project-context.ts';
import { findProjectFile } from './project-files.ts';

/**
 * Whether a file imports with `import` or with `require`: as it does already, or else as its name or its package
 * says.
 */
export function getModuleStyle(
  path: string,
  { ast, text }: SourceCode,
  context: ProjectContext,
): 'esm' | 'cjs' {
  const isModule = ast.body.some(
    ({ type }) => /^(?:Import|Export\w+)Declaration$/u.test(type) || type === 'TSImportEqualsDeclaration',
  );
  if (isModule) return 'esm';
  if (/\.(?:mjs|[cm]?tsx?)$/u.test(path)) return path.endsWith('.cts') ? 'cjs' : 'esm';
  if (path.endsWith('.cjs') || /\brequire\s*\(|\bmodule\.exports\b|^exports\./mu.test(text)) return 'cjs';
  return findProjectFile(path, ['package.json'], context)?.content.type === 'module' ? 'esm' : 'cjs';
}
