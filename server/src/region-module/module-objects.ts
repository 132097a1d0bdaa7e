import type { Expression, ObjectExpression, Program, TSType } from 'oxc-parser';

/** An object that a module exports. */
export interface ExportedObject {
  object: ObjectExpression;
  /** The name it is exported by; undefined for the default export, and for what CommonJS exports as a whole. */
  exportName: string | undefined;
  /** Whether a type is written down for it that other keys would not fit. */
  isClosed: boolean;
}

/** What the top level of a module says, as far as a list of regions needs it. */
export interface ModuleObjects {
  objects: ExportedObject[];
  /** The constants, exported or not. */
  constants: ReadonlyMap<string, Expression>;
  /** How the module exports; undefined when it exports nothing that was understood. */
  module: 'esm' | 'cjs' | undefined;
}

interface Constant {
  value: Expression;
  isClosed: boolean;
}

/** Finds the object literals that a module exports, through constants, casts and `Object.freeze`. */
export function findExportedObjects({ body }: Program): ModuleObjects {
  const constants = new Map<string, Constant>();
  for (const statement of body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') continue;
    for (const { id, init } of declaration.declarations) {
      if (id.type !== 'Identifier' || !init) continue;
      const annotation = id.typeAnnotation?.typeAnnotation;
      constants.set(id.name, { value: init, isClosed: annotation ? !isOpenType(annotation) : false });
    }
  }

  const objects: ExportedObject[] = [];
  function add(value: Expression, exportName: string | undefined): void {
    const known = value.type === 'Identifier' ? constants.get(value.name) : undefined;
    const found = unwrap(known?.value ?? value);
    if (!found) return;
    objects.push({
      object: found.object,
      exportName,
      isClosed: found.isClosed || known?.isClosed === true,
    });
  }

  let module: ModuleObjects['module'];
  for (const statement of body) {
    switch (statement.type) {
      case 'ImportDeclaration':
        module ??= 'esm';
        break;
      case 'ExportAllDeclaration':
        module = 'esm';
        break;
      case 'ExportNamedDeclaration': {
        module = 'esm';
        const { declaration, specifiers, source } = statement;
        if (declaration?.type === 'VariableDeclaration') {
          for (const { id } of declaration.declarations)
            if (id.type === 'Identifier') add(id as Expression, id.name);
        }
        for (const { local, exported } of source ? [] : specifiers) {
          if (local.type !== 'Identifier' || exported.type !== 'Identifier') continue;
          add(local, exported.name === 'default' ? undefined : exported.name);
        }
        break;
      }
      case 'ExportDefaultDeclaration':
        module = 'esm';
        if (!statement.declaration.type.endsWith('Declaration'))
          add(statement.declaration as Expression, undefined);
        break;
      case 'ExpressionStatement': {
        const { expression } = statement;
        if (expression.type !== 'AssignmentExpression' || expression.left.type !== 'MemberExpression') break;
        const target = readExportsTarget(expression.left);
        if (!target) break;
        module ??= 'cjs';
        if (target.name !== undefined) add(expression.right, target.name);
        else addCommonJs(expression.right);
        break;
      }
      default:
    }
  }

  /** `module.exports = { regions }` exports `regions`; any other object is exported as a whole, too. */
  function addCommonJs(value: Expression): void {
    add(value, undefined);
    if (value.type !== 'ObjectExpression') return;
    for (const property of value.properties) {
      if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier') continue;
      add(property.value, property.key.name);
    }
  }

  return { objects, constants: new Map([...constants].map(([name, { value }]) => [name, value])), module };
}

/** `module.exports`, `exports.regions` and `module.exports.regions`, with the name that is exported. */
function readExportsTarget(target: Expression): { name: string | undefined } | undefined {
  if (target.type !== 'MemberExpression' || target.computed || target.property.type !== 'Identifier')
    return undefined;
  const { object, property } = target;
  if (object.type === 'Identifier') {
    if (object.name === 'module' && property.name === 'exports') return { name: undefined };
    return object.name === 'exports' ? { name: property.name } : undefined;
  }
  const outer = readExportsTarget(object);
  return outer && outer.name === undefined ? { name: property.name } : undefined;
}

/** The object in `{…} as const`, `{…} satisfies X` and `Object.freeze({…})`. */
export function unwrap(value: Expression): { object: ObjectExpression; isClosed: boolean } | undefined {
  switch (value.type) {
    case 'ObjectExpression':
      return { object: value, isClosed: false };
    case 'TSAsExpression':
    case 'TSSatisfiesExpression': {
      const inner = unwrap(value.expression);
      return inner && { object: inner.object, isClosed: inner.isClosed || !isOpenType(value.typeAnnotation) };
    }
    case 'CallExpression': {
      const [only] = value.arguments;
      const { callee } = value;
      const isFreeze =
        callee.type === 'MemberExpression' &&
        callee.object.type === 'Identifier' &&
        callee.object.name === 'Object' &&
        callee.property.type === 'Identifier' &&
        callee.property.name === 'freeze';
      return isFreeze && only && value.arguments.length === 1 && only.type !== 'SpreadElement'
        ? unwrap(only)
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether an object of this type may have more keys: `const`, `Record<string, …>`, `{ [name: string]: … }`. */
function isOpenType(type: TSType): boolean {
  if (type.type === 'TSTypeLiteral') return type.members.some((member) => member.type === 'TSIndexSignature');
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return false;
  const { name } = type.typeName;
  const [first] = type.typeArguments?.params ?? [];
  if (name === 'const') return true;
  if (name === 'Readonly') return first !== undefined && isOpenType(first);
  return name === 'Record' && first?.type === 'TSStringKeyword';
}
