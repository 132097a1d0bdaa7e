import type { Node, Program, Statement } from 'oxc-parser';

/** The npm package of the rules. */
export const pluginPackage = 'eslint-plugin-multi-region';

/** How a file names the plugin. */
export interface PluginImport {
  local: string;
  statement: Statement;
}

/** Finds the import (or `require`) of the plugin, and the name that it gives to it. */
export function findPlugin({ body }: Program): PluginImport | undefined {
  for (const statement of body) {
    const local = localName(statement);
    if (local !== undefined) return { local, statement };
  }
  return undefined;
}

function localName(statement: Statement): string | undefined {
  if (statement.type === 'ImportDeclaration' && statement.source.value === pluginPackage) {
    return statement.specifiers.find(isDefaultImport)?.local.name;
  }
  if (statement.type !== 'VariableDeclaration') return undefined;
  const declaration = statement.declarations.find(({ init }) => init !== null && mentionsPlugin(init));
  const id = declaration?.id;
  if (id?.type === 'Identifier') return id.name;
  if (id?.type !== 'ObjectPattern') return undefined;
  for (const property of id.properties) {
    if (property.type === 'Property' && property.value.type === 'Identifier') return property.value.name;
  }
  return undefined;
}

function isDefaultImport(specifier: { type: string; imported?: unknown }): boolean {
  if (specifier.type !== 'ImportSpecifier') return true;
  const { imported } = specifier;
  return (
    typeof imported === 'object' && imported !== null && 'name' in imported && imported.name === 'default'
  );
}

/** Whether the name of the plugin's package stands anywhere in a piece of code. */
export function mentionsPlugin(node: Node): boolean {
  let isFound = false;
  walk(node, (each) => {
    if (each.type === 'Literal' && each.value === pluginPackage) isFound = true;
  });
  return isFound;
}

/** A name for the plugin that the file does not use for anything else. */
export function freeName(program: Program): string {
  const names = ['multiRegion', 'multiRegionPlugin', 'eslintPluginMultiRegion'];
  return names.find((name) => !hasIdentifier(program, name)) ?? 'multiRegionRules';
}

/** Whether a name stands anywhere in a file, but for one statement of it. */
export function hasIdentifier({ body }: Program, name: string, except?: Statement): boolean {
  let isFound = false;
  for (const statement of body) {
    if (statement === except) continue;
    walk(statement, (node) => {
      if (node.type === 'Identifier' && node.name === name) isFound = true;
    });
  }
  return isFound;
}

function walk(root: Node, enter: (node: Node) => void): void {
  const stack: object[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('type' in node) enter(node as Node);
    for (const child of Object.values(node) as unknown[]) {
      if (typeof child === 'object' && child !== null) stack.push(child);
    }
  }
}
