import type { Argument, Expression, Program } from 'oxc-parser';
import type { List, Span } from '../parse/text-edit.ts';

/** The value of a config, and how the file hands it over. */
export interface Exported {
  value: Expression;
  isCommonJs: boolean;
}

/** A place for another config: a list with brackets, or one object that is no list yet. */
export type ConfigList = ({ kind: 'items' } & List) | ({ kind: 'object' } & Span);

/** The functions that take configs and lists of configs as arguments, with the packages that have them. */
const factories = new Map([
  ['defineConfig', ['eslint/config', '@eslint/config-helpers']],
  ['config', ['typescript-eslint']],
]);

/** Finds what a config file exports: `export default`, `module.exports =` or TypeScript's `export =`. */
export function findExport({ body }: Program): Exported | undefined {
  for (const statement of body) {
    if (statement.type === 'ExportDefaultDeclaration') {
      const { declaration } = statement;
      const isValue = !declaration.type.endsWith('Declaration') && declaration.type !== 'TSDeclareFunction';
      return isValue ? { value: declaration as Expression, isCommonJs: false } : undefined;
    }
    if (statement.type === 'TSExportAssignment') {
      const isCommonJs = !body.some(({ type }) => type === 'ImportDeclaration');
      return { value: statement.expression, isCommonJs };
    }
    if (statement.type !== 'ExpressionStatement') continue;
    const { expression } = statement;
    if (expression.type === 'AssignmentExpression' && isModuleExports(expression.left)) {
      return { value: expression.right, isCommonJs: true };
    }
  }
  return undefined;
}

function isModuleExports(target: { type: string }): boolean {
  if (target.type !== 'MemberExpression') return false;
  const { object, property } = target as unknown as Record<
    'object' | 'property',
    { type: string; name?: string }
  >;
  return object.name === 'module' && property.name === 'exports';
}

/**
 * Finds the list in what a config file exports, through constants and TypeScript's casts.
 *
 * @returns undefined for anything else: a function of somebody's, a condition, a promise
 */
export function findList(value: Expression, program: Program): ConfigList | undefined {
  if (value.type !== 'Identifier') return readList(value, program);
  const init = findConstant(value.name, program);
  return init && readList(init, program);
}

function readList(value: Expression, program: Program): ConfigList | undefined {
  switch (value.type) {
    case 'ArrayExpression': {
      // A hole or nothing: `[a, , ]`.
      if (value.elements.includes(null)) return undefined;
      return { kind: 'items', last: value.elements.at(-1) ?? undefined, close: value.end - 1 };
    }
    case 'ObjectExpression':
      return { kind: 'object', start: value.start, end: value.end };
    case 'CallExpression': {
      if (!isFactory(value.callee, program)) return undefined;
      const [only] = value.arguments;
      if (only && value.arguments.length === 1) {
        const inner = isExpression(only) ? readList(only, program) : undefined;
        if (inner?.kind === 'items') return inner;
      }
      return { kind: 'items', last: value.arguments.at(-1), close: value.end - 1 };
    }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return readList(value.expression, program);
    default:
      return undefined;
  }
}

function isExpression(argument: Argument): argument is Expression {
  return argument.type !== 'SpreadElement';
}

/** Whether a callee is `defineConfig`, `tseslint.config` or the like, by what it is imported from. */
function isFactory(callee: Expression, program: Program): boolean {
  if (callee.type === 'Identifier') {
    const origin = findOrigin(callee.name, program);
    return origin?.name !== undefined && factories.get(origin.name)?.includes(origin.source) === true;
  }
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  const { property } = callee;
  if (property.type !== 'Identifier' || callee.computed) return false;
  const origin = findOrigin(callee.object.name, program);
  return origin !== undefined && factories.get(property.name)?.includes(origin.source) === true;
}

interface Origin {
  source: string;
  /** the export that a name stands for; undefined for the module itself, or its default */
  name: string | undefined;
}

function findOrigin(local: string, { body }: Program): Origin | undefined {
  for (const statement of body) {
    if (statement.type === 'ImportDeclaration') {
      const specifier = statement.specifiers.find((each) => each.local.name === local);
      if (!specifier) continue;
      const imported = specifier.type === 'ImportSpecifier' ? specifier.imported : undefined;
      const name = imported?.type === 'Identifier' ? imported.name : undefined;
      return { source: statement.source.value, name };
    }
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      const source = init && readRequire(init);
      if (source === undefined || source === null) continue;
      if (id.type === 'Identifier' && id.name === local) return { source, name: undefined };
      if (id.type !== 'ObjectPattern') continue;
      for (const property of id.properties) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
        if (property.value.type === 'Identifier' && property.value.name === local) {
          return { source, name: property.key.name };
        }
      }
    }
  }
  return undefined;
}

function readRequire(value: Expression): string | undefined {
  if (value.type !== 'CallExpression' || value.callee.type !== 'Identifier') return undefined;
  const [argument] = value.arguments;
  if (value.callee.name !== 'require' || argument?.type !== 'Literal') return undefined;
  return typeof argument.value === 'string' ? argument.value : undefined;
}

/** The value of a `const` of the file's top level. */
function findConstant(name: string, { body }: Program): Expression | undefined {
  for (const statement of body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') continue;
    const found = declaration.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name);
    if (found) return found.init ?? undefined;
  }
  return undefined;
}
