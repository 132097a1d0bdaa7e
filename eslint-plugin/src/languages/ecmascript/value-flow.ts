import type { TSESTree } from '@typescript-eslint/utils';
import {
  type CallNode,
  findAncestor,
  type FunctionNode,
  getDottedName,
  getKeyName,
  getLastName,
  isClass,
  isFunction,
  type Node,
  type SourceCode,
} from './ast.ts';
import type { Arrival, ArrivalKind, Path, Trail } from './arrival.ts';
import { findParameters } from './call-parameters.ts';
import { isExported, isModuleExports } from './exports.ts';
import { getLaterSources } from './later-sources.ts';
import { resolveImport } from './imports.ts';
import { followObject } from './object-member.ts';
import { getAwsClient } from '../../clouds/aws/sdk.ts';
import {
  getMissingName,
  isChosenByCondition,
  isForMissing,
  isLastResort,
  isTranslated,
} from './second-choice.ts';
import { remember } from '../../remember.ts';
import { getThisMembers } from './this-members.ts';
import { findVariable, getReads, isReassigned, type Variable } from './variables.ts';

const maxSteps = 400;

const emptyTrail: Trail = {
  names: [],
  fallback: undefined,
  isReassigned: false,
  isEntry: false,
  containers: [],
  returnedBy: [],
};

/** Functions that hand back their first argument, or something that holds what was in it. */
const passThrough = new Set([
  'Object.freeze',
  'Object.seal',
  'Promise.resolve',
  'String',
  'structuredClone',
  'defineConfig',
]);
/** Those that do nothing else, so that they are no place to arrive at. */
const handsBack = new Set(['Object.freeze', 'Object.seal', 'Promise.resolve', 'String', 'structuredClone']);
/** Messages of Google's APIs, which are what is put into them: `protos.….ReplicaSelection.create({ location })`. */
const protobufMessage = /^protos\..+\.(?:create|fromObject)$/;
const identityMethods = new Set(['trim', 'toLowerCase', 'toString', 'valueOf']);
const elementCallbacks = new Set(['map', 'forEach', 'flatMap', 'filter', 'find', 'some', 'every']);

/** Where a value arrives. */
export interface Flow {
  own: readonly Arrival[];
  /** Those of the variable that the value is put straight into: the same array for all values that it gets so. */
  shared: readonly Arrival[];
}

/**
 * Follows a literal to where its value goes within the file: through constants, objects, spreads,
 * destructuring, class fields, parameters of local functions and what they return.
 *
 * @param sourceCode the parsed file
 * @param start the literal
 * @returns all places where it arrives; not complete where the value leaves what syntax and scope can tell
 */
export function followValue(sourceCode: SourceCode, start: Node): readonly Arrival[] {
  const { own, shared } = traceValue(sourceCode, start);
  return shared.length === 0 ? own : [...own, ...shared];
}

/** As `followValue`, in two parts, so that what many values have in common is judged once. */
export function traceValue(sourceCode: SourceCode, start: Node): Flow {
  const walk = createWalk(sourceCode);
  walk.follow(start, [], emptyTrail);
  return { own: walk.arrivals, shared: walk.getShared() };
}

/**
 * Where the reads of a variable lead when a value was put straight into it: `region = 'us-east-1'`. That is the same for
 * all such values, of which one variable may get thousands.
 */
const followPlainReads = remember((variable: Variable, sourceCode: SourceCode): readonly Arrival[] => {
  const walk = createWalk(sourceCode);
  walk.followReads(variable, [], nameTrail(emptyTrail, variable));
  return walk.arrivals;
});

function nameTrail(trail: Trail, variable: Variable): Trail {
  return {
    ...trail,
    names: [...trail.names, variable.name],
    isReassigned: trail.isReassigned || isReassigned(variable),
  };
}

interface Walk {
  arrivals: readonly Arrival[];
  getShared(): readonly Arrival[];
  follow(node: Node, path: Path, trail: Trail): void;
  followReads(variable: Variable, path: Path, trail: Trail): void;
}

