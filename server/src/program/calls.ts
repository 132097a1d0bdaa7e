import type { TSESTree } from '@typescript-eslint/utils';
import { isClass, isFunction, unwrap } from 'eslint-plugin-multi-region/ecmascript';
import { namesOf, type ProgramModule } from './module.ts';
import { visit } from './syntax.ts';
import type { FunctionNode, Value } from './value.ts';

/** A call of a function of the program, or the construction of one of its classes. */
export interface CallSite {
  module: ProgramModule;
  node: TSESTree.CallExpression | TSESTree.NewExpression;
}

/** Who calls what. Files are only looked into when a function that they may call is asked about. */
export interface CallIndex {
  /**
   * @param owner a function, or the constructor of a class
   * @param module where it is
   */
  findCalls(owner: FunctionNode, module: ProgramModule): readonly CallSite[];
}

export function createCallIndex({
  getModule,
  listImporters,
  evaluate,
}: {
  getModule: (path: string) => ProgramModule | undefined;
  listImporters: (path: string) => readonly string[];
  evaluate: (module: ProgramModule, node: TSESTree.Node) => Value;
}): CallIndex {
  const byOwner = new Map<TSESTree.Node, CallSite[]>();
  const indexed = new Set<ProgramModule>();
  const searched = new Set<ProgramModule>();

  return {
    findCalls(owner, module) {
      index(module);
      if (!searched.has(module) && mayBeExported(owner, module)) {
        searched.add(module);
        for (const path of listImporters(module.path)) {
          const importer = getModule(path);
          if (importer) index(importer);
        }
      }
      return byOwner.get(owner) ?? [];
    },
  };

  function index(module: ProgramModule): void {
    if (indexed.has(module)) return;
    indexed.add(module);
    visit(module.ast, (node) => {
      if (node.type === 'CallExpression' || node.type === 'NewExpression') add({ module, node });
      return true;
    });
  }

  function add(site: CallSite): void {
    const { module, node } = site;
    const callee = unwrap(node.callee);
    if (!isNamedHere(callee, module)) return;
    const value = evaluate(module, callee);
    const owner =
      value.kind === 'function' ? value.node : value.kind === 'class' ? makerOf(value.node) : undefined;
    if (!owner) return;
    const sites = byOwner.get(owner);
    if (sites) sites.push(site);
    else byOwner.set(owner, [site]);
  }
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
