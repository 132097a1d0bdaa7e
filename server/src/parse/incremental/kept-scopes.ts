import type { ScopeManager, Variable } from '@typescript-eslint/scope-manager';
import { ModuleNames } from './module-names.ts';
import type { Statement } from './statement.ts';
import { findFrom, type TreeNode } from './tree-node.ts';

type Scope = ScopeManager['scopes'][number];

/** The scopes of a file, put together from those of its statements. */
export interface KeptScopes {
  /** As typescript-eslint has it, as far as anybody here asks. */
  manager: ScopeManager;
  enter(statement: Statement): void;
  leave(statement: Statement): void;
  /** To be called after the last `enter` and `leave` of an edit. */
  settle(): void;
}

/**
 * @param program the tree; its statements may be exchanged
 * @param statements the same statements, with their scopes; the array is kept and changed in step with the tree
 */
export function createKeptScopes(
  program: TreeNode & { body: TreeNode[] },
  statements: Statement[],
): KeptScopes {
  const names = new ModuleNames();
  const set = names as unknown as Scope['set'];
  const shared = { variables: [], defs: [], block: program };
  const globalScope = {
    ...shared,
    type: 'global',
    get set() {
      return statements[0]?.manager.globalScope?.set ?? new Map();
    },
    upper: null,
    references: [],
    get childScopes() {
      return [moduleScope];
    },
    get through() {
      return statements.flatMap(({ through }) =>
        [...through].flatMap(([name, references]) => {
          names.get(name); // resolves them
          return references.filter(({ resolved }) => !resolved);
        }),
      );
    },
  } as unknown as Scope;
  const moduleScope = {
    ...shared,
    type: 'module',
    set,
    upper: globalScope,
    get variables() {
      return [...names.keys()].flatMap((name) => names.get(name) ?? []);
    },
    get references() {
      return statements.flatMap((statement) => statement.moduleScope.references);
    },
    get childScopes() {
      return statements.flatMap((statement) => statement.moduleScope.childScopes);
    },
    get through() {
      return globalScope.through;
    },
  } as unknown as Scope;
  names.scope = moduleScope;

  const managerOf = ({ start }: TreeNode) => statements[findFrom(program.body, start + 1)]?.manager;
  const manager = {
    get scopes() {
      // The first two of a statement are its own global and module scope.
      return [
        globalScope,
        moduleScope,
        ...statements.flatMap((statement) => statement.manager.scopes.slice(2)),
      ];
    },
    globalScope,
    acquire(node: TreeNode, inner = false) {
      if (node === program) return inner ? moduleScope : globalScope;
      return (
        managerOf(node)?.acquire(node as unknown as Parameters<ScopeManager['acquire']>[0], inner) ?? null
      );
    },
    getDeclaredVariables(node: TreeNode): Variable[] {
      const variables = managerOf(node)?.getDeclaredVariables(
        node as unknown as Parameters<ScopeManager['getDeclaredVariables']>[0],
      );
      return (variables ?? []).flatMap((variable) =>
        variable.scope.set === set ? (names.get(variable.name) ?? []) : [variable],
      );
    },
  } as unknown as ScopeManager;

  return {
    manager,
    enter(statement) {
      // One set for all statements: a scope inside of one looks for names in the whole module.
      (statement.moduleScope as { set: Scope['set'] }).set = set;
      names.add(statement);
    },
    leave(statement) {
      names.remove(statement);
    },
    settle() {
      names.forget();
    },
  };
}