function createWalk(sourceCode: SourceCode): Walk {
  const arrivals: Arrival[] = [];
  const visited = new Set<string>();
  let shared: readonly Arrival[] = [];
  let steps = 0;
  return { arrivals, getShared: () => shared, follow, followReads };

  function arrive(kind: ArrivalKind, node: Node, by: Node, path: Path, trail: Trail, index = -1): void {
    arrivals.push({ kind, node, by, path, index, trail });
  }

  function follow(node: Node, path: Path, trail: Trail): void {
    const parent = node.parent;
    const visit = `${node.range.join()}:${node.type}:${path.join('.')}`;
    if (!parent || path.length > 12 || visited.has(visit) || ++steps > maxSteps) return;
    visited.add(visit);

    switch (parent.type) {
      case 'AwaitExpression':
      case 'ChainExpression':
      case 'TSAsExpression':
      case 'TSInstantiationExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
        follow(parent, path, trail);
        return;

      case 'SequenceExpression':
        if (parent.expressions.at(-1) === node) follow(parent, path, trail);
        return;

      case 'ConditionalExpression':
        if (parent.test === node || isTranslated(sourceCode, parent, node))
          arrive('comparison', node, parent, path, trail);
        else
          follow(
            parent,
            path,
            isChosenByCondition(sourceCode, parent, node)
              ? { ...trail, fallback: trail.fallback ?? parent }
              : trail,
          );
        return;

      case 'LogicalExpression':
        if (parent.right === node && parent.operator !== '&&') {
          const missing = getMissingName(parent.left);
          if (isBucketLocation(missing)) arrive('comparison', node, parent, path, trail);
          else
            follow(parent, path, {
              ...trail,
              names: [...trail.names, missing],
              fallback: trail.fallback ?? parent,
            });
        } else if (parent.right === node || parent.operator !== '&&') follow(parent, path, trail);
        return;

      case 'AssignmentPattern':
        if (parent.right === node) {
          const key = parent.parent.type === 'Property' ? getKeyName(parent.parent) : undefined;
          if (isBucketLocation(key ?? '')) arrive('comparison', node, parent, path, trail);
          else bind(parent.left, path, { ...trail, fallback: trail.fallback ?? parent });
        }
        return;

      case 'Property':
        followProperty(parent, node, path, trail);
        return;

      case 'SpreadElement': {
        const target = parent.parent;
        if (target.type === 'ObjectExpression') {
          followUnlessReplaced(target, path, trail, getLaterSources(target, parent, path[0]));
        } else if (target.type === 'ArrayExpression')
          follow(target, path, { ...trail, containers: [...trail.containers, target] });
        else arrive('argument', node, target, path, trail, 0);
        return;
      }

      case 'ArrayExpression':
        follow(parent, [String(parent.elements.indexOf(node as TSESTree.Expression)), ...path], {
          ...trail,
          containers: [...trail.containers, parent],
        });
        return;

      case 'VariableDeclarator':
        if (parent.init === node) {
          bind(parent.id, path, trail);
        }
        return;

      case 'AssignmentExpression':
        if (parent.right === node) followAssignment(parent, path, trail);
        return;

      case 'PropertyDefinition':
        if (parent.value === node) followField(parent, path, trail);
        return;

      case 'MethodDefinition':
        if (parent.value === node) {
          arrive('other', node, parent, path, trail); // who calls a method is not to be seen here
          const isGetter = parent.kind === 'get' && path[0] === '()';
          const key = getKeyName(parent);
          const named = { ...trail, names: [...trail.names, key ?? ''] };
          arrive('declaration', parent, parent, path, named);
          followMember(parent, key, isGetter ? path.slice(1) : path, named);
        }
        return;

      case 'ReturnStatement': {
        const owner = findAncestor(node, isFunction);
        if (!owner) return;
        arrive('return', node, parent, path, trail);
        const isLast = isLastResort(parent, owner);
        followFunction(owner, path, isLast ? { ...trail, fallback: trail.fallback ?? parent } : trail);
        return;
      }

      case 'ArrowFunctionExpression':
        if (parent.body === node) followFunction(parent, path, trail);
        return;

      case 'MemberExpression':
        followMemberAccess(parent, node, path, trail);
        return;

      case 'CallExpression':
      case 'NewExpression':
        followCall(parent, node, path, trail);
        return;

      case 'ForOfStatement':
        if (parent.right === node && path.length > 0) {
          const { left } = parent;
          bind(left.type === 'VariableDeclaration' ? left.declarations[0].id : left, path.slice(1), trail);
        }
        return;

      case 'BinaryExpression':
        arrive(parent.operator === '+' ? 'concatenation' : 'comparison', node, parent, path, trail);
        return;

      case 'SwitchCase':
      case 'SwitchStatement':
      case 'IfStatement':
      case 'UnaryExpression':
      case 'WhileStatement':
        arrive('comparison', node, parent, path, trail);
        return;

      case 'TemplateLiteral':
        if (parent.quasis.every(({ value }) => value.raw === '')) follow(parent, path, trail);
        else arrive('template', node, parent, path, trail);
        return;

      case 'TaggedTemplateExpression':
        // pulumi.interpolate`…`, pulumi.concat, sub: a text as any other. What gql, sql, html and css make is none.
        if (/^(?:interpolate|concat|sub)$/.test(getLastName(parent.tag))) follow(parent, path, trail);
        else arrive('other', node, parent, path, trail);
        return;

      case 'JSXExpressionContainer':
      case 'JSXAttribute':
      case 'JSXElement':
      case 'JSXFragment':
        arrive('jsx', node, parent, path, trail);
        return;

      case 'JSXSpreadAttribute':
        arrive('jsx', node, parent, path, trail);
        return;

      case 'TSLiteralType':
      case 'TSEnumMember':
      case 'TSTemplateLiteralType':
        arrive('type', node, parent, path, trail);
        return;

      case 'ExportDefaultDeclaration':
      case 'ExportSpecifier':
      case 'TSExportAssignment':
        // A string in `export { a as 'us-east-1' }` is a name.
        arrive(
          parent.type === 'ExportSpecifier' && node.type === 'Literal' ? 'other' : 'export',
          node,
          parent,
          path,
          trail,
        );
        return;

      default:
        arrive('other', node, parent, path, trail);
    }
  }

  function followProperty(property: TSESTree.Property, node: Node, path: Path, trail: Trail): void {
    const owner = property.parent;
    if (property.key === node && property.value !== node) {
      if (property.computed || node.type !== 'Identifier')
        arrive('property-key', node, property, path, trail);
      return;
    }
    if (owner.type !== 'ObjectExpression') return;
    const key = getKeyName(property) ?? '*';
    const inside = { ...trail, names: [...trail.names, key], containers: [...trail.containers, owner] };
    followUnlessReplaced(owner, [key, ...path], inside, getLaterSources(owner, property, key));
  }

  /** Follows the value into an object, unless what is put into the object later has another under the same key. */
  function followUnlessReplaced(object: Node, path: Path, trail: Trail, later: readonly Node[]): void {
    const [key] = path;
    if (key === undefined) return;
    const others = later.map((source) =>
      source.type === 'Property' && getKeyName(source) === key ? source : followSource(source, key),
    );
    if (others.some((other) => typeof other !== 'string')) return;
    const option = later.find((source, index) => others[index] === 'unknown' && isOption(source));
    follow(object, path, option ? { ...trail, fallback: trail.fallback ?? option } : trail);
  }

  function followSource(source: Node, key: string): Node | 'absent' | 'unknown' {
    if (source.type === 'Property') return 'absent';
    return followObject(sourceCode, source.type === 'SpreadElement' ? source.argument : source, key);
  }

  /** Whether an object is the caller's: `...options`, `...this.options`. */
  function isOption(source: Node): boolean {
    const [name = ''] = getDottedName(source.type === 'SpreadElement' ? source.argument : source).split('.');
    if (name === 'this') return true;
    return sourceCode
      .getScope(source)
      .references.some(
        ({ identifier, resolved }) => identifier.name === name && resolved?.defs[0]?.type === 'Parameter',
      );
  }

  function followAssignment(assignment: TSESTree.AssignmentExpression, path: Path, before: Trail): void {
    const { left, operator } = assignment;
    const isDefault = operator === '||=' || operator === '??=' || isForMissing(sourceCode, assignment);
    if (operator !== '=' && operator !== '||=' && operator !== '??=') {
      arrive('concatenation', assignment.right, assignment, path, before);
      return;
    }
    const trail = isDefault ? { ...before, fallback: before.fallback ?? assignment } : before;
    arrive('assignment', assignment.right, assignment, path, trail);
    if (left.type === 'MemberExpression') {
      const key = getKeyName(left);
      if (key === undefined) return;
      const named = { ...trail, names: [...trail.names, key] };
      if (left.object.type === 'ThisExpression') followThis(left, key, path, named);
      else if (isModuleExports(left)) arrive('export', assignment.right, assignment, path, named);
      else if (left.object.type === 'Identifier') {
        const variable = findVariable(sourceCode, left.object);
        if (variable) followReads(variable, [key, ...path], named);
      }
    } else {
      bind(left, path, trail);
    }
  }

  /** Gives the value to the variables of a pattern, and follows their reads. */
  function bind(pattern: Node, path: Path, trail: Trail): void {
    switch (pattern.type) {
      case 'Identifier': {
        const variable = findVariable(sourceCode, pattern);
        if (!variable) return;
        const named = nameTrail(trail, variable);
        arrive('declaration', pattern, pattern.parent, path, named);
        if (isExported(variable)) arrive('export', pattern, variable.defs[0]?.node ?? pattern, path, named);
        // Nothing but the value has been visited yet, so that its variable is followed as it would be by itself.
        if (trail === emptyTrail && path.length === 0 && steps === 1)
          shared = followPlainReads(variable, sourceCode);
        else followReads(variable, path, named);
        return;
      }
      case 'AssignmentPattern':
        bind(pattern.left, path, trail);
        return;
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'RestElement') bind(property.argument, path, trail);
          else if (getKeyName(property) === path[0]) bind(property.value, path.slice(1), trail);
        }
        return;
      case 'ArrayPattern':
        pattern.elements.forEach((element, index) => {
          if (element && String(index) === path[0]) bind(element, path.slice(1), trail);
        });
        return;
      case 'TSParameterProperty': {
        const { parameter } = pattern;
        bind(parameter, path, trail);
        const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
        followThis(pattern, target.name, path, { ...trail, names: [...trail.names, target.name] });
        return;
      }
      default:
    }
  }

  function followReads(variable: Variable, path: Path, trail: Trail): void {
    for (const read of getReads(variable)) follow(read, path, trail);
  }

  function followFunction(owner: FunctionNode, path: Path, trail: Trail): void {
    const returned = ['()', ...path];
    const returning = { ...trail, returnedBy: [...trail.returnedBy, owner] };
    if (owner.type !== 'FunctionDeclaration') {
      follow(owner, returned, returning);
      return;
    }
    if (!owner.id) return;
    const named = { ...returning, names: [...trail.names, owner.id.name] };
    const [variable] = sourceCode.getDeclaredVariables(owner);
    if (variable) {
      arrive('declaration', owner, owner, returned, named);
      if (isExported(variable)) arrive('export', owner, owner, returned, named);
      followReads(variable, returned, named);
    }
  }

  function followField(field: TSESTree.PropertyDefinition, path: Path, trail: Trail): void {
    const key = getKeyName(field);
    if (key === undefined) return;
    const named = { ...trail, names: [...trail.names, key] };
    arrive('declaration', field.value ?? field, field, path, named);
    followMember(field, key, path, named);
  }

  /** Follows `this.key` and `Class.key` within the file, for a member of the class around `inside`. */
  function followMember(inside: Node, key: string | undefined, path: Path, trail: Trail): void {
    if (key === undefined) return;
    followThis(inside, key, path, trail);
    const owner = findAncestor(inside, isClass);
    // A class has its name twice: outside, and inside for itself.
    for (const variable of owner?.id ? sourceCode.getDeclaredVariables(owner) : [])
      followReads(variable, [key, ...path], trail);
  }

  function followThis(inside: Node, key: string, path: Path, trail: Trail): void {
    const owner =
      findAncestor(inside, isClass) ?? findAncestor(inside, (node) => node.type === 'ObjectExpression');
    if (!owner) return;
    const uses = getThisMembers(sourceCode, owner, key);
    const hasOtherValue = uses.filter(isAssigned).length > (inside.type === 'MemberExpression' ? 1 : 0);
    for (const use of uses) {
      if (!isAssigned(use))
        follow(use, path, { ...trail, isReassigned: trail.isReassigned || hasOtherValue });
    }
  }

  function followMemberAccess(member: TSESTree.MemberExpression, node: Node, path: Path, trail: Trail): void {
    if (member.property === node) {
      arrive('computed-key', node, member, path, trail);
      return;
    }
    const key = getKeyName(member);
    const [first, ...rest] = path;
    const call = member.parent;
    const isCallee = call.type === 'CallExpression' && call.callee === member;
    if (first === undefined) {
      if (isCallee && key !== undefined && identityMethods.has(key)) follow(call, path, trail);
      else arrive('method', node, isCallee ? call : member, path, trail);
    } else if (key === undefined || first === '*') {
      arrive('lookup', node, member, path, trail);
      follow(member, rest, { ...trail, isReassigned: true, isEntry: true });
    } else if (key === first) {
      if (!isAssigned(member)) follow(member, rest, trail);
    } else if (first === '()' && key === 'call') {
      if (isCallee) follow(call, rest, trail);
    } else if (isCallee && /^\d+$/.test(first)) {
      arrive('method', node, call, path, trail);
      const [callback] = call.arguments;
      const [parameter] =
        callback && isFunction(callback) && elementCallbacks.has(key) ? callback.params : [];
      if (parameter) bind(parameter, rest, trail);
    } else if (isCallee && (key === 'then' || key === 'catch')) {
      follow(call, path, trail);
    }
  }

  function followCall(call: CallNode, node: Node, path: Path, trail: Trail): void {
    if (call.callee === node) {
      if (path[0] === '()') follow(call, path.slice(1), trail);
      return;
    }
    const index = (call.arguments as Node[]).indexOf(node);
    if (index < 0) return; // a type argument
    const name = getSimpleCallee(call);
    const isMerge = name === 'Object.assign';
    const isMessage = protobufMessage.test(getDottedName(call.callee));
    if (isOptionsHelper(sourceCode, call)) {
      follow(call, path, trail);
      return;
    }
    const isHandedBack = isMerge
      ? call.arguments[0]?.type === 'ObjectExpression'
      : isMessage || handsBack.has(name ?? '');
    if (!isHandedBack) arrive('argument', node, call, path, trail, index);
    if (isMerge) followUnlessReplaced(call, path, trail, call.arguments.slice(index + 1));
    else if (isMessage || passThrough.has(name ?? '')) follow(call, path, trail);
    const parameter = findParameters(sourceCode, call)?.[index];
    if (parameter) bind(parameter, path, trail);
  }
}

/** `new S3Client(withDefaults({ region }))`: what a function of the project's own makes of the options is taken for options. */
function isOptionsHelper(sourceCode: SourceCode, call: CallNode): boolean {
  const { parent } = call;
  if (call.type !== 'CallExpression' || parent.type !== 'NewExpression' || parent.arguments[0] !== call)
    return false;
  if (getSimpleCallee(call)?.startsWith('Object.') === true) return false; // what these do is known
  const imported = resolveImport(sourceCode, parent.callee);
  return imported !== undefined && getAwsClient(imported) !== undefined;
}

function getSimpleCallee(call: CallNode): string | undefined {
  const { callee } = call;
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return undefined;
  return `${callee.object.name}.${getKeyName(callee) ?? '*'}`;
}

function isAssigned(node: Node): boolean {
  return node.parent?.type === 'AssignmentExpression' && node.parent.left === node;
}

/** S3 has no LocationConstraint for buckets in us-east-1, so that naming the region there translates its answer. */
function isBucketLocation(name: string): boolean {
  return /^(?:locationConstraint|bucketRegion)$/i.test(name);
}
