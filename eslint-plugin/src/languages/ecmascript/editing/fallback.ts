import type { TSESTree } from '@typescript-eslint/utils';
import {
  findAncestor,
  getDottedName,
  getKeyName,
  getStaticString,
  type Node,
  type SourceCode,
  unwrap,
} from '../ast.ts';
import type { RegionSite } from '../../../facts/region-site.ts';
import { getLiteralNode, getWholeLiteral } from '../literal.ts';

/** A literal second choice for a setting. */
export interface Fallback {
  /** The first environment variable that comes before the literal. */
  variable: string | undefined;
  /** All of `process.env.AWS_REGION ?? 'us-east-1'`, where it reads variables and nothing else. */
  whole: Node | undefined;
  /** The variables that are read directly before the literal, in the order in which they are tried: an entry takes their place too. */
  reads: readonly string[];
  /** What stands between them: an empty variable counts as set for `??`. */
  operator: '??' | '||';
  /** Offsets of the reads and the literal, where they are the end of a longer chain: `options.region ?? process.env.AWS_REGION ?? 'us-east-1'`. */
  tail: readonly [start: number, end: number] | undefined;
}

/** A fallback whose reader stays where it is: only the literal can move. */
function keepReader(variable: string | undefined): Fallback {
  return { variable, whole: undefined, reads: [], operator: '??', tail: undefined };
}

/** What the literal of a site is the second choice for; undefined where it is none, or its first choice is elsewhere. */
export function findFallback(sourceCode: SourceCode, site: RegionSite): Fallback | undefined {
  return site.role === 'fallback' ? readFallback(getLiteralNode(sourceCode, site)) : undefined;
}

/** The same for a literal or a part of a template. */
export function readFallback(node: Node): Fallback | undefined {
  const literal = getWholeLiteral(node);
  const outer = getUnasserted(literal);
  const { parent } = outer;
  switch (parent?.type) {
    case 'LogicalExpression':
      return parent.right === outer ? readChain(parent) : undefined;
    case 'ConditionalExpression':
      return readCondition(parent, outer);
    case 'AssignmentExpression':
      return keepReader(getEnvironmentVariable(parent.left) ?? getMissingVariable(parent));
    case 'AssignmentPattern': {
      const variable = getDestructuredVariable(parent);
      return { ...keepReader(variable), reads: variable === undefined ? [] : [variable] };
    }
    case 'CallExpression':
      return readCall(parent, outer);
    case 'Property':
      return keepReader(getDescribedVariable(parent));
    default:
      return undefined;
  }
}

/** The variable that an expression reads: `process.env.AWS_REGION`, `import.meta.env.VITE_REGION`, `Deno.env.get('AWS_REGION')`. */
export function getEnvironmentVariable(node: Node): string | undefined {
  const expression = unwrap(node);
  const name = getDottedName(expression);
  const member = /^(?:(?:globalThis\.)?process|import\.meta|Bun)\.env\.(\w+)$/.exec(name)?.[1];
  if (member !== undefined) return member;
  const imported = /^env\.(\w+)$/.exec(name)?.[1];
  if (imported !== undefined && importsEnvironment(expression)) return imported;
  return expression.type === 'CallExpression' && name === 'Deno.env.get()'
    ? getStaticString(expression.arguments[0])
    : undefined;
}

/** Whether `env` is that of Node.js: `import { env } from 'node:process'`. */
function importsEnvironment(node: Node): boolean {
  const program = findAncestor(node, ({ type }) => type === 'Program');
  return (
    program?.type === 'Program' &&
    program.body.some(
      (statement) =>
        statement.type === 'ImportDeclaration' &&
        /^(?:node:)?process$/.test(statement.source.value) &&
        statement.specifiers.some(({ local }) => local.name === 'env'),
    )
  );
}

