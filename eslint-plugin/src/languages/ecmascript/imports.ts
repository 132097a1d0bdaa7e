import type { TSESTree } from '@typescript-eslint/utils';
import { getKeyName, getStaticString, isFunction, type Node, type SourceCode, unwrap } from './ast.ts';
import { findVariable, getOnlyValue } from './variables.ts';

/** What an expression takes from a module: `AWS.S3` is `{ module: 'aws-sdk', path: ['S3'] }`. */
export interface ImportedValue {
  module: string;
  /** The members from the module on; `default` and namespaces are left out. */
  path: readonly string[];
}

const maxDepth = 12;

/**
 * Follows an expression back to the module it comes from: through ES imports, `require`, `import()`,
 * TypeScript's `import x = require()`, members, destructuring and constants.
 *
 * @returns undefined where the value is made in this file or cannot be followed
 */
export function resolveImport(sourceCode: SourceCode, node: Node, depth = 0): ImportedValue | undefined {
  if (depth > maxDepth) return undefined;
  const expression = unwrap(node);
  switch (expression.type) {
    case 'Identifier':
      return resolveIdentifier(sourceCode, expression, depth);
    case 'MemberExpression': {
      const object = resolveImport(sourceCode, expression.object, depth + 1);
      const key = getKeyName(expression);
      return object && key !== undefined ? addMember(object, key) : undefined;
    }
    case 'ImportExpression':
      return fromModule(getStaticString(expression.source));
    case 'CallExpression': {
      const required = getRequiredModule(expression);
      if (required !== undefined) return fromModule(required);
      return (
        resolveTracedSdk(sourceCode, expression, depth) ?? resolveFirebaseApp(sourceCode, expression, depth)
      );
    }
    default:
      return undefined;
  }
}

/** The module that a call of `require` names. */
export function getRequiredModule(node: TSESTree.CallExpression): string | undefined {
  const { callee } = node;
  return callee.type === 'Identifier' && callee.name === 'require'
    ? getStaticString(node.arguments[0])
    : undefined;
}

function resolveIdentifier(
  sourceCode: SourceCode,
  identifier: TSESTree.Identifier,
  depth: number,
): ImportedValue | undefined {
  const variable = findVariable(sourceCode, identifier);
  const definition = variable?.defs[0];
  if (!variable || !definition) return undefined;
  if (definition.type === 'ImportBinding') return resolveImportBinding(sourceCode, definition.node, depth);
  if (definition.type === 'Parameter')
    return resolveParameter(sourceCode, definition.node, identifier, depth);
  if (definition.type !== 'Variable') return undefined;
  const value = getOnlyValue(variable);
  if (value) return resolveImport(sourceCode, value, depth + 1);
  const { id, init } = definition.node;
  if (id.type !== 'ObjectPattern' || !init) return undefined;
  const path = findPatternPath(id, identifier.name);
  const source = path && resolveImport(sourceCode, init, depth + 1);
  return source && path.reduce(addMember, source);
}

/** `import('…').then((sdk) => …)`, `.then(({ S3Client }) => …)`. */
function resolveParameter(
  sourceCode: SourceCode,
  owner: Node,
  { name }: TSESTree.Identifier,
  depth: number,
): ImportedValue | undefined {
  const call = owner.parent;
  if (!isFunction(owner) || call?.type !== 'CallExpression' || call.arguments[0] !== owner) return undefined;
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || getKeyName(callee) !== 'then') return undefined;
  const source = resolveImport(sourceCode, callee.object, depth + 1);
  const [pattern] = owner.params;
  if (pattern?.type === 'Identifier') return pattern.name === name ? source : undefined;
  const path = pattern?.type === 'ObjectPattern' ? findPatternPath(pattern, name) : undefined;
  return source && path?.reduce(addMember, source);
}

