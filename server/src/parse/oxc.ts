import { extname } from 'node:path';
import type { Comment, ParserOptions, Program } from 'oxc-parser';
import { wrap } from 'oxc-parser/src-js/wrap.js';
import { compileParser, startParser, type OxcBinding } from './binding.ts';

/** A parsed file, or what is wrong with it and where, as an offset. */
export type OxcResult =
  | {
      program: Program;
      comments: Comment[];
      /** Whether there is no error at all, not even one that could be read over. */
      isClean: boolean;
    }
  | { program: undefined; message: string; offset: number };

/** oxc's parser, for JavaScript and TypeScript with JSX. */
export interface Oxc {
  /**
   * @param filename a path or `untitled.ts`; its extension names the language
   * @returns never throws: what breaks the parser down is a message too
   */
  parse(filename: string, text: string): OxcResult;
  /**
   * Parses in the likeliest language of the file only, for a part of a file.
   *
   * @param sourceType what the file is; undefined: what the text says
   */
  parseOnce(filename: string, text: string, sourceType?: 'module' | 'script'): OxcResult;
}

/** Makes a parser that starts with its first file (most runs of the command line find nothing to parse). */
export function createOxc(): Oxc {
  let module: WebAssembly.Module | undefined;
  let binding: OxcBinding | undefined;

  function parse(filename: string, text: string, language: ParserOptions): OxcResult {
    module ??= compileParser();
    const current = (binding ??= startParser(module));
    try {
      return read(current.parseSync(filename, text, { astType: 'ts', preserveParens: false, ...language }));
    } catch (error) {
      // The stack of the wasm is in no known state after a trap, so the next file gets a new instance.
      binding = undefined;
      const message = describeBreakdown(error, current.output);
      current.dispose();
      return { program: undefined, message, offset: 0 };
    }
  }

  return {
    parse(filename, text) {
      const [language, ...others] = getLanguages(filename);
      const result = parse(filename, text, language);
      if (result.program) return result;
      for (const other of others) {
        const second = parse(filename, text, other);
        if (second.program) return second;
      }
      return result;
    },
    parseOnce(filename, text, sourceType) {
      const [language] = getLanguages(filename);
      return parse(filename, text, sourceType ? { ...language, sourceType } : language);
    },
  };
}

function read(result: object): OxcResult {
  const { program, comments, errors } = wrap(result);
  const found = errors.filter(({ severity }) => severity === 'Error');
  const hole = found.find(({ message }) => leavesHole.test(message));
  const error = hole ?? found[0];
  // An error with a program is one that oxc could read on from, such as a `return` at the top of a
  // script. TypeScript's parser lets most of them pass too.
  if (!error || (program.body.length > 0 && !hole)) return { program, comments, isClean: !error };
  const message = [error.message, error.helpMessage ?? []].flat().map(toSentence).join(' ');
  return { program: undefined, message, offset: error.labels[0]?.start ?? 0 };
}

/** `try {}` alone: a tree that lacks what every tree has, and ESLint breaks down on it. */
const leavesHole = /\bcatch or finally\b/iu;

/** oxc ends some of its messages with a full stop, and some without. */
function toSentence(message: string): string {
  return /[.!?]$/u.test(message) ? message : `${message}.`;
}

/** The languages to try for a file, likeliest first. */
function getLanguages(filename: string): [ParserOptions, ...ParserOptions[]] {
  const sourceType = 'unambiguous';
  switch (extname(filename).toLowerCase()) {
    case '.ts':
    case '.cts':
    case '.mts':
      return [{ lang: /\.d\.[cm]?ts$/iu.test(filename) ? 'dts' : 'ts', sourceType }];
    case '.tsx':
      return [{ lang: 'tsx', sourceType }];
    // The scripts of components say in which language they are; all of these may be.
    case '.astro':
    case '.svelte':
    case '.vue':
      return [
        { lang: 'ts', sourceType },
        { lang: 'tsx', sourceType },
        { lang: 'jsx', sourceType },
      ];
    default:
      // JavaScript with type annotations (Flow's, say): typescript-eslint reads it as well.
      return [
        { lang: 'jsx', sourceType },
        { lang: 'tsx', sourceType },
      ];
  }
}

function describeBreakdown(error: unknown, output: string): string {
  if (error instanceof RangeError) return 'The code is nested too deeply.';
  const detail = output || (error instanceof Error ? error.message : String(error));
  return `The parser broke down on this file, please report it: ${detail}`;
}