/** Goes out of `'us-east-1' as Region`. */
function getUnasserted(literal: Node): Node {
  let node = literal;
  while (node.parent && node.parent !== unwrap(node.parent) && unwrap(node.parent) === literal)
    node = node.parent;
  return node;
}

/** `process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION || 'us-east-1'`. */
function readChain(chain: TSESTree.LogicalExpression): Fallback | undefined {
  if (chain.operator === '&&') return undefined;
  const { operator } = chain;
  const operands: Node[] = [];
  let first: Node = chain.left;
  while (first.type === 'LogicalExpression' && first.operator !== '&&') {
    operands.unshift(first.right);
    first = first.left;
  }
  operands.unshift(first);
  const variables = operands.map(getEnvironmentVariable);
  const count = variables.toReversed().findIndex((variable) => variable === undefined);
  const isAll = count === -1;
  const reads = (isAll ? variables : variables.slice(variables.length - count)).filter(
    (variable) => variable !== undefined,
  );
  const isStored = isStoredInEnvironment(chain);
  const start = operands[operands.length - reads.length];
  return {
    variable:
      variables.find((variable) => variable !== undefined) ??
      operands.map(getReadVariable).find((variable) => variable !== undefined),
    whole: isAll && !isStored ? chain : undefined,
    reads: isStored ? [] : reads,
    operator,
    tail: !isAll && !isStored && reads.length > 0 && start ? [start.range[0], chain.range[1]] : undefined,
  };
}

/** `AWS_REGION` of `config.get('AWS_REGION')`: its reader stays where it is. */
function getReadVariable(operand: Node): string | undefined {
  const expression = unwrap(operand);
  if (expression.type !== 'CallExpression') return undefined;
  const text = getStaticString(expression.arguments[0]);
  return text !== undefined && variableName.test(text) ? text : undefined;
}

/** `AWS_REGION` of `let region = process.env.AWS_REGION; if (!region) region = 'us-east-1';`, as far as the line above tells. */
function getMissingVariable({ left, parent }: TSESTree.AssignmentExpression): string | undefined {
  if (left.type !== 'Identifier') return undefined;
  let node: Node | undefined = parent;
  while (node && node.type !== 'IfStatement') node = node.parent;
  const block = node?.parent;
  if (!node || !block || !('body' in block) || !Array.isArray(block.body)) return undefined;
  for (const statement of block.body as Node[]) {
    if (statement === node) return undefined;
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      if (init && id.type === 'Identifier' && id.name === left.name) return getEnvironmentVariable(init);
    }
  }
  return undefined;
}

/** `get(process.env, 'AWS_REGION', 'us-east-1')` reads the variable itself; of any other function it is not known where it looks. */
function readCall(call: TSESTree.CallExpression, literal: Node): Fallback {
  const variable = getArgumentVariable(call, literal);
  const [first] = call.arguments;
  const isPlain =
    variable !== undefined &&
    first !== undefined &&
    call.arguments.at(-1) === literal &&
    call.arguments.length === 3 &&
    /^(?:process|import\.meta|Bun)\.env$/.test(getDottedName(first));
  return isPlain
    ? { ...keepReader(variable), whole: call, reads: [variable], operator: '??' }
    : keepReader(variable);
}

/** `process.env.AWS_REGION = process.env.AWS_REGION ?? 'us-east-1'`: the variable is what is being set. */
function isStoredInEnvironment({ parent }: TSESTree.LogicalExpression): boolean {
  return parent.type === 'AssignmentExpression' && getEnvironmentVariable(parent.left) !== undefined;
}

/** `process.env.AWS_REGION ? process.env.AWS_REGION : 'us-east-1'`. */
function readCondition(condition: TSESTree.ConditionalExpression, literal: Node): Fallback | undefined {
  if (condition.test === literal) return undefined;
  const other = condition.consequent === literal ? condition.alternate : condition.consequent;
  const variable = getEnvironmentVariable(other);
  const isAsked = variable !== undefined && asksFor(condition.test, variable);
  return isAsked
    ? { variable, whole: condition, reads: [variable], operator: '||', tail: undefined }
    : keepReader(variable);
}

