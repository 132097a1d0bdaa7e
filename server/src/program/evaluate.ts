import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isClass, isFunction, unwrap } from 'eslint-plugin-multi-region/ecmascript';
import { findSchemaDefault } from './environment-schema.ts';
import { namesOf, type ProgramModule } from './module.ts';
import { dottedName, keyOf, pathInto, returnsOf } from './syntax.ts';
import {
  either,
  firstOf,
  mostAlternatives,
  nothing,
  passOn,
  unknown,
  type Frame,
  type FunctionNode,
  type Value,
} from './value.ts';

type Node = TSESTree.Node;

/** Where an expression is evaluated. */
interface Context {
  module: ProgramModule;
  /** The calls that it is in; undefined where nobody is known to call. */
  frame: Frame | undefined;
}

export interface Evaluator {
  evaluate: (module: ProgramModule, node: Node) => Value;
  getMember: (value: Value, key: string) => Value;
  /** What a function without parameters returns; other values are what they are. */
  getResult: (value: Value) => Value;
}

/** Deeper nesting, and more steps for one question, are not followed: the answer is `unknown`. */
const mostDepth = 60;
const mostSteps = 4000;

/**
 * Makes what tells where values come from, through names, members, imports and calls.
 *
 * @param follow finds the module that an import leads to; undefined for what is no part of the program
 */
