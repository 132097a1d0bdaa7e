import type { Program } from 'oxc-parser';

/** What matters of a module for the question who reaches what. */
export interface ModuleFacts {
  /** What it imports when it runs; imports of types are not in it. */
  imports: Set<string>;
  /** The names that it exports, without those that `export *` passes on. */
  exports: Set<string>;
  /** Whether it starts a server. */
  listens: boolean;
}

/**
 * Reads a parsed module.
 *
 * @param program oxc's AST, TypeScript-flavoured
 */
export function readModule(program: Program): ModuleFacts {
  const imports = new Set<string>();
  const exported = new Set<string>();
  let listens = false;

  for (const statement of program.body as unknown as AnyNode[]) readStatement(statement);
  walk(program as unknown as AnyNode, readNode);
  return { imports, exports: exported, listens };

  function readStatement(node: AnyNode): void {
    switch (node.type) {
      case 'ImportDeclaration':
        if (!isTypeOnly(node, node.importKind)) addImport(node.source);
        break;
      case 'ExportAllDeclaration':
        if (node.exportKind !== 'type') addImport(node.source);
        break;
      case 'ExportNamedDeclaration':
        if (isTypeOnly(node, node.exportKind)) break;
        addImport(node.source);
        for (const { exported: name } of asNodes(node.specifiers)) addName(name);
        for (const { id } of asNodes(asNode(node.declaration)?.declarations)) addName(id);
        addName(asNode(node.declaration)?.id);
        break;
      case 'TSImportEqualsDeclaration':
        if (node.importKind !== 'type') addImport(asNode(node.moduleReference)?.expression);
        break;
    }
  }

  function readNode(node: AnyNode): void {
    switch (node.type) {
      case 'ImportExpression':
        addImport(node.source);
        break;
      case 'CallExpression':
        if (isNamed(node.callee, 'require')) addImport(asNodes(node.arguments)[0]);
        if (isServerCall(asNode(node.callee))) listens = true;
        break;
      case 'AssignmentExpression':
        addCommonJsExports(asNode(node.left), asNode(node.right));
        break;
    }
  }

  function addImport(source: unknown): void {
    const text = textOf(asNode(source));
    if (text !== undefined) imports.add(text);
  }

  function addName(node: unknown): void {
    const named = asNode(node);
    if (typeof named?.name === 'string') exported.add(named.name);
    else if (typeof named?.value === 'string') exported.add(named.value);
  }

  /** `exports.handler = …`, `module.exports.handler = …`, `module.exports = { handler }`. */
  function addCommonJsExports(left: AnyNode | undefined, right: AnyNode | undefined): void {
    if (left?.type !== 'MemberExpression') return;
    if (isExports(asNode(left.object))) addName(left.property);
    if (isExports(left)) for (const { key } of asNodes(right?.properties)) addName(key);
  }
}

/** Whether AWS Lambda can call a module under the usual name of its function. */
export function exportsHandler({ exports }: ModuleFacts): boolean {
  // Commands of yargs export a `handler` as well.
  return exports.has('handler') && !exports.has('command') && !exports.has('builder');
}

/** A node whose kind is looked at before its fields are. */
interface AnyNode {
  type: string;
  [field: string]: unknown;
}

function asNode(value: unknown): AnyNode | undefined {
  return typeof value === 'object' && value !== null && 'type' in value ? (value as AnyNode) : undefined;
}

function asNodes(value: unknown): AnyNode[] {
  return Array.isArray(value) ? value.flatMap((item) => asNode(item) ?? []) : [];
}

/** `import type …`, `export type …`, or braces with nothing but types in them. */
function isTypeOnly({ specifiers }: AnyNode, kind: unknown): boolean {
  if (kind === 'type') return true;
  const names = asNodes(specifiers);
  return (
    names.length > 0 && names.every(({ importKind, exportKind }) => (importKind ?? exportKind) === 'type')
  );
}

function textOf(node: AnyNode | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type !== 'TemplateLiteral' || asNodes(node.expressions).length > 0) return undefined;
  const [quasi] = asNodes(node.quasis);
  return (quasi?.value as { cooked?: string } | undefined)?.cooked;
}

function isNamed(node: unknown, name: string): boolean {
  const identifier = asNode(node);
  return identifier?.type === 'Identifier' && identifier.name === name;
}

function isExports(node: AnyNode | undefined): boolean {
  if (isNamed(node, 'exports')) return true;
  return (
    node?.type === 'MemberExpression' && isNamed(node.object, 'module') && isNamed(node.property, 'exports')
  );
}

/** `app.listen(…)`, `serve({ fetch: … })`, `Bun.serve(…)`, `Deno.serve(…)`. */
function isServerCall(callee: AnyNode | undefined): boolean {
  if (isNamed(callee, 'serve')) return true;
  if (callee?.type !== 'MemberExpression') return false;
  if (isNamed(callee.property, 'listen')) return true;
  return (
    isNamed(callee.property, 'serve') && (isNamed(callee.object, 'Bun') || isNamed(callee.object, 'Deno'))
  );
}

function walk(root: AnyNode, enter: (node: AnyNode) => void): void {
  // A stack of its own: long chains of `a + b + …` nest deeper than calls may.
  const stack: AnyNode[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    enter(node);
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) {
        for (const item of value) push(item);
      } else {
        push(value);
      }
    }
  }

  function push(value: unknown): void {
    const child = asNode(value);
    if (child) stack.push(child);
  }
}
