import { posix } from 'node:path';
import type { FileParser } from '../parse/parser.ts';
import { addAliases, mayCall, type CallNames } from './call-names.ts';
import { createCallIndex, type CallSite } from './calls.ts';
import type { Deployment } from './deployment.ts';
import { createEvaluator } from './evaluate.ts';
import type { ProgramModule } from './module.ts';
import { mayPassOn } from './passing.ts';
import { listSources, type RegionSources } from './region-sources.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import { either, firstOf, unknown, type FunctionNode, type Value } from './value.ts';

/** What a program is made of. */
export interface ProgramInput {
  /**
   * The text of a file, by its path from the folder of the program, with `/`: nothing but spaces where a component has
   * no code; undefined for what cannot be read. Is asked for again and again.
   */
  readText: (path: string) => string | undefined;
  parse: FileParser;
  /** The file that an import leads to; undefined for what is no file of the program. */
  resolve: (from: string, specifier: string) => string | undefined;
  /** The imports in other files that lead to a file. */
  importsOf: (path: string) => readonly { user: string }[];
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

/** A JSON file is no source file, but may hold a region. */
export function resolveJson(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.') || !specifier.endsWith('.json')) return undefined;
  const path = posix.join(posix.dirname(from), specifier);
  return path.startsWith('..') ? undefined : path;
}

export function createProgram({ readText, parse, resolve, importsOf, deployment }: ProgramInput): Program {
  const modules = new Map<string, ProgramModule | undefined>();
  const evaluator = createEvaluator(follow);
  const calls = createCallIndex({ getModule, listCallers, evaluate: evaluator.evaluate });

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
    const original = readText(path);
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

  function follow(from: ProgramModule, specifier: string): ProgramModule | undefined {
    const path = resolve(from.path, specifier) ?? resolveJson(from.path, specifier);
    return path === undefined ? undefined : getModule(path);
  }

  /** The files that import a file, directly or through files that pass its exports on, and name what is sought. */
  function listCallers(path: string, sought: CallNames): { paths: string[]; names: CallNames } {
    const { reached, names } = followPassing(path, sought);
    const users = new Set([...reached].flatMap((each) => importsOf(each).map(({ user }) => user)));
    const paths = [...users].filter((each) => mayCall(readText(each) ?? '', names)).sort();
    return { paths, names };
  }

  /** The files that pass the exports of a file on, itself among them, and what these are called there. */
  function followPassing(path: string, sought: CallNames): { reached: Set<string>; names: CallNames } {
    const reached = new Set([path]);
    let names = sought;
    // A set yields what is added to it meanwhile.
    for (const next of reached) {
      for (const { user: importer } of importsOf(next)) {
        const text = reached.has(importer) ? '' : (readText(importer) ?? '');
        if (!mayPassOn(text)) continue;
        reached.add(importer);
        names = addAliases(names, text);
      }
    }
    return { reached, names };
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
