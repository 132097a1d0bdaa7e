import { posix } from 'node:path';
import type { FileParser } from '../parse/parser.ts';
import { scanSpecifiers } from '../parse/specifiers.ts';
import { createCallIndex, type CallSite } from './calls.ts';
import type { Deployment } from './deployment.ts';
import { createEvaluator } from './evaluate.ts';
import type { ProgramModule } from './module.ts';
import { listSources, type RegionSources } from './region-sources.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import { either, firstOf, unknown, type FunctionNode, type Value } from './value.ts';

/** What a program is made of. */
export interface ProgramInput {
  /** All source files, relative to the folder of the program, with `/`. */
  files: readonly string[];
  /** The text of a file, with nothing but spaces where a component has no code; undefined for what cannot be read. */
  readText: (path: string) => string | undefined;
  parse: FileParser;
  /** The file that an import leads to; undefined for what is no file of the program. */
  resolve: (from: string, specifier: string) => string | undefined;
  deployment: Deployment;
}

/** Several files that import each other, and the question where a value comes from. */
export interface Program {
  /** undefined for what cannot be read or parsed. */
  getModule: (path: string) => ProgramModule | undefined;
  evaluate: (module: ProgramModule, node: TSESTree.Node) => Value;
  getMember: (value: Value, key: string) => Value;
  getResult: (value: Value) => Value;
  /** What a value says of regions; what a function gets is asked of those that call it. */
  findSources: (value: Value) => RegionSources;
  deployment: Deployment;
}

const mostHops = 4;

export function createProgram({ files, readText, parse, resolve, deployment }: ProgramInput): Program {
  const modules = new Map<string, ProgramModule | undefined>();
  const texts = new Map<string, string | undefined>();
  const passing = new Map<string, boolean>();
  const evaluator = createEvaluator(follow);
  const calls = createCallIndex({ getModule, listImporters, evaluate: evaluator.evaluate });
  let importers: Map<string, string[]> | undefined;

  return {
    getModule,
    ...evaluator,
    deployment,
    findSources: (value) => listSources(askCallers(value, 0, new Set()), deployment),
  };

  function getModule(path: string): ProgramModule | undefined {
    if (modules.has(path)) return modules.get(path);
    const module = parseModule(path);
    modules.set(path, module);
    return module;
  }

  function parseModule(path: string): ProgramModule | undefined {
    const original = textOf(path);
    if (original === undefined) return undefined;
    const prefix = path.endsWith('.json') ? 'export default ' : '';
    const text = prefix + original.replace(/^\uFEFF/u, '').replace(/^#!/u, '//');
    try {
      const filePath = prefix === '' && !/\.(?:astro|svelte|vue)$/u.test(path) ? path : `${path}.ts`;
      const { ast, scopeManager } = parse(text, { filePath });
      return {
        path,
        text,
        ast,
        scopeManager: scopeManager as unknown as ProgramModule['scopeManager'],
        shift: prefix.length,
      };
    } catch {
      return undefined;
    }
  }

  function textOf(path: string): string | undefined {
    if (!texts.has(path)) texts.set(path, readText(path));
    return texts.get(path);
  }

  function follow(from: ProgramModule, specifier: string): ProgramModule | undefined {
    const path = resolve(from.path, specifier) ?? resolveJson(from.path, specifier);
    return path === undefined ? undefined : getModule(path);
  }

  /** A JSON file is no source file, but may hold a region. */
  function resolveJson(from: string, specifier: string): string | undefined {
    if (!specifier.startsWith('.') || !specifier.endsWith('.json')) return undefined;
    const path = posix.join(posix.dirname(from), specifier);
    return path.startsWith('..') ? undefined : path;
  }

  /** The files that import a file, directly or through files that pass its exports on. */
  function listImporters(path: string): string[] {
    importers ??= findImporters();
    const found = new Set<string>();
    const queue = [path];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      for (const importer of importers.get(next) ?? []) {
        if (found.has(importer)) continue;
        found.add(importer);
        if (passesOn(importer)) queue.push(importer);
      }
    }
    return [...found].sort();
  }

  function passesOn(path: string): boolean {
    let result = passing.get(path);
    if (result === undefined) {
      result = /\bexport\b[^'"]*\bfrom\b|module\.exports/u.test(texts.get(path) ?? readText(path) ?? '');
      passing.set(path, result);
    }
    return result;
  }

  function findImporters(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const path of files) {
      const text = texts.get(path) ?? readText(path);
      if (text === undefined) continue;
      for (const specifier of scanSpecifiers(text)) {
        const target = resolve(path, specifier);
        if (target === undefined || target === path) continue;
        const known = found.get(target);
        if (!known) found.set(target, [path]);
        else if (known.at(-1) !== path) known.push(path);
      }
    }
    return found;
  }

  function askCallers(value: Value, hops: number, asked: ReadonlySet<FunctionNode>): Value {
    if (value.kind === 'either') return either(value.of.map((each) => askCallers(each, hops, asked)));
    if (value.kind === 'variable' && value.fallback) {
      return { ...value, fallback: askCallers(value.fallback, hops, asked) };
    }
    if (value.kind !== 'parameter' || hops >= mostHops || asked.has(value.owner)) return value;
    const sites = calls.findCalls(value.owner, value.module);
    if (sites.length === 0) return value;
    const seen = new Set([...asked, value.owner]);
    const given = sites.map((site) => {
      const argument = argumentOf(site, value.index);
      const whole = value.path.reduce(evaluator.getMember, argument);
      const known = value.fallback ? firstOf(whole, value.fallback) : whole;
      return askCallers(known, hops + 1, seen);
    });
    return either(given);
  }

  function argumentOf({ module, node }: CallSite, index: number): Value {
    const argument = node.arguments[index];
    if (node.arguments.slice(0, index + 1).some((each) => each.type === 'SpreadElement')) return unknown;
    return argument ? evaluator.evaluate(module, argument) : { kind: 'nothing' };
  }
}
