import type { TSESTree } from '@typescript-eslint/utils';
import { getKeyName } from '../ast.ts';
import type { ImportStatement } from './import-statements.ts';
import type { WantedImport } from './wanted-import.ts';

/**
 * What a statement calls an export of its module.
 *
 * @returns all names of it; `config.regions` where the whole module has a name; empty where only its type is imported
 */
export function findImportedNames(binding: ImportStatement['binding'], wanted: WantedImport): string[] {
  const isDefault = wanted.kind === 'default';
  switch (binding.kind) {
    case 'import':
      return findSpecifiers(binding.node, isDefault ? 'default' : wanted.name);
    case 'import-equals':
      return [isDefault ? binding.id.name : `${binding.id.name}.${wanted.name}`];
    case 'require':
      return isDefault ? findModuleName(binding) : findRequired(binding, wanted.name);
    case 'effect':
      return [];
  }
}

function findSpecifiers({ importKind, specifiers }: TSESTree.ImportDeclaration, exported: string): string[] {
  if (importKind === 'type') return [];
  return specifiers.flatMap((specifier) => {
    const { local } = specifier;
    if (specifier.type === 'ImportNamespaceSpecifier') return [`${local.name}.${exported}`];
    return getExportedName(specifier) === exported ? [local.name] : [];
  });
}

/** Undefined where only a type is imported. */
function getExportedName(
  specifier: TSESTree.ImportDefaultSpecifier | TSESTree.ImportSpecifier,
): string | undefined {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  const { imported, importKind } = specifier;
  if (importKind === 'type') return undefined;
  return imported.type === 'Identifier' ? imported.name : imported.value;
}

type RequireBinding = Extract<ImportStatement['binding'], { kind: 'require' }>;

/** `const regions = require('…')`. */
function findModuleName({ id, member }: RequireBinding): string[] {
  return id.type === 'Identifier' && member === undefined ? [id.name] : [];
}

function findRequired({ id, member }: RequireBinding, name: string): string[] {
  if (id.type === 'Identifier') {
    if (member === undefined) return [`${id.name}.${name}`];
    return member === name ? [id.name] : [];
  }
  if (id.type !== 'ObjectPattern' || member !== undefined) return [];
  return id.properties.flatMap((property) => {
    const isName = property.type === 'Property' && getKeyName(property) === name;
    return isName && property.value.type === 'Identifier' ? [property.value.name] : [];
  });
}
