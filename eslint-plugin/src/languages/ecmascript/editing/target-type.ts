import type { TSESTree } from '@typescript-eslint/utils';
import { findAncestor, getKeyName, isCall, isFunction, type Node, type SourceCode, unwrap } from '../ast.ts';
import type { RegionSite } from '../../../facts/region-site.ts';
import { findVariable } from '../variables.ts';
import { getLiteralNode, getWholeLiteral } from '../literal.ts';
import { findImportStatements } from './import-statements.ts';

/** What the place of a literal asks of an expression there: a name for an assertion; or why none can stand there. */
export type TargetType = { assertion: string } | { refused: string };

/** Packages whose options take a union of regions, which an expression of the type `string` does not fit. */
const strictPackages: Readonly<Record<string, string>> = {
  '@remotion/lambda': 'AwsRegion',
  '@remotion/lambda-client': 'AwsRegion',
  '@remotion/lambda/client': 'AwsRegion',
};

/**
 * Finds the type that a region has to have where it stands, as far as the file says: an annotation, a parameter, a
 * property of a type of this file, a package that is known for it.
 *
 * @returns undefined where a string will do
 */
export function findTargetType(sourceCode: SourceCode, site: RegionSite): TargetType | undefined {
  if (site.form !== 'region') return undefined;
  let node: Node = getWholeLiteral(getLiteralNode(sourceCode, site));
  let operandType: string | undefined;
  for (;;) {
    const { parent } = node;
    if (parent?.type === 'LogicalExpression' || parent?.type === 'ConditionalExpression') {
      operandType ??= findOperandType(sourceCode, parent);
      node = parent;
    } else if (parent?.type === 'TSSatisfiesExpression') {
      const name = readType(sourceCode, parent.typeAnnotation);
      return name === undefined ? undefined : refuse(name);
    } else if (parent?.type === 'TSAsExpression' || parent?.type === 'TSTypeAssertion') {
      // `as const` goes with the literal; any other assertion holds for what takes its place.
      if (sourceCode.text.slice(...parent.typeAnnotation.range) !== 'const') return undefined;
      node = parent;
    } else break;
  }
  const known = readPlace(sourceCode, node) ?? operandType;
  return known === undefined ? findPackageType(sourceCode, node) : { assertion: known };
}

function refuse(name: string): TargetType {
  return { refused: `The type ${name} wants one of its own texts here, which an entry of config is not.` };
}

/** `(process.env.AWS_REGION as Region) ?? 'us-east-1'`. */
function findOperandType(sourceCode: SourceCode, choice: Node): string | undefined {
  const operands =
    choice.type === 'LogicalExpression'
      ? [choice.left]
      : choice.type === 'ConditionalExpression'
        ? [choice.consequent, choice.alternate]
        : [];
  for (const operand of operands) {
    if (operand.type === 'TSAsExpression') return readType(sourceCode, operand.typeAnnotation);
  }
  return undefined;
}

function readPlace(sourceCode: SourceCode, node: Node): string | undefined {
  const { parent } = node;
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.init === node ? readAnnotation(sourceCode, parent.id) : undefined;
    case 'PropertyDefinition':
      return readType(sourceCode, parent.typeAnnotation?.typeAnnotation);
    case 'AssignmentPattern':
      return readAnnotation(sourceCode, parent.left);
    case 'ReturnStatement': {
      const owner = findAncestor(parent, isFunction);
      return owner && isFunction(owner) ? readType(sourceCode, owner.returnType?.typeAnnotation) : undefined;
    }
    case 'ArrowFunctionExpression':
      return readType(sourceCode, parent.returnType?.typeAnnotation);
    case 'CallExpression':
    case 'NewExpression':
      return readParameter(sourceCode, parent, node);
    case 'Property':
      return parent.value === node ? readProperty(sourceCode, parent) : undefined;
    default:
      return undefined;
  }
}

function readAnnotation(sourceCode: SourceCode, id: Node): string | undefined {
  const annotation =
    'typeAnnotation' in id
      ? (id.typeAnnotation as { typeAnnotation?: TSESTree.TypeNode } | null | undefined)
      : undefined;
  return readType(sourceCode, annotation?.typeAnnotation);
}

/** The type of a parameter of a function of this file. */
function readParameter(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  node: Node,
): string | undefined {
  const { callee } = call;
  const variable = callee.type === 'Identifier' ? findVariable(sourceCode, callee) : undefined;
  const definition = variable?.defs[0]?.node as Node | undefined;
  const value =
    definition?.type === 'VariableDeclarator' && definition.init ? unwrap(definition.init) : definition;
  if (!value || !isFunction(value)) return undefined;
  const parameter = value.params[(call.arguments as Node[]).indexOf(node)];
  if (!parameter) return undefined;
  return readAnnotation(sourceCode, parameter.type === 'AssignmentPattern' ? parameter.left : parameter);
}

