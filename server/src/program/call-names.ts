import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from 'eslint-plugin-multi-region/ecmascript';
import { namesOf, type ProgramModule } from './module.ts';
import { keyOf } from './syntax.ts';
import type { FunctionNode } from './value.ts';

type Node = TSESTree.Node;

/** What a function is called by, and so what stands in the text of each file that calls it. */
export interface CallNames {
  names: ReadonlySet<string>;
  /** Whether it is what its module exports as a whole or by default: importers call that as they like. */
  isDefault: boolean;
}

/** The names of a function or, for a constructor, of its class, and what else the module calls it. */
export function findCallNames(owner: FunctionNode, module: ProgramModule): CallNames {
  const { exports, whole } = namesOf(module);
  const exported = exports.get('default');
  const wholes = [whole, exported?.kind === 'node' ? exported.node : undefined].filter(
    (each) => each !== undefined,
  );
  const names = new Set<string>();
  let isDefault = false;
  for (const node of listAbove(owner)) {
    isDefault ||= wholes.includes(node);
    const name = nameOf(node);
    if (name === undefined || name === 'constructor') continue;
    names.add(name);
    break;
  }
  const isNamed = (node: Node | null) => node?.type === 'Identifier' && names.has(node.name);
  for (const statement of module.ast.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations) {
      if (id.type === 'Identifier' && isNamed(init)) names.add(id.name);
    }
  }
  for (const [name, target] of exports) {
    const isOwn =
      target.kind === 'node' ? isNamed(target.node) : target.kind === 'name' && names.has(target.name);
    if (!isOwn) continue;
    if (name === 'default') isDefault = true;
    else names.add(name);
  }
  for (const each of wholes) {
    isDefault ||= isNamed(each);
    if (each.type !== 'ObjectExpression') continue;
    for (const property of each.properties) {
      const name = property.type === 'Property' && isNamed(property.value) ? keyOf(property) : undefined;
      if (name !== undefined) names.add(name);
    }
  }
  return { names, isDefault };
}

/** A node and those around it, from the inside. */
function* listAbove(node: Node): Generator<Node> {
  yield node;
  if (node.parent) yield* listAbove(node.parent);
}

function nameOf(node: Node): string | undefined {
  switch (node.type) {
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return node.id?.name;
    case 'VariableDeclarator':
      return node.id.type === 'Identifier' ? node.id.name : undefined;
    case 'AssignmentExpression':
      return node.left.type === 'MemberExpression'
        ? nameUnlessExports(node.left)
        : node.left.type === 'Identifier'
          ? node.left.name
          : undefined;
    case 'MethodDefinition':
    case 'Property':
    case 'PropertyDefinition':
      return keyOf(node);
    default:
      return undefined;
  }
}

/** `module.exports = …` gives no name. */
function nameUnlessExports(node: TSESTree.MemberExpression): string | undefined {
  const name = keyOf(node);
  return name === 'exports' ? undefined : name;
}

/**
 * Adds what a file that passes it on calls it: `export { make as makeClient } from`.
 *
 * @param text of the file
 */
export function addAliases(known: CallNames, text: string): CallNames {
  const sought = [...known.names, ...(known.isDefault ? ['default'] : [])];
  if (sought.length === 0) return known;
  const found = [
    ...text.matchAll(new RegExp(String.raw`(?<![\w$])(?:${alternatives(sought)})\s+as\s+([\w$]+)`, 'gu')),
  ];
  const others = found.flatMap(([, name]) => name ?? []);
  return {
    names: new Set([...known.names, ...others.filter((name) => name !== 'default')]),
    isDefault: known.isDefault || others.includes('default'),
  };
}

/** Whether a text may hold a call of it. */
export function mayCall(text: string, { names, isDefault }: CallNames): boolean {
  if (isDefault) return true;
  const inside = [...names].filter((name) => text.includes(name));
  return (
    inside.length > 0 &&
    new RegExp(String.raw`(?<![\w$])(?:${alternatives(inside)})(?![\w$])`, 'u').test(text)
  );
}

function alternatives(names: readonly string[]): string {
  return names.map((name) => name.replaceAll(/[$()*+./?[\\\]^{|}]/gu, String.raw`\$&`)).join('|');
}

/**
 * Whether a call may be one of it, by its names alone.
 *
 * @param callee what is called, in `module`
 */
export function isCalledBy(callee: Node, { names, isDefault }: CallNames, module: ProgramModule): boolean {
  if (callee.type === 'MemberExpression') {
    const key = keyOf(callee);
    if (key === undefined || names.has(key)) return true;
  }
  let root = callee;
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  if (root.type !== 'Identifier') return false;
  if (callee === root && names.has(root.name)) return true;
  const declaration: Node | undefined = namesOf(module).findVariable(root)?.defs[0]?.node;
  switch (declaration?.type) {
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'TSImportEqualsDeclaration':
      return isDefault;
    case 'ImportSpecifier':
    case 'VariableDeclarator': {
      const text = module.text.slice(...declaration.range);
      return mayCall(text, { names, isDefault: isDefault && /\b(?:default|require|import)\b/u.test(text) });
    }
    default:
      return false;
  }
}
