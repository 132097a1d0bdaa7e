import type { TSESTree } from '@typescript-eslint/utils';
import {
  contains,
  findAncestor,
  type FunctionNode,
  getDottedName,
  getKeyName,
  getLastName,
  getStaticString,
  isCall,
  isFunction,
  type Node,
  type SourceCode,
} from './ast.ts';
import { remember } from '../../remember.ts';
import type { FoundClient } from './found-client.ts';
import { getThisMembers } from './this-members.ts';
import { findVariable, getReads, type Variable } from './variables.ts';

/** With more clients of one service in a file, it is not looked for who takes over from whom. */
const maxClients = 100;

/**
 * Whether a client of the same service in another region takes over from a client.
 *
 * @returns `unknown` when something that the file does not show decides between the two
 */
export function findSecondClient(
  sourceCode: SourceCode,
  client: FoundClient,
  all: readonly FoundClient[],
): 'found' | 'none' | 'unknown' {
  const peers = groupByService(all).get(client.service) ?? [];
  if (peers.length > maxClients) return 'unknown';
  const others = peers.filter(
    (other) =>
      other !== client &&
      other.regions.join() !== client.regions.join() &&
      !isBuiltFromError(sourceCode, other.node) &&
      !isBuiltFromError(sourceCode, client.node),
  );
  if (others.some((other) => leadsFromOneToTheOther(sourceCode, client.node, other.node))) return 'found';
  return others.some((other) => isDecidedElsewhere(sourceCode, client.node, other.node)) ? 'unknown' : 'none';
}

const groupByService = remember((all: readonly FoundClient[]) => {
  const groups = new Map<string, FoundClient[]>();
  for (const client of all) {
    const group = groups.get(client.service);
    if (group) group.push(client);
    else groups.set(client.service, [client]);
  }
  return groups;
});

/** The variable that holds a client: itself, an object or an array that it is in. */
export function getHandle(sourceCode: SourceCode, node: Node): Variable | undefined {
  let outer = node;
  while (outer.parent && !isFunction(outer)) {
    const parent: Node = outer.parent;
    if (parent.type === 'VariableDeclarator') return sourceCode.getDeclaredVariables(parent)[0];
    if (parent.type === 'AssignmentExpression' && parent.left.type === 'Identifier')
      return findVariable(sourceCode, parent.left);
    const isHolder =
      parent.type === 'Property' ||
      parent.type === 'ObjectExpression' ||
      parent.type === 'ArrayExpression' ||
      parent.type === 'AwaitExpression' ||
      parent.type === 'TSAsExpression' ||
      isCall(parent);
    if (!isHolder) return undefined;
    outer = parent;
  }
  return undefined;
}

/** `catch (error) { new S3Client({ region: error.region }) }` follows a redirect to the one right region. */
function isBuiltFromError(sourceCode: SourceCode, node: Node): boolean {
  const clause = findAncestor(node, ({ type }) => type === 'CatchClause');
  return (
    clause !== undefined &&
    sourceCode
      .getDeclaredVariables(clause)
      .some(({ references }) => references.some(({ identifier }) => contains(node, identifier)))
  );
}

/** Whether a catch, a loop over both or `Promise.any` leads from one client to the other. */
function leadsFromOneToTheOther(sourceCode: SourceCode, first: Node, second: Node): boolean {
  const list = findAncestor(first, (node) => node.type === 'ArrayExpression' && contains(node, second));
  const handle = getHandle(sourceCode, first);
  if (list && handle && getReads(handle).some(isIterated)) return true;
  const [uses, otherUses] = getDistinctUses(sourceCode, first, second);
  return uses.some((use) =>
    otherUses.some(
      (other) =>
        use !== other && (isCaughtBy(use, other) || isCaughtBy(other, use) || areAlternatives(use, other)),
    ),
  );
}

