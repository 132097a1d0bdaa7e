import type { TextEdit } from 'eslint-plugin-multi-region/facts';
import { addImport, type AddedImport } from 'eslint-plugin-multi-region/edits';
import type { ConfigEntry, ConfigTarget } from '../../region-module/config-target.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { ProjectContext } from '../../project/project-context.ts';
import { getImportSpecifier } from '../../project/import-specifier.ts';
import { getModuleStyle } from '../../project/module-style.ts';
import type { Node } from '../source/nodes.ts';

/** Imports what the expressions of entries begin with. */
export interface ConfigImporter {
  /** How the file calls an entry. */
  toLocal(entry: ConfigEntry): string;
  /** The imports that were needed for it. */
  getEdits(): TextEdit[];
}

/** @param target what the file takes its entries from */
export function createConfigImporter(
  file: LintedFile,
  target: ConfigTarget,
  context: ProjectContext,
): ConfigImporter {
  const imports = new Map<string, AddedImport>();
  return {
    toLocal({ expression, exportName = target.exportName }) {
      if (exportName === '' || !expression.startsWith(exportName)) return expression;
      const added = imports.get(exportName) ?? importConfig(file, { ...target, exportName }, context);
      imports.set(exportName, added);
      return added.localName + expression.slice(exportName.length);
    },
    getEdits: () => [...imports.values()].flatMap(({ edits }) => edits),
  };
}

/**
 * The edits that import the config module into a file.
 *
 * @param target with an `exportName`
 */
export function importConfig(file: LintedFile, target: ConfigTarget, context: ProjectContext): AddedImport {
  const { path, sourceCode } = file;
  const style = getModuleStyle(path, sourceCode, context);
  const from =
    target.specifier ?? getImportSpecifier({ path, text: sourceCode.text, style }, target.path, context);
  const wanted = { name: target.exportName, from, style };
  return target.exportKind === 'default' ? addDefaultImport(file, wanted) : addImport(sourceCode, wanted);
}

/** `import regions from '…'`, `const regions = require('…')`. */
function addDefaultImport(
  { sourceCode }: LintedFile,
  wanted: { name: string; from: string; style: 'cjs' | 'esm' },
): AddedImport {
  const localName = findDefault(sourceCode.ast.body, wanted.from);
  if (localName !== undefined) return { edits: [], localName };
  // As if nothing were imported from there: what is in braces cannot take a default.
  const mark = '\0';
  const added = addImport(sourceCode, { ...wanted, from: wanted.from + mark });
  const braces = /\{ ?[\w$]+(?:(?: as|:) [\w$]+)? ?\}/u;
  const toDefault = ({ range, text }: TextEdit): TextEdit => ({
    range,
    text: text.replace(mark, '').replace(braces, added.localName),
  });
  return { ...added, edits: added.edits.map(toDefault) };
}

/** What a file calls the default export of a module. */
function findDefault(body: readonly Node[], from: string): string | undefined {
  for (const node of body) {
    if (node.type === 'ImportDeclaration' && node.source.value === from && node.importKind !== 'type') {
      const specifier = node.specifiers.find(({ type }) => type === 'ImportDefaultSpecifier');
      if (specifier) return specifier.local.name;
    }
    if (node.type !== 'VariableDeclaration') continue;
    for (const { id, init } of node.declarations) {
      const [source] = init?.type === 'CallExpression' ? init.arguments : [];
      const isRequire =
        init?.type === 'CallExpression' &&
        init.callee.type === 'Identifier' &&
        init.callee.name === 'require';
      if (isRequire && source?.type === 'Literal' && source.value === from && id.type === 'Identifier') {
        return id.name;
      }
    }
  }
  return undefined;
}
