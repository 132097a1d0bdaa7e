// What neither @types/node nor a package declares, and no more of it than is used here.

/** The part of lib.dom.d.ts's WebAssembly that a Node program can use without all of the DOM. */
declare namespace WebAssembly {
  type ImportValue = ((...args: never[]) => unknown) | Memory;
  type ModuleImports = Record<string, ImportValue>;
  type Imports = Record<string, ModuleImports>;

  // The marker keeps other objects from passing for a module; it exists in the types only.
  class Module {
    constructor(bytes: Uint8Array);
    private readonly compiled;
  }
  class Memory {
    constructor(size: { initial: number; maximum?: number });
    readonly buffer: ArrayBuffer;
  }
  interface Instance {
    readonly exports: Record<string, unknown>;
  }
  interface WebAssemblyInstantiatedSource {
    instance: Instance;
    module: Module;
  }
}

declare module 'oxc-parser/src-js/wrap.js' {
  import type { Comment, OxcError, Program } from 'oxc-parser';

  /**
   * Reads a raw result, which frees it on the native side; `program` is made from JSON when it is asked for.
   *
   * @param result what `parseSync` of the binding returned
   */
  export function wrap(result: object): {
    readonly program: Program;
    readonly comments: Comment[];
    readonly errors: OxcError[];
  };
}