/** Where each of two clients is used, also by way of functions that use only one of them: `const ask = (c) => client.send(c)`. */
function getDistinctUses(sourceCode: SourceCode, first: Node, second: Node): [Node[], Node[]] {
  const uses = getUses(first, sourceCode);
  const otherUses = getUses(second, sourceCode);
  const isShared = (owner: FunctionNode) =>
    uses.some((use) => contains(owner, use)) && otherUses.some((use) => contains(owner, use));
  const withCalls = (direct: readonly Node[]) => [
    ...direct,
    ...direct.flatMap((use) => {
      const owner = findAncestor(use, isFunction);
      return owner && !isShared(owner) ? findReferences(owner, sourceCode) : [];
    }),
  ];
  return [withCalls(uses), withCalls(otherUses)];
}

/** Where a client is used: the reads of its variable and its aliases, or `this.name` and `clients.name` where it is a member. */
const getUses = remember((node: Node, sourceCode: SourceCode): readonly Node[] => {
  const handle = getHandle(sourceCode, node);
  const name = getMemberName(node);
  if (!handle) return name === undefined ? [node] : [node, ...findThisMembers(sourceCode, node, name)];
  const reads = getReads(handle).filter(
    (read) =>
      name === undefined || read.parent?.type !== 'MemberExpression' || getKeyName(read.parent) === name,
  );
  return [node, ...reads, ...reads.flatMap((read) => findAliasReads(sourceCode, read))];
});