/** Whether a test does nothing but see whether a variable is there. */
function asksFor(test: Node, variable: string): boolean {
  const expression = unwrap(test);
  if (expression.type === 'UnaryExpression' && /^(?:!|typeof)$/.test(expression.operator))
    return asksFor(expression.argument, variable);
  if (expression.type === 'BinaryExpression' && /^[!=]==?$/.test(expression.operator)) {
    const { right } = expression;
    const isNothing =
      getDottedName(right) === 'undefined' ||
      (right.type === 'Literal' && (right.value === null || /^(?:undefined)?$/.test(String(right.value))));
    return isNothing && asksFor(expression.left, variable);
  }
  return getEnvironmentVariable(expression) === variable;
}

/** `const { AWS_REGION: region = 'us-east-1' } = process.env`. */
function getDestructuredVariable({ parent: property }: TSESTree.AssignmentPattern): string | undefined {
  if (property.type !== 'Property' || property.parent.type !== 'ObjectPattern') return undefined;
  const owner = property.parent.parent;
  const source =
    owner.type === 'VariableDeclarator'
      ? owner.init
      : owner.type === 'AssignmentPattern' || owner.type === 'AssignmentExpression'
        ? owner.right
        : undefined;
  const isEnvironment = source && /^(?:process|import\.meta|Bun)\.env$/.test(getDottedName(source));
  return isEnvironment ? getKeyName(property) : undefined;
}

const variableName = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/** `env('AWS_REGION', 'us-east-1')`, `env.get('AWS_REGION').default('us-east-1')`, `AWS_REGION: z.string().default('us-east-1')`. */
function getArgumentVariable(call: TSESTree.CallExpression, literal: Node): string | undefined {
  const earlier = call.arguments.slice(0, (call.arguments as Node[]).indexOf(literal));
  for (const argument of earlier) {
    const text = getStaticString(argument);
    if (text !== undefined && variableName.test(text)) return text;
    const variable = getEnvironmentVariable(argument);
    if (variable !== undefined) return variable;
  }
  return getCalledVariable(call.callee) ?? getKeyVariable(call);
}

/** `AWS_REGION` of `env.get('AWS_REGION').default`. */
function getCalledVariable(callee: Node): string | undefined {
  if (callee.type !== 'MemberExpression') return undefined;
  const object = unwrap(callee.object);
  if (object.type !== 'CallExpression') return undefined;
  const text = getStaticString(object.arguments[0]);
  return text !== undefined && variableName.test(text) ? text : getCalledVariable(object.callee);
}

/** The key of the property whose value a chain of calls is. */
function getKeyVariable(call: Node): string | undefined {
  const { parent } = call;
  if (parent?.type === 'Property') return getNamedVariable(parent);
  const isChained =
    parent?.type === 'MemberExpression' || (parent?.type === 'CallExpression' && parent.callee === call);
  return isChained ? getKeyVariable(parent) : undefined;
}

/** `{ env: 'AWS_REGION', default: 'us-east-1' }`, `AWS_REGION: str({ default: 'us-east-1' })`. */
function getDescribedVariable({ parent: object }: TSESTree.Property): string | undefined {
  if (object.type !== 'ObjectExpression') return undefined;
  for (const sibling of object.properties) {
    const text =
      sibling.type === 'Property' && getKeyName(sibling) === 'env'
        ? getStaticString(sibling.value)
        : undefined;
    if (text !== undefined && variableName.test(text)) return text;
  }
  const { parent } = object;
  const owner = parent.type === 'CallExpression' ? parent.parent : parent;
  return owner.type === 'Property' ? getNamedVariable(owner) : undefined;
}

function getNamedVariable(property: TSESTree.Property): string | undefined {
  const key = getKeyName(property);
  return key !== undefined && variableName.test(key) ? key : undefined;
}
