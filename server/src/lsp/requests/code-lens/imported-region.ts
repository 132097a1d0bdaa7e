import type { ClientSite } from 'eslint-plugin-multi-region/facts';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { LintedFile } from '../../../lint/linted-file.ts';

/**
 * Which value of another module is a client's region, where its options say so: `regions.primary`.
 *
 * @returns as the file writes it; undefined for regions from elsewhere
 */
export function findImportedRegion(
  { node }: Pick<ClientSite, 'node'>,
  sourceCode: LintedFile['sourceCode'],
): string | undefined {
  const options = node.arguments.find((argument) => argument.type === 'ObjectExpression');
  const region = options?.properties.find(isRegion)?.value;
  if (!region) return undefined;
  let root: TSESTree.Node = region;
  while (root.type === 'MemberExpression') root = root.object;
  if (root.type !== 'Identifier') return undefined;
  const definition = findVariable(sourceCode, root)?.defs[0];
  return definition && isImport(definition) ? sourceCode.getText(region) : undefined;
}

function isRegion(property: TSESTree.ObjectLiteralElement): property is TSESTree.Property {
  if (property.type !== 'Property' || property.computed) return false;
  return property.key.type === 'Identifier'
    ? property.key.name === 'region'
    : property.key.value === 'region';
}

function findVariable(
  sourceCode: LintedFile['sourceCode'],
  identifier: TSESTree.Identifier,
): TSESLint.Scope.Variable | undefined {
  for (let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(identifier); scope; scope = scope.upper) {
    const variable = scope.set.get(identifier.name);
    if (variable) return variable;
  }
  return undefined;
}

/** `import { regions } from './config'`, `const { regions } = require('./config')` */
function isImport({ type, node }: TSESLint.Scope.Definition): boolean {
  if (type === 'ImportBinding') return true;
  if (node.type !== 'VariableDeclarator' || node.init?.type !== 'CallExpression') return false;
  const { callee } = node.init;
  return callee.type === 'Identifier' && callee.name === 'require';
}
