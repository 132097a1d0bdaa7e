import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../ast.ts';
import { insertAt, type TextEdit } from '../../../facts/text-edit.ts';
import type { ImportStatement } from './import-statements.ts';
import type { WantedImport } from './wanted-import.ts';

/**
 * The edit that adds a name to an import or require of the same module.
 *
 * @param localName what the file is to call it
 * @returns undefined where the statement has no room for it: a namespace, a type, an import for its effect
 */
export function mergeImport(
  { text }: SourceCode,
  binding: ImportStatement['binding'],
  { kind, name }: WantedImport,
  localName: string,
): TextEdit | undefined {
  if (binding.kind === 'import')
    return kind === 'default'
      ? mergeDefault(binding.node, localName)
      : mergeNamed(text, binding.node, specify(name, localName, ' as '));
  if (binding.kind !== 'require' || kind === 'default') return undefined;
  return binding.member === undefined && binding.id.type === 'ObjectPattern'
    ? mergePattern(text, binding.id, specify(name, localName, ': '))
    : undefined;
}

/** `regions`, or `regions as cloudRegions`. */
export function specify(name: string, localName: string, as: ' as ' | ': '): string {
  return name === localName ? name : `${name}${as}${localName}`;
}

function mergeDefault(
  { importKind, range, specifiers }: TSESTree.ImportDeclaration,
  localName: string,
): TextEdit | undefined {
  const isOpen = specifiers.length > 0 && specifiers.every(({ type }) => type === 'ImportSpecifier');
  return isOpen && importKind !== 'type' ? insertAt(range[0] + 'import'.length, ` ${localName},`) : undefined;
}

function mergeNamed(
  text: string,
  { importKind, range, source, specifiers }: TSESTree.ImportDeclaration,
  added: string,
): TextEdit | undefined {
  if (importKind === 'type' || specifiers.some(({ type }) => type === 'ImportNamespaceSpecifier'))
    return undefined;
  const last = specifiers.at(-1);
  if (last?.type === 'ImportSpecifier') return append(text, last.range, added);
  const open = text.indexOf('{', last?.range[1] ?? range[0]);
  if (open > 0 && open < source.range[0]) return insertAt(open + 1, ` ${added} `);
  return last && insertAt(last.range[1], `, { ${added} }`);
}

function mergePattern(text: string, { properties, range }: TSESTree.ObjectPattern, added: string): TextEdit {
  const last = properties.at(-1);
  if (!last) return insertAt(range[0] + 1, ` ${added} `);
  return last.type === 'RestElement'
    ? insertAt(last.range[0], `${added}, `)
    : append(text, last.range, added);
}

/** Puts a name behind the last of a list, on a line of its own where the last has one. */
function append(text: string, [start, end]: readonly [number, number], added: string): TextEdit {
  const line = /\r?\n[ \t]*$/.exec(text.slice(0, start))?.[0];
  return insertAt(end, `,${line ?? ' '}${added}`);
}
