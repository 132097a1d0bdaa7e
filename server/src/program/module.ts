import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** A parsed file of the program. */
export interface ProgramModule {
  /** Relative to the folder of the program, with `/`. */
  path: string;
  text: string;
  ast: TSESTree.Program;
  scopeManager: { scopes: readonly TSESLint.Scope.Scope[] };
  /** What is written on the first line before the code of the file: `export default ` before JSON. */
  shift: number;
}

/** The names of a module. */
export interface ModuleNames {
  /** The variable that an identifier reads or writes; undefined for globals. */
  findVariable: (identifier: TSESTree.Node) => TSESLint.Scope.Variable | undefined;
  /** A variable of the module itself, by name. */
  getVariable: (name: string) => TSESLint.Scope.Variable | undefined;
  /** What it exports, by name. */
  exports: ReadonlyMap<string, ExportTarget>;
  /** The specifiers of `export * from`. */
  stars: readonly string[];
  /** `module.exports = …`; undefined for modules that do not have it. */
  whole: TSESTree.Node | undefined;
}

/** What a name of a module stands for. */
export type ExportTarget =
  | { kind: 'node'; node: TSESTree.Node }
  | { kind: 'name'; name: string }
  /** `name` is `*` for all of the module. */
  | { kind: 'import'; from: string; name: string };

const known = new WeakMap<ProgramModule, ModuleNames>();

/** The names of a module; worked out once. */
export function namesOf(module: ProgramModule): ModuleNames {
  let names = known.get(module);
  if (!names) known.set(module, (names = readNames(module)));
  return names;
}

function readNames({ ast, scopeManager }: ProgramModule): ModuleNames {
  const variables = new Map<TSESTree.Node, TSESLint.Scope.Variable>();
  const own = new Map<string, TSESLint.Scope.Variable>();
  for (const scope of scopeManager.scopes) {
    for (const { identifier, resolved } of scope.references) {
      if (resolved) variables.set(identifier, resolved);
    }
    if (scope.type === 'module' || scope.type === 'global') {
      for (const variable of scope.variables) if (variable.defs.length > 0) own.set(variable.name, variable);
    }
  }
  const exported = new Map<string, ExportTarget>();
  const stars: string[] = [];
  let whole: TSESTree.Node | undefined;

  for (const statement of ast.body) {
    switch (statement.type) {
      case 'ExportNamedDeclaration':
        readNamed(statement);
        break;
      case 'ExportDefaultDeclaration':
        exported.set('default', { kind: 'node', node: statement.declaration });
        break;
      case 'ExportAllDeclaration':
        if (statement.exportKind === 'type') break;
        if (statement.exported) {
          exported.set(nameOf(statement.exported), {
            kind: 'import',
            from: statement.source.value,
            name: '*',
          });
        } else stars.push(statement.source.value);
        break;
      case 'TSExportAssignment':
        whole = statement.expression;
        break;
      case 'ExpressionStatement':
        readAssignment(statement.expression);
        break;
      default:
    }
  }
  return {
    findVariable: (identifier) => variables.get(identifier),
    getVariable: (name) => own.get(name),
    exports: exported,
    stars,
    whole,
  };

  function readNamed({ declaration, specifiers, source, exportKind }: TSESTree.ExportNamedDeclaration): void {
    if (exportKind === 'type') return;
    if (declaration?.type === 'VariableDeclaration') {
      for (const { id } of declaration.declarations) for (const name of namesIn(id)) add(name);
    } else if (declaration && 'id' in declaration && declaration.id?.type === 'Identifier') {
      add(declaration.id.name);
    }
    for (const { local, exported: alias } of specifiers) {
      const target: ExportTarget = source
        ? { kind: 'import', from: source.value, name: nameOf(local) }
        : { kind: 'name', name: nameOf(local) };
      exported.set(nameOf(alias), target);
    }
  }

  function add(name: string): void {
    exported.set(name, { kind: 'name', name });
  }

  /** `module.exports = …`, `exports.name = …`, `module.exports.name = …` */
  function readAssignment(expression: TSESTree.Expression): void {
    if (expression.type !== 'AssignmentExpression' || expression.left.type !== 'MemberExpression') return;
    const { left, right } = expression;
    if (isExports(left)) {
      whole = right.type === 'AssignmentExpression' ? right.right : right;
      return;
    }
    if (isExports(left.object) && !left.computed && left.property.type === 'Identifier') {
      exported.set(left.property.name, { kind: 'node', node: right });
    }
  }
}

function isExports(node: TSESTree.Node): boolean {
  if (node.type === 'Identifier') return node.name === 'exports';
  return (
    node.type === 'MemberExpression' &&
    !node.computed &&
    node.object.type === 'Identifier' &&
    node.object.name === 'module' &&
    node.property.type === 'Identifier' &&
    node.property.name === 'exports'
  );
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

/** The names that a pattern binds. */
function namesIn(pattern: TSESTree.Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) =>
        namesIn(each.type === 'Property' ? each.value : each.argument),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((each) => (each ? namesIn(each) : []));
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'RestElement':
      return namesIn(pattern.argument);
    default:
      return [];
  }
}