function getMemberName({ parent }: Node): string | undefined {
  if (parent?.type === 'Property' || parent?.type === 'PropertyDefinition') return getKeyName(parent);
  if (parent?.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression')
    return getKeyName(parent.left);
  return undefined;
}

/** `let active = primary; … active = secondary;` */
function findAliasReads(sourceCode: SourceCode, { parent }: Node): readonly Node[] {
  const target =
    parent?.type === 'VariableDeclarator'
      ? parent.id
      : parent?.type === 'AssignmentExpression'
        ? parent.left
        : undefined;
  const variable = target?.type === 'Identifier' ? findVariable(sourceCode, target) : undefined;
  return variable ? getReads(variable) : [];
}

/** All `this.name` and `this.#name` in the class around a node. */
function findThisMembers(sourceCode: SourceCode, inside: Node, name: string): Node[] {
  const owner = findAncestor(inside, ({ type }) => type === 'ClassBody');
  return owner ? getThisMembers(sourceCode, owner, name).map(({ object }) => object) : [];
}

/** Where a function with a name is used. */
const findReferences = remember((owner: FunctionNode, sourceCode: SourceCode): readonly Node[] => {
  const { parent } = owner;
  if (parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition') {
    const name = getKeyName(parent);
    return name === undefined ? [] : findThisMembers(sourceCode, owner, name);
  }
  const declaration =
    owner.type === 'FunctionDeclaration' ? owner : parent.type === 'VariableDeclarator' ? parent : undefined;
  const [variable] = declaration ? sourceCode.getDeclaredVariables(declaration) : [];
  return variable ? getReads(variable) : [];
});

/** `for (const client of clients)`, `clients.map(…)`, `Promise.any(clients)`, `clients[index]` in a loop. */
function isIterated(read: Node): boolean {
  const { parent } = read;
  if (parent?.type === 'ForOfStatement') return parent.right === read;
  if (parent?.type === 'MemberExpression') {
    if (/^(?:map|forEach|reduce|some|find|values|entries|flatMap)$/.test(getKeyName(parent) ?? ''))
      return true;
    return isChosenAtRunTime(read) && findAncestor(read, ({ type }) => loops.test(type)) !== undefined;
  }
  return parent?.type === 'CallExpression' && isPromiseAny(parent.callee);
}

const loops = /^(?:DoWhile|For|While)Statement$/;

/** Whether `second` is used where an error of `first` is caught: in its catch clause, in its `.catch()`, or after a try that returns. */
function isCaughtBy(first: Node, second: Node): boolean {
  const statement = findAncestor(
    first,
    (node) => node.type === 'TryStatement' && contains(node.block, first),
  );
  if (statement?.type === 'TryStatement') {
    const { handler } = statement;
    if (handler && contains(handler, second)) return true;
    const isSameFunction = findAncestor(second, isFunction) === findAncestor(first, isFunction);
    if (handler && isSameFunction && second.range[0] > statement.range[1] && returnsIn(statement.block))
      return true;
  }
  return (
    findAncestor(
      first,
      (node) =>
        node.type === 'CallExpression' &&
        contains(node.callee, first) &&
        getErrorHandlers(node).some((handler) => contains(handler, second)),
    ) !== undefined
  );
}

function returnsIn(block: TSESTree.BlockStatement): boolean {
  return block.body.some(({ type }) => type === 'ReturnStatement');
}

/** What a call runs when it fails: `.catch(handler)`, `.then(…, handler)`, or a callback that takes the error first. */
function getErrorHandlers({ callee, arguments: all }: TSESTree.CallExpression): Node[] {
  const name = callee.type === 'MemberExpression' ? getKeyName(callee) : undefined;
  if (name === 'catch') return all;
  if (name === 'then') return all.slice(1);
  return all.filter((argument) => {
    const [parameter] = isFunction(argument) ? argument.params : [];
    return parameter?.type === 'Identifier' && /^(?:e|err|error)$/.test(parameter.name);
  });
}

function isPromiseAny(callee: Node): boolean {
  return getLastName(callee) === 'any' && getDottedName(callee) === 'Promise.any';
}

/** Both are in one call of `Promise.any`. */
function areAlternatives(first: Node, second: Node): boolean {
  return (
    findAncestor(
      first,
      (node) => node.type === 'CallExpression' && isPromiseAny(node.callee) && contains(node, second),
    ) !== undefined
  );
}

/** Who fails over is not to be seen here: both clients are handed to one call, handed out by the module, or chosen by a key. */
function isDecidedElsewhere(sourceCode: SourceCode, first: Node, second: Node): boolean {
  const [handle, otherHandle] = [getHandle(sourceCode, first), getHandle(sourceCode, second)];
  if (handle && handle === otherHandle && getReads(handle).some(isChosenAtRunTime)) return true;
  if (isHandedOut(first, handle) && isHandedOut(second, otherHandle)) return true;
  const [uses, otherUses] = [getUses(first, sourceCode), getUses(second, sourceCode)];
  return uses.some((use) => otherUses.some((other) => areHandedTogether(use, other)));
}

/** `clients[region]`, `clients.get(region)`. */
function isChosenAtRunTime({ parent }: Node): boolean {
  if (parent?.type !== 'MemberExpression') return false;
  if (parent.computed)
    return getStaticString(parent.property) === undefined && parent.property.type !== 'Literal';
  return getKeyName(parent) === 'get' && parent.parent.type === 'CallExpression';
}

/** `createProxy(primary, secondary)`, `firstOf([() => primary.send(c), () => secondary.send(c)])`. */
function areHandedTogether(first: Node, second: Node): boolean {
  const call = findAncestor(first, (node) => isCall(node) && contains(node, second));
  return (
    call !== undefined &&
    isCall(call) &&
    !/^(?:Promise\.|Object\.|new (?:Map|Set)\b|console\.)/.test(getDottedName(call)) &&
    [first, second].every(
      (use) =>
        call.arguments.some((argument) => contains(argument, use)) &&
        findAncestor(use, (node) => node === call || node.type === 'BlockStatement') === call,
    )
  );
}

function isHandedOut(node: Node, handle: Variable | undefined): boolean {
  const outer = findAncestor(node, (ancestor) => isExport(ancestor) || isFunction(ancestor));
  if (outer && isExport(outer)) return true;
  return (
    handle !== undefined &&
    getReads(handle).some((read) => read.parent?.type === 'ExportSpecifier' || isInModuleExports(read))
  );
}

function isExport({ type }: Node): boolean {
  return type === 'ExportNamedDeclaration' || type === 'ExportDefaultDeclaration';
}

/** Whether a value is part of what is assigned to `module.exports`, and not merely used in a function that is. */
function isInModuleExports(read: Node): boolean {
  const outer = findAncestor(read, (node) => node.type === 'AssignmentExpression' || isFunction(node));
  return outer?.type === 'AssignmentExpression' && /^(?:module\.)?exports\b/.test(getDottedName(outer.left));
}
