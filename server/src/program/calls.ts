import type { TSESTree } from '@typescript-eslint/utils';
import { isClass, isFunction, unwrap } from 'eslint-plugin-multi-region/ecmascript';
import { findCallNames, isCalledBy, type CallNames } from './call-names.ts';
import { namesOf, type ProgramModule } from './module.ts';
import { visit } from './syntax.ts';
import type { FunctionNode, Value } from './value.ts';

/** A call of a function of the program, or the construction of one of its classes. */
export interface CallSite {
  module: ProgramModule;
  node: TSESTree.CallExpression | TSESTree.NewExpression;
}

/** Who calls what. Files are only looked into when a function that they may call, by its name, is asked about. */
export interface CallIndex {
  /**
   * @param owner a function, or the constructor of a class
   * @param module where it is
   */
  findCalls(owner: FunctionNode, module: ProgramModule): readonly CallSite[];
}

export function createCallIndex({
  getModule,
  listCallers,
  evaluate,
}: {
  getModule: (path: string) => ProgramModule | undefined;
  /** The other files that may call something of a module, and all that it is called there. */
  listCallers: (path: string, names: CallNames) => { paths: readonly string[]; names: CallNames };
  evaluate: (module: ProgramModule, node: TSESTree.Node) => Value;
}): CallIndex {
  const known = new Map<FunctionNode, readonly CallSite[]>();
  const calls = new Map<ProgramModule, readonly CallSite['node'][]>();

  return {
    findCalls(owner, module) {
      const before = known.get(owner);
      if (before) return before;
      known.set(owner, []); // a function may be asked about while it is looked for
      const own = findCallNames(owner, module);
      const { paths, names } = mayBeExported(owner, module)
        ? listCallers(module.path, own)
        : { paths: [], names: own };
      const modules = [module, ...paths.flatMap((path) => getModule(path) ?? [])];
      const found = modules.flatMap((each) => findIn(each, owner, names));
      known.set(owner, found);
      return found;
    },
  };

  function findIn(module: ProgramModule, owner: FunctionNode, names: CallNames): CallSite[] {
    return listCalls(module)
      .filter(
        ({ callee }) => isNamedHere(unwrap(callee), module) && isCalledBy(unwrap(callee), names, module),
      )
      .filter(({ callee }) => ownerOf(evaluate(module, unwrap(callee))) === owner)
      .map((node) => ({ module, node }));
  }

  function listCalls(module: ProgramModule): readonly CallSite['node'][] {
    let found = calls.get(module);
    if (!found) calls.set(module, (found = findCallsIn(module.ast)));
    return found;
  }
}

function findCallsIn(ast: TSESTree.Program): CallSite['node'][] {
  const found: CallSite['node'][] = [];
  visit(ast, (node) => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') found.push(node);
    return true;
  });
  return found;
}

function ownerOf(value: Value): FunctionNode | undefined {
  if (value.kind === 'function') return value.node;
  return value.kind === 'class' ? makerOf(value.node) : undefined;
}

/** Whether a name that this file declares or imports stands at its beginning: globals are no functions of the program. */
function isNamedHere(callee: TSESTree.Node, module: ProgramModule): boolean {
  let root = callee;
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  if (root.type === 'ThisExpression') return true;
  return root.type === 'Identifier' && (namesOf(module).findVariable(root)?.defs.length ?? 0) > 0;
}

function makerOf(owner: TSESTree.ClassDeclaration | TSESTree.ClassExpression): FunctionNode | undefined {
  const maker = owner.body.body.find(
    (each) => each.type === 'MethodDefinition' && each.kind === 'constructor',
  );
  return maker?.type === 'MethodDefinition' && isFunction(maker.value) ? maker.value : undefined;
}

/** A function inside of another one is not known outside of its file. */
function mayBeExported(owner: FunctionNode, module: ProgramModule): boolean {
  const { exports, whole } = namesOf(module);
  if (exports.size === 0 && !whole) return false;
  for (let node: TSESTree.Node | undefined = owner.parent; node; node = node.parent) {
    if (isFunction(node)) return false;
    if (isClass(node)) return true;
  }
  return true;
}
