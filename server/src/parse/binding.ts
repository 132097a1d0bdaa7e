import { instantiateNapiModuleSync, type PluginFactory } from '@emnapi/core';
import asyncWork from '@emnapi/core/plugins/async-work';
import threadsafeFunction from '@emnapi/core/plugins/threadsafe-function';
import { createContext } from '@emnapi/runtime';
import { isFile } from '../files/folders.ts';
import { readBytes } from '../files/read-file.ts';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { ParserOptions } from 'oxc-parser';
import { createWasiImports } from './wasi.ts';

/** One running instance of oxc's parser. */
export interface OxcBinding {
  /** Its result is for `wrap` of oxc-parser. */
  parseSync(filename: string, text: string, options: ParserOptions): object;
  /** What the parser wrote before it broke down. */
  readonly output: string;
  /** Lets go of the instance; call it after a call threw, for its stack is then in no known state. */
  dispose(): void;
}

/** Reads and compiles the parser: oxc-parser's wasm build, one file for all platforms. */
export function compileParser(): WebAssembly.Module {
  // The bundle carries the wasm beside itself; sources and tests take it from the package.
  const file = fileURLToPath(new URL('parser.wasm', import.meta.url));
  const parser = isFile(file) ? file : createRequire(import.meta.url).resolve('oxc-parser/wasm');
  useBaselineCompiler();
  return new WebAssembly.Module(readBytes(parser, { limit: largestParser }));
}

const largestParser = 64 * 1024 * 1024;

/**
 * Keeps V8 from compiling the parser a second time, with optimizations: that takes longer than it saves, and 8 MB. Where
 * the option is gone, V8 says so on the standard error stream and goes on.
 */
function useBaselineCompiler(): void {
  try {
    setFlagsFromString('--liftoff-only');
  } catch {
    // Slower, and no less right.
  }
}

const pagesAtStart = 1024; // 64 MiB of address space; only what is touched costs memory
const pagesAtMost = 65_536;

/**
 * Starts a parser. Takes about 20 ms.
 *
 * @param module what `compileParser` returned; it can be started many times
 */
export function startParser(module: WebAssembly.Module): OxcBinding {
  const memory = new WebAssembly.Memory({ initial: pagesAtStart, maximum: pagesAtMost });
  // Without a message channel the context cannot wait for asynchronous work, of which there is none here, and
  // leaves the process's events alone.
  const context = createContext({ features: { MessageChannel: undefined } });
  let output = '';
  const { napiModule } = instantiateNapiModuleSync(module, {
    context,
    plugins: [asyncWork, threadsafeFunction] as PluginFactory[],
    overwriteImports: (imports) => ({
      ...imports,
      env: { ...imports.env, ...imports.napi, ...imports.emnapi, memory },
      wasi_snapshot_preview1: createWasiImports(memory, (text) => (output += text)),
    }),
    beforeInit({ instance }) {
      (instance.exports._initialize as () => void)();
      for (const [name, register] of Object.entries(instance.exports)) {
        if (name.startsWith('__napi_register__')) (register as () => void)();
      }
    },
  });
  const { parseSync } = napiModule.exports as Pick<OxcBinding, 'parseSync'>;

  return {
    parseSync,
    get output() {
      return output.trim();
    },
    dispose() {
      context.destroy();
    },
  };
}