function resolveImportBinding(
  sourceCode: SourceCode,
  node:
    | TSESTree.ImportDefaultSpecifier
    | TSESTree.ImportNamespaceSpecifier
    | TSESTree.ImportSpecifier
    | TSESTree.TSImportEqualsDeclaration,
  depth: number,
): ImportedValue | undefined {
  if (node.type === 'TSImportEqualsDeclaration') {
    const { moduleReference } = node;
    return moduleReference.type === 'TSExternalModuleReference'
      ? fromModule(getStaticString(moduleReference.expression))
      : resolveEntityName(sourceCode, moduleReference, depth + 1);
  }
  const declaration = node.parent as TSESTree.ImportDeclaration;
  const source = fromModule(declaration.source.value);
  if (!source || node.type !== 'ImportSpecifier') return source;
  const { imported } = node;
  return addMember(source, imported.type === 'Identifier' ? imported.name : imported.value);
}

/** `s3.S3Client` of `import Client = s3.S3Client`. */
function resolveEntityName(
  sourceCode: SourceCode,
  name: TSESTree.EntityName,
  depth: number,
): ImportedValue | undefined {
  if (depth > maxDepth) return undefined;
  if (name.type === 'Identifier') return resolveIdentifier(sourceCode, name, depth);
  if (name.type !== 'TSQualifiedName') return undefined;
  const object = resolveEntityName(sourceCode, name.left, depth + 1);
  return object && addMember(object, name.right.name);
}

/** Where in an object pattern a name is bound: `{ a: { b } }` binds `b` at `['a', 'b']`. */
function findPatternPath(pattern: TSESTree.ObjectPattern, name: string): string[] | undefined {
  for (const property of pattern.properties) {
    if (property.type !== 'Property') continue;
    const key = getKeyName(property);
    if (key === undefined) continue;
    const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    if (target.type === 'Identifier' && target.name === name) return [key];
    if (target.type === 'ObjectPattern') {
      const rest = findPatternPath(target, name);
      if (rest) return [key, ...rest];
    }
  }
  return undefined;
}

/** Tracers hand back what they are given: `AWSXRay.captureAWS(AWS)`, `captureAWSv3Client(client)`. */
function resolveTracedSdk(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  depth: number,
): ImportedValue | undefined {
  const callee = unwrap(call.callee);
  const name = callee.type === 'MemberExpression' ? getKeyName(callee) : undefined;
  const [argument] = call.arguments;
  return name?.startsWith('captureAWS') && argument
    ? resolveImport(sourceCode, argument, depth + 1)
    : undefined;
}

/** An app of Firebase has the services of the module as members: `firebase.app().functions(…)`, `admin.initializeApp()`. */
function resolveFirebaseApp(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  depth: number,
): ImportedValue | undefined {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression' || !/^(?:app|initializeApp)$/.test(getKeyName(callee) ?? ''))
    return undefined;
  const source = resolveImport(sourceCode, callee.object, depth + 1);
  return source?.path.length === 0 && /^firebase(?:-admin)?(?:\/|$)/.test(source.module) ? source : undefined;
}

/** Whether a call gives an app of Firebase, which has the services of the module as members. */
export function isFirebaseApp(sourceCode: SourceCode, call: TSESTree.CallExpression): boolean {
  return resolveFirebaseApp(sourceCode, call, 0) !== undefined;
}

function fromModule(module: string | undefined): ImportedValue | undefined {
  return module === undefined ? undefined : { module, path: [] };
}

function addMember({ module, path }: ImportedValue, key: string): ImportedValue {
  // CommonJS interop puts the module itself behind `default`.
  return key === 'default' ? { module, path } : { module, path: [...path, key] };
}

/**
 * The class whose instance a method is called on: `client.send` of `const client = new S3Client({})`.
 *
 * @returns undefined where the object is not made in this file by an imported class
 */
export function resolveInstance(sourceCode: SourceCode, callee: Node): ImportedValue | undefined {
  let object = unwrap(callee);
  while (object.type === 'MemberExpression') object = unwrap(object.object);
  if (object.type === 'Identifier') {
    const variable = findVariable(sourceCode, object);
    const value = variable && getOnlyValue(variable);
    if (!value) return undefined;
    object = unwrap(value);
  }
  return object.type === 'NewExpression' ? resolveImport(sourceCode, object.callee) : undefined;
}