/** The type of a property of an object whose type is written down in this file. */
function readProperty(sourceCode: SourceCode, property: TSESTree.Property): string | undefined {
  const object = property.parent;
  const key = getKeyName(property);
  if (object.type !== 'ObjectExpression' || key === undefined) return undefined;
  const { parent } = object;
  const type =
    parent.type === 'VariableDeclarator'
      ? getAnnotation(parent.id)
      : parent.type === 'PropertyDefinition'
        ? parent.typeAnnotation?.typeAnnotation
        : undefined;
  const members = type && listMembers(sourceCode, type);
  const member = members?.find(
    (each) => each.type === 'TSPropertySignature' && each.key.type === 'Identifier' && each.key.name === key,
  );
  return member?.type === 'TSPropertySignature'
    ? readType(sourceCode, member.typeAnnotation?.typeAnnotation)
    : undefined;
}

function getAnnotation(id: Node): TSESTree.TypeNode | undefined {
  return id.type === 'Identifier' ? id.typeAnnotation?.typeAnnotation : undefined;
}

function listMembers(
  sourceCode: SourceCode,
  type: TSESTree.TypeNode,
): readonly TSESTree.TypeElement[] | undefined {
  if (type.type === 'TSTypeLiteral') return type.members;
  const declaration = findDeclaration(sourceCode, type);
  if (declaration?.type === 'TSInterfaceDeclaration') return declaration.body.body;
  return declaration?.type === 'TSTypeAliasDeclaration' && declaration.typeAnnotation.type === 'TSTypeLiteral'
    ? declaration.typeAnnotation.members
    : undefined;
}

/** The statement of this file that declares a type. */
function findDeclaration({ ast }: SourceCode, type: TSESTree.TypeNode): Node | undefined {
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined;
  const { name } = type.typeName;
  for (const statement of ast.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (!declaration || !/^TS(?:Interface|TypeAlias)Declaration$/.test(declaration.type)) continue;
    if ('id' in declaration && declaration.id?.type === 'Identifier' && declaration.id.name === name)
      return declaration;
  }
  return undefined;
}

const open = new Set(['TSStringKeyword', 'TSAnyKeyword', 'TSUnknownKeyword', 'TSVoidKeyword']);

/** How an assertion to a type is written; undefined where the type takes any text. */
function readType(sourceCode: SourceCode, type: TSESTree.TypeNode | undefined): string | undefined {
  if (!type || isOpen(sourceCode, type)) return undefined;
  return sourceCode.text.slice(...type.range);
}

function isOpen(sourceCode: SourceCode, type: TSESTree.TypeNode): boolean {
  if (open.has(type.type)) return true;
  // `'eu-west-1' | (string & {})`.
  if (type.type === 'TSUnionType') return type.types.some((each) => isOpen(sourceCode, each));
  if (type.type === 'TSIntersectionType') return type.types.some((each) => each.type === 'TSStringKeyword');
  if (type.type === 'TSLiteralType' || type.type === 'TSUndefinedKeyword' || type.type === 'TSNullKeyword')
    return false;
  if (type.type !== 'TSTypeReference') return true;
  const name = sourceCode.text.slice(...type.typeName.range);
  // `Promise<string>`, `pulumi.Input<string>`, `Provider<string>`: what is in it decides.
  const [only] = type.typeArguments?.params ?? [];
  if (only) return isOpen(sourceCode, only);
  const declaration = findDeclaration(sourceCode, type);
  if (declaration?.type === 'TSTypeAliasDeclaration') return isOpen(sourceCode, declaration.typeAnnotation);
  if (declaration) return true;
  return !/regions?$|locations?$/i.test(name);
}

/** Pulumi's AWS package takes `Input<Region>`. */
function findPackageType(sourceCode: SourceCode, node: Node): TargetType | undefined {
  const { parent: property } = node;
  if (property?.type !== 'Property' || getKeyName(property) !== 'region') return undefined;
  const call = property.parent.parent;
  if (!isCall(call)) return undefined;
  const statements = findImportStatements(sourceCode);
  const [root] = sourceCode.text.slice(...call.callee.range).split('.');
  const source = statements.find(({ binding }) =>
    binding.kind === 'import' ? binding.node.specifiers.some(({ local }) => local.name === root) : false,
  );
  if (source?.binding.kind !== 'import') return undefined;
  const wanted = strictPackages[source.from];
  if (wanted !== undefined) return refuse(wanted);
  if (source.from !== '@pulumi/aws') return undefined;
  const namespace = source.binding.node.specifiers.find(
    ({ type, local }) => type === 'ImportNamespaceSpecifier' && local.name === root,
  );
  return namespace
    ? { assertion: `${root}.Region` }
    : { refused: "Pulumi's type Region is not imported here: import * as aws from '@pulumi/aws' first." };
}
