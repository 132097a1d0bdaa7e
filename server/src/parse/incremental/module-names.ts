import { ScopeType, type Reference, type Variable } from '@typescript-eslint/scope-manager';
import type { Statement } from './statement.ts';

type Module = Variable['scope'];

/**
 * The names of a module, of all its statements together: like the `set` of a scope. They are put together when they
 * are asked for; an edit of one statement leaves the scopes of the others as they are.
 */
export class ModuleNames {
  /** The scope that the variables are of. */
  scope: Module | undefined;
  readonly #declaring = new Map<string, Set<Statement>>();
  readonly #reading = new Map<string, Set<Statement>>();
  readonly #known = new Map<string, Variable | undefined>();

  add(statement: Statement): void {
    for (const name of statement.declared.keys()) register(this.#declaring, name, statement);
    for (const name of statement.through.keys()) register(this.#reading, name, statement);
  }

  remove(statement: Statement): void {
    for (const name of statement.declared.keys()) unregister(this.#declaring, name, statement);
    for (const name of statement.through.keys()) unregister(this.#reading, name, statement);
  }

  /** Lets go of what was put together: statements have changed. */
  forget(): void {
    this.#known.clear();
  }

  has(name: string): boolean {
    return this.#declaring.has(name);
  }

  keys(): Iterable<string> {
    return this.#declaring.keys();
  }

  get(name: string): Variable | undefined {
    if (this.#known.has(name)) return this.#known.get(name);
    const variable = this.#join(name);
    this.#known.set(name, variable);
    return variable;
  }

  #join(name: string): Variable | undefined {
    const declaring = this.#declaring.get(name) ?? new Set();
    const users = sort(new Set([...declaring, ...(this.#reading.get(name) ?? [])]));
    const variable = this.#createVariable(
      sort(declaring).flatMap(({ declared }) => declared.get(name) ?? []),
    );
    for (const { declared, through } of users) {
      for (const reference of declared.get(name)?.references ?? []) resolve(reference, variable);
      for (const reference of through.get(name) ?? []) {
        // The name of a global one is no name of the module: `const` in `as const`.
        if (reference.resolved?.scope.type === ScopeType.global) continue;
        const isOfType = reference.isTypeReference && variable?.isTypeVariable;
        const isOfValue = reference.isValueReference && variable?.isValueVariable;
        resolve(reference, isOfType || isOfValue ? variable : undefined);
      }
    }
    return variable;
  }

  /** One variable of the parts that statements declare: overloads, merged interfaces, `var` twice. */
  #createVariable(parts: readonly Variable[]): Variable | undefined {
    const [first] = parts;
    if (!first) return undefined;
    const variable = Object.create(Object.getPrototypeOf(first) as object) as Variable;
    return Object.assign(variable, first, {
      defs: parts.flatMap(({ defs }) => defs),
      identifiers: parts.flatMap(({ identifiers }) => identifiers),
      references: [],
      scope: this.scope,
    });
  }
}

function resolve(reference: Reference, variable: Variable | undefined): void {
  reference.resolved = variable ?? null;
  variable?.references.push(reference);
}

function register(index: Map<string, Set<Statement>>, name: string, statement: Statement): void {
  const known = index.get(name);
  if (known) known.add(statement);
  else index.set(name, new Set([statement]));
}

function unregister(index: Map<string, Set<Statement>>, name: string, statement: Statement): void {
  const known = index.get(name);
  known?.delete(statement);
  if (known?.size === 0) index.delete(name);
}

/** In the order of the file. */
function sort(statements: ReadonlySet<Statement>): Statement[] {
  return [...statements].sort((a, b) => a.node.start - b.node.start);
}