export function createEvaluator(
  follow: (from: ProgramModule, specifier: string) => ProgramModule | undefined,
): Evaluator {
  const known = new WeakMap<Node, Value>();
  const active = new Set<Node>();
  let depth = 0;
  let steps = 0;
  let isCut = false;

  return {
    evaluate(module, node) {
      startQuestion();
      const value = evaluate(node, { module, frame: undefined });
      // Asked for by itself, it would be cut short again.
      if (isCut) known.set(unwrap(node), value);
      return value;
    },
    getMember(value, key) {
      startQuestion();
      return member(value, key);
    },
    getResult(value) {
      startQuestion();
      return value.kind === 'function' ? invoke(value.node, [], value, undefined) : value;
    },
  };

  function startQuestion(): void {
    steps = 0;
    isCut = false;
  }

  function evaluate(node: Node, context: Context): Value {
    const expression = unwrap(node);
    const before = context.frame ? undefined : known.get(expression);
    if (before) return before;
    if (depth > mostDepth || ++steps > mostSteps || (!context.frame && active.has(expression))) {
      isCut = true;
      return unknown;
    }
    depth++;
    if (!context.frame) active.add(expression);
    const value = evaluateNow(expression, context);
    depth--;
    if (!context.frame) {
      active.delete(expression);
      // What was cut short may be answered when it is asked for by itself.
      if (!isCut) known.set(expression, value);
    }
    return value;
  }

  function evaluateNow(node: Node, context: Context): Value {
    const { module } = context;
    switch (node.type) {
      case 'Literal':
        return typeof node.value === 'string'
          ? { kind: 'text', text: node.value, spot: { module, node } }
          : node.value === null
            ? nothing
            : unknown;
      case 'TemplateLiteral':
        return evaluateTemplate(node, context);
      case 'Identifier':
        return evaluateName(node, context);
      case 'MemberExpression':
        return evaluateMember(node, context);
      case 'MetaProperty':
        return { kind: 'object', get: (key) => (key === 'env' ? { kind: 'environment' } : unknown) };
      case 'LogicalExpression': {
        if (node.operator === '&&') return evaluate(node.right, context);
        return firstOf(evaluate(node.left, context), evaluate(node.right, context));
      }
      case 'ConditionalExpression': {
        const [yes, no] = [evaluate(node.consequent, context), evaluate(node.alternate, context)];
        const isGuard =
          dottedName(node.test) !== undefined && dottedName(node.test) === dottedName(node.consequent);
        return isGuard ? firstOf(yes, no) : either([yes, no]);
      }
      case 'AssignmentExpression':
        return evaluate(node.right, context);
      case 'SequenceExpression':
        return evaluate(node.expressions.at(-1) ?? node, context);
      case 'ObjectExpression':
        return objectOf(node, context);
      case 'ArrayExpression':
        return {
          kind: 'list',
          of: node.elements.map((element) =>
            element && element.type !== 'SpreadElement' ? evaluate(element, context) : unknown,
          ),
        };
      case 'ArrowFunctionExpression':
      case 'FunctionDeclaration':
      case 'FunctionExpression':
        return { kind: 'function', node, module, frame: context.frame };
      case 'ClassDeclaration':
      case 'ClassExpression':
        return { kind: 'class', node, module, frame: context.frame };
      case 'TSEnumDeclaration':
        return enumOf(node, context);
      case 'ThisExpression':
        return selfOf(node, context);
      case 'NewExpression':
        return construct(node, context);
      case 'CallExpression':
        return call(node, context);
      case 'ImportExpression':
        return node.source.type === 'Literal' && typeof node.source.value === 'string'
          ? importAll(module, node.source.value)
          : unknown;
      default:
        return unknown;
    }
  }

  function evaluateTemplate(node: TSESTree.TemplateLiteral, context: Context): Value {
    const [only] = node.expressions;
    const texts = node.quasis.map(({ value }) => value.cooked);
    if (only && node.expressions.length === 1 && texts.every((text) => text === '')) {
      return evaluate(only, context);
    }
    let text = texts[0] ?? '';
    for (const [index, expression] of node.expressions.entries()) {
      const value = evaluate(expression, context);
      if (value.kind !== 'text') return unknown;
      text += value.text + (texts[index + 1] ?? '');
    }
    return { kind: 'text', text, spot: { module: context.module, node } };
  }

  function evaluateName(node: TSESTree.Identifier, context: Context): Value {
    if (node.name === 'undefined') return nothing;
    const variable = namesOf(context.module).findVariable(node);
    if (!variable || variable.defs.length === 0) return globalOf(node.name);
    return evaluateVariable(variable, context);
  }

  function globalOf(name: string): Value {
    if (!['process', 'Bun', 'Deno', 'globalThis'].includes(name)) return unknown;
    return {
      kind: 'object',
      get: (key) => (key === 'env' ? { kind: 'environment' } : key === 'process' ? globalOf(key) : unknown),
    };
  }

  function evaluateVariable(variable: TSESLint.Scope.Variable, context: Context): Value {
    const [definition] = variable.defs;
    if (!definition) return unknown;
    const name = definition.name;
    const node: Node = definition.node;
    if (node.type === 'TSEnumDeclaration' || isClass(node)) return evaluate(node, context);
    switch (definition.type as string) {
      case 'ImportBinding':
        return importBinding(node, context.module);
      case 'FunctionName':
        return evaluate(node, context);
      case 'Parameter':
        return isFunction(node) ? parameter(node, name, context) : unknown;
      case 'Variable':
        return node.type === 'VariableDeclarator' ? declared(variable, node, name, context) : unknown;
      default:
        return unknown;
    }
  }

  function declared(
    variable: TSESLint.Scope.Variable,
    node: TSESTree.VariableDeclarator,
    name: Node,
    context: Context,
  ): Value {
    const values: Value[] = [];
    const loop = node.parent.parent;
    if (node.init) {
      const way = pathInto(node.id, name);
      if (!way) return unknown;
      const value = way.path.reduce(member, evaluate(node.init, context));
      const whole = way.fallback ? firstOf(value, evaluate(way.fallback, context)) : value;
      values.push(way.path.length === 0 ? passOn(whole, { module: context.module, node: node.init }) : whole);
    } else if (loop.type === 'ForOfStatement' && loop.left === node.parent) {
      const list = evaluate(loop.right, context);
      return list.kind === 'list' ? either(list.of) : unknown;
    }
    // `let region = …; if (…) region = …`
    for (const reference of variable.references) {
      if (!reference.isWrite() || !reference.writeExpr || reference.init) continue;
      const written = evaluate(reference.writeExpr, context);
      const isDefault = /^(?:\?\?|\|\|)=$/u.test(operatorOf(reference.identifier));
      const [last] = values;
      if (isDefault && last) values[0] = firstOf(last, written);
      else values.push(written);
      if (values.length > mostAlternatives) break; // `either` says that there is more
    }
    // `declare const process` says that there is a global of this name.
    return values.length === 0 ? globalOf(variable.name) : either(values);
  }

  function operatorOf({ parent }: Node): string {
    return parent?.type === 'AssignmentExpression' ? parent.operator : '';
  }

  function parameter(owner: FunctionNode, name: Node, { module, frame }: Context): Value {
    const index = owner.params.findIndex((each) => pathInto(each, name) !== undefined);
    const pattern = owner.params[index];
    const way = pattern && pathInto(pattern, name);
    if (!way) return unknown;
    let call = frame;
    while (call && call.owner !== owner) call = call.outer;
    const fallback = way.fallback && evaluate(way.fallback, { module, frame });
    if (call) {
      const value = way.path.reduce(member, call.args[index] ?? nothing);
      return fallback ? firstOf(value, fallback) : value;
    }
    return { kind: 'parameter', owner, module, index, path: way.path, fallback };
  }

  function importBinding(node: Node, module: ProgramModule): Value {
    const declaration = node.type === 'TSImportEqualsDeclaration' ? node : node.parent;
    if (node.type === 'TSImportEqualsDeclaration') {
      const reference = node.moduleReference;
      const source = reference.type === 'TSExternalModuleReference' ? reference.expression : undefined;
      return source?.type === 'Literal' ? importAll(module, source.value) : unknown;
    }
    if (declaration?.type !== 'ImportDeclaration') return unknown;
    const from = declaration.source.value;
    switch (node.type) {
      case 'ImportSpecifier':
        return importName(
          module,
          from,
          node.imported.type === 'Identifier' ? node.imported.name : node.imported.value,
        );
      case 'ImportDefaultSpecifier':
        return importName(module, from, 'default');
      default:
        return importAll(module, from);
    }
  }

  function importName(module: ProgramModule, from: string, name: string): Value {
    if (/^(?:node:)?process$/u.test(from)) {
      return name === 'env' ? { kind: 'environment' } : name === 'default' ? globalOf('process') : unknown;
    }
    const target = follow(module, from);
    return target ? exportOf(target, name) : unknown;
  }

  function importAll(module: ProgramModule, from: string): Value {
    if (/^(?:node:)?process$/u.test(from)) return globalOf('process');
    const target = follow(module, from);
    if (!target) return unknown;
    const { whole } = namesOf(target);
    return whole ? evaluate(whole, { module: target, frame: undefined }) : namespaceOf(target);
  }

  function namespaceOf(target: ProgramModule): Value {
    return { kind: 'object', get: (key) => exportOf(target, key) };
  }

  function exportOf(module: ProgramModule, name: string, seen = new Set<ProgramModule>()): Value {
    if (seen.has(module) || ++steps > mostSteps) return unknown;
    seen.add(module);
    const { exports, stars, whole, getVariable } = namesOf(module);
    const context = { module, frame: undefined };
    const target = exports.get(name);
    if (target?.kind === 'node') return evaluate(target.node, context);
    if (target?.kind === 'name') {
      const variable = getVariable(target.name);
      return variable ? evaluateVariable(variable, context) : unknown;
    }
    if (target?.kind === 'import') {
      if (target.name === '*') return importAll(module, target.from);
      const next = follow(module, target.from);
      return next ? exportOf(next, target.name, seen) : unknown;
    }
    if (whole) {
      const value = evaluate(whole, context);
      return name === 'default' ? value : member(value, name);
    }
    for (const from of stars) {
      const next = follow(module, from);
      const value = next ? exportOf(next, name, seen) : unknown;
      if (value.kind !== 'unknown') return value;
    }
    // `import config from` of a CommonJS module with `exports.name = …`.
    return name === 'default' && exports.size > 0 && !exports.has('default') ? namespaceOf(module) : unknown;
  }

  function evaluateMember(node: TSESTree.MemberExpression, context: Context): Value {
    const object = evaluate(node.object, context);
    const key = memberKey(node, context);
    if (key === undefined) return object.kind === 'list' ? either(object.of) : unknown;
    if (object.kind === 'environment') return variableOf(object, key, node, context);
    return member(object, key);
  }

  function memberKey(node: TSESTree.MemberExpression, context: Context): string | undefined {
    const name = keyOf(node);
    if (name !== undefined || !node.computed) return name;
    const value = evaluate(node.property, context);
    return value.kind === 'text' ? value.text : undefined;
  }

  function variableOf(
    environment: Value & { kind: 'environment' },
    name: string,
    node: Node,
    { module }: Context,
  ): Value {
    return { kind: 'variable', name, spot: { module, node }, fallback: environment.getDefault?.(name) };
  }

  function member(value: Value, key: string): Value {
    switch (value.kind) {
      case 'object':
        return value.get(key);
      case 'either':
        return either(value.of.map((each) => member(each, key)));
      case 'list':
        return value.of[Number(key)] ?? unknown;
      case 'parameter':
        return {
          ...value,
          path: [...value.path, key],
          fallback: value.fallback && member(value.fallback, key),
        };
      case 'class':
        return staticMember(value, key);
      case 'nothing':
        return nothing;
      default:
        return unknown;
    }
  }

  function objectOf(node: TSESTree.ObjectExpression, context: Context): Value {
    const self: Value = { kind: 'object', get };
    const members = new Map<string, Value>();
    return self;

    /** Objects may be spread into each other, and into themselves: `options = { ...options }`. */
    function get(key: string): Value {
      const before = members.get(key);
      if (before) return before;
      if (depth > mostDepth || ++steps > mostSteps) {
        isCut = true;
        return unknown;
      }
      depth++;
      const value = find(key);
      depth--;
      if (!isCut) members.set(key, value);
      return value;
    }

    function find(key: string): Value {
      for (const property of node.properties.toReversed()) {
        if (property.type === 'SpreadElement') {
          const spread = evaluate(property.argument, context);
          const value = spread.kind === 'environment' ? unknown : member(spread, key);
          if (value.kind === 'nothing') continue;
          if (value.kind !== 'unknown' && value.kind !== 'parameter') return value;
          // What the spread holds is not known; what stands before it holds where it has nothing.
          const before = getBefore(key, property);
          return value.kind === 'parameter' ? firstOf(value, before) : either([unknown, before]);
        }
        if (keyOf(property) === key) return valueOf(property);
        if (keyOf(property) === undefined && property.computed) return unknown;
      }
      return nothing;
    }

    function getBefore(key: string, end: TSESTree.SpreadElement): Value {
      const before = node.properties.slice(0, node.properties.indexOf(end));
      const found = before.findLast(
        (each): each is TSESTree.Property => each.type === 'Property' && keyOf(each) === key,
      );
      return found ? valueOf(found) : nothing;
    }

    function valueOf(property: TSESTree.Property): Value {
      if (property.kind === 'get' && isFunction(property.value)) {
        return invoke(property.value, [], context, self);
      }
      return passOn(evaluate(property.value, context), { module: context.module, node: property.value });
    }
  }

  function enumOf(node: TSESTree.TSEnumDeclaration, context: Context): Value {
    const { members } = node.body;
    return {
      kind: 'object',
      get(key) {
        const found = members.find(
          ({ id }) => (id.type === 'Identifier' ? id.name : (id as { value?: unknown }).value) === key,
        );
        if (!found?.initializer) return unknown;
        return passOn(evaluate(found.initializer, context), {
          module: context.module,
          node: found.initializer,
        });
      },
    };
  }

  function staticMember({ node, module, frame }: Value & { kind: 'class' }, key: string): Value {
    const context = { module, frame };
    for (const element of node.body.body) {
      if (!('static' in element) || !('key' in element) || !element.static || keyOf(element) !== key)
        continue;
      if (element.type === 'PropertyDefinition' && element.value) {
        return passOn(evaluate(element.value, context), { module, node: element.value });
      }
      if (element.type === 'MethodDefinition' && isFunction(element.value)) {
        return element.kind === 'get'
          ? invoke(element.value, [], context, undefined)
          : { kind: 'function', node: element.value, module, frame };
      }
    }
    return unknown;
  }

  /** What `this` is: the object of the call, otherwise any object of the class around it. */
  function selfOf(node: Node, { module, frame }: Context): Value {
    for (let inner: Node | undefined = node.parent; inner; inner = inner.parent) {
      if (isClass(inner)) {
        const self = findSelf(frame);
        return self ?? instanceOf({ kind: 'class', node: inner, module, frame }, undefined);
      }
      if (inner.type === 'ObjectExpression' && isInMethod(node, inner)) {
        return findSelf(frame) ?? objectOf(inner, { module, frame });
      }
    }
    return unknown;
  }

  function findSelf(frame: Frame | undefined): Value | undefined {
    for (let each = frame; each; each = each.outer) if (each.self) return each.self;
    return undefined;
  }

  function isInMethod(node: Node, owner: TSESTree.ObjectExpression): boolean {
    for (let inner: Node | undefined = node.parent; inner && inner !== owner; inner = inner.parent) {
      if (inner.type === 'FunctionExpression') return inner.parent.type === 'Property';
    }
    return false;
  }

  /** @param args what its constructor gets; undefined where nobody is known to call it */
  function instanceOf(owner: Value & { kind: 'class' }, args: readonly Value[] | undefined): Value {
    const { node, module, frame } = owner;
    const self: Value = { kind: 'object', get };
    const elements = node.body.body;
    const maker = elements.find(
      (each): each is TSESTree.MethodDefinition =>
        each.type === 'MethodDefinition' && each.kind === 'constructor',
    )?.value;
    const inMaker: Context =
      maker && isFunction(maker) && args
        ? { module, frame: { owner: maker, args, self, outer: frame } }
        : { module, frame };
    return self;

    function get(key: string): Value {
      if (depth > mostDepth || ++steps > mostSteps) return unknown;
      const values: Value[] = [];
      for (const element of elements) {
        if (!('key' in element) || keyOf(element) !== key || element.static) continue;
        if (element.type === 'PropertyDefinition' && element.value) {
          values.push(passOn(evaluate(element.value, inMaker), { module, node: element.value }));
        } else if (element.type === 'MethodDefinition' && isFunction(element.value)) {
          if (element.kind === 'get') return invoke(element.value, [], inMaker, self);
          if (element.kind === 'method') return { kind: 'function', node: element.value, module, frame };
        }
      }
      if (maker && isFunction(maker)) {
        for (const each of maker.params) {
          if (each.type !== 'TSParameterProperty') continue;
          const name = each.parameter.type === 'AssignmentPattern' ? each.parameter.left : each.parameter;
          if (name.name === key) values.push(parameter(maker, name, inMaker));
        }
        values.push(...assignedIn(maker, key).map((value) => evaluate(value, inMaker)));
      }
      if (values.length > 0) return either(values);
      const parent = node.superClass ? evaluate(node.superClass, { module, frame }) : nothing;
      return parent.kind === 'class' ? member(instanceOf(parent, args), key) : unknown;
    }
  }

  /** `this.key = value` in the statements of a constructor. */
  function assignedIn(maker: FunctionNode, key: string): Node[] {
    const body = maker.body.type === 'BlockStatement' ? maker.body.body : [];
    return body.flatMap((statement) => {
      if (statement.type !== 'ExpressionStatement') return [];
      const { expression } = statement;
      if (expression.type !== 'AssignmentExpression' || expression.left.type !== 'MemberExpression')
        return [];
      const { object } = expression.left;
      return object.type === 'ThisExpression' && keyOf(expression.left) === key ? [expression.right] : [];
    });
  }

  function construct(node: TSESTree.NewExpression, context: Context): Value {
    const value = evaluate(node.callee, context);
    return value.kind === 'class' ? instanceOf(value, argumentsOf(node, context)) : unknown;
  }

  function argumentsOf(node: TSESTree.CallExpression | TSESTree.NewExpression, context: Context): Value[] {
    return node.arguments.map((each) => (each.type === 'SpreadElement' ? unknown : evaluate(each, context)));
  }

  function call(node: TSESTree.CallExpression, context: Context): Value {
    const callee = unwrap(node.callee);
    const name = dottedName(callee) ?? '';
    const [first] = node.arguments;
    if (name === 'require' && first?.type === 'Literal')
      return importAll(context.module, String(first.value));
    if (name === 'Object.assign') return assign(node, context);
    if (/^(?:Object\.freeze|Object\.seal|String|structuredClone)$/u.test(name)) {
      return first ? evaluate(first, context) : nothing;
    }
    if (callee.type === 'MemberExpression') {
      const key = keyOf(callee);
      const object = evaluate(callee.object, context);
      if (object.kind === 'environment' && key === 'get' && first) {
        const variable = evaluate(first, context);
        return variable.kind === 'text' ? variableOf(object, variable.text, node, context) : unknown;
      }
      // `.trim()`, `.asString()`, `.required()`
      if (object.kind === 'text')
        return /^(?:toLowerCase|toString|trim|valueOf)$/u.test(key ?? '') ? object : unknown;
      if (object.kind === 'variable') {
        return key === 'default' && first ? firstOf(object, evaluate(first, context)) : object;
      }
    }
    const value = evaluate(callee, context);
    if (value.kind === 'function') {
      const self = callee.type === 'MemberExpression' ? evaluate(callee.object, context) : undefined;
      return invoke(
        value.node,
        argumentsOf(node, context),
        value,
        self?.kind === 'object' ? self : undefined,
      );
    }
    return value.kind === 'either' ? unknown : callOutside(node, context);
  }

  /** `Object.assign({}, a, b)` */
  function assign(node: TSESTree.CallExpression, context: Context): Value {
    const parts = argumentsOf(node, context).reverse();
    return {
      kind: 'object',
      get(key) {
        for (const part of parts) {
          const value = member(part, key);
          if (value.kind !== 'nothing') return value;
        }
        return nothing;
      },
    };
  }

  function invoke(
    owner: FunctionNode,
    args: readonly Value[],
    { module, frame }: Context,
    self: Value | undefined,
  ): Value {
    if (depth > mostDepth || ++steps > mostSteps) return unknown;
    for (let each = frame, count = 0; each; each = each.outer) {
      if (each.owner === owner && ++count > 2) return unknown;
    }
    const inside = { module, frame: { owner, args, self, outer: frame } };
    const values = returnsOf(owner).map((each) => passOn(evaluate(each, inside), { module, node: each }));
    const [only = nothing, ...others] = values;
    // `if (value) return value; return 'us-east-1';`
    return others.reduce(
      (before, value) => (before.kind === 'variable' ? firstOf(before, value) : either([before, value])),
      only,
    );
  }

  /** A function that is no part of the program: what it is given may tell what it returns. */
  function callOutside(node: TSESTree.CallExpression, context: Context): Value {
    const args = argumentsOf(node, context);
    const [first, second] = args;
    if (args.some(isEnvironment)) {
      const variables = findVariable(node, context);
      return {
        kind: 'environment',
        getDefault: (name) => findSchemaDefault(variables, name, (each) => evaluate(each, context)),
      };
    }
    if (first?.kind === 'text' && /^[A-Z][A-Z0-9_]*(?:REGION|LOCATION|ZONE)[A-Z0-9_]*$/u.test(first.text)) {
      const fallback = second?.kind === 'object' ? member(second, 'default') : second;
      const isValue = fallback?.kind === 'text' || fallback?.kind === 'variable';
      return {
        kind: 'variable',
        name: first.text,
        spot: { module: context.module, node },
        fallback: isValue ? fallback : undefined,
      };
    }
    // `defineConfig({ … })`, `once(() => …)`
    const isDefinition = /^(?:define|create)\w*Config$/u.test(dottedName(node.callee) ?? '');
    const isKept = /(?:^|\.)(?:memoize|once|cache|lazy)$/u.test(dottedName(node.callee) ?? '');
    if (
      args.length === 1 &&
      ((isDefinition && first?.kind === 'object') || (isKept && first?.kind === 'function'))
    ) {
      return first;
    }
    return unknown;
  }

  /** `createEnv({ runtimeEnv: process.env })`, `schema.parse(process.env)`, `{ ...process.env }` */
  function isEnvironment(value: Value): boolean {
    if (value.kind === 'environment') return true;
    if (value.kind !== 'object') return false;
    return ['runtimeEnv', 'processEnv', 'env'].some((key) => value.get(key).kind === 'environment');
  }

  /** The parts of the code that may hold a schema: the call itself, and what its names stand for. */
  function findVariable(node: TSESTree.CallExpression, { module }: Context): Node[] {
    const { findVariable: find } = namesOf(module);
    const callee = unwrap(node.callee);
    const parts: Node[] = [node];
    for (const each of [callee.type === 'MemberExpression' ? callee.object : callee, ...node.arguments]) {
      const definition = each.type === 'Identifier' ? find(each)?.defs[0]?.node : undefined;
      if (definition?.type === 'VariableDeclarator' && definition.init) parts.push(definition.init);
    }
    return parts;
  }
}
