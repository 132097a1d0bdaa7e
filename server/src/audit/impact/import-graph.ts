import { join } from 'node:path';
import { createOxc } from '../../parse/oxc.ts';
import { scanSpecifiers } from '../../parse/specifiers.ts';
import { readCode } from '../../files/source-file.ts';
import { codeOf } from './code-of.ts';
import { readModule, type ModuleFacts } from './module-facts.ts';
import type { Project } from '../../project/project.ts';
import type { ImportResolver } from '../../project/resolver.ts';

/** An import that should lead to a file of the project and does not. */
export interface UnresolvedImport {
  /** The importing file, relative to the audited folder. */
  path: string;
  specifier: string;
}

/** The part of a project's imports that leads to certain files. */
export interface ImportGraph {
  /** Each file that reaches a target, the targets among them, with the files that import it when it runs; sorted. */
  importers: ReadonlyMap<string, readonly string[]>;
  /** What these files are, as far as they could be parsed. */
  modules: ReadonlyMap<string, ModuleFacts>;
  unresolved: UnresolvedImport[];
  /** How many imports lead to files above the audited folder. */
  outsideCount: number;
}

interface GraphInput {
  project: Project;
  resolver: ImportResolver;
  /** The files that are to be reached. */
  targets: ReadonlySet<string>;
  /** Is given the text of each file once. */
  onText: (path: string, text: string) => void;
}

/**
 * Finds which files reach others by importing them. All files are searched for specifiers; only those that may
 * reach a target are parsed, to tell imports from what looks like them.
 */
export function buildImportGraph({ project, resolver, targets, onText }: GraphInput): ImportGraph {
  const candidates = new Map<string, ReadonlyMap<string, string>>();
  const suspects = new Set<string>();
  let outsideCount = 0;

  for (const path of project.files) {
    const text = readText(path);
    if (text === undefined) continue;
    onText(path, text);
    const imports = new Map<string, string>();
    for (const specifier of scanSpecifiers(text)) {
      const result = resolver.resolve(path, specifier);
      if (result.kind === 'file') imports.set(specifier, result.path);
      else if (result.kind === 'outside') outsideCount++;
      else if (result.kind === 'unresolved') suspects.add(path);
    }
    if (imports.size > 0) candidates.set(path, imports);
  }

  const oxc = createOxc();
  const modules = new Map<string, ModuleFacts>();
  const unresolved: UnresolvedImport[] = [];
  const near = reach(targets, candidates);
  for (const path of [...near.keys(), ...suspects]) {
    if (modules.has(path)) continue;
    const module = parse(path);
    if (!module) continue;
    modules.set(path, module);
    for (const specifier of module.imports) {
      if (resolver.resolve(path, specifier).kind === 'unresolved') unresolved.push({ path, specifier });
    }
  }

  const imports = new Map<string, ReadonlyMap<string, string>>();
  for (const path of near.keys()) {
    const all = candidates.get(path) ?? new Map<string, string>();
    const real = modules.get(path)?.imports;
    // A file that cannot be parsed keeps what it seems to import.
    imports.set(path, real ? new Map([...all].filter(([specifier]) => real.has(specifier))) : all);
  }
  return { importers: reach(targets, imports), modules, unresolved, outsideCount };

  function readText(path: string): string | undefined {
    // What cannot be read was reported when it was linted.
    return readCode(join(project.root, path), project.root);
  }

  function parse(path: string): ModuleFacts | undefined {
    const text = readText(path);
    if (text === undefined) return undefined;
    const module: ModuleFacts = { imports: new Set(), exports: new Set(), listens: false };
    for (const code of codeOf(path, text)) {
      const { program } = oxc.parse(code.filename, code.text);
      if (!program) return undefined;
      const facts = readModule(program);
      for (const specifier of facts.imports) module.imports.add(specifier);
      for (const name of facts.exports) module.exports.add(name);
      module.listens ||= facts.listens;
    }
    return module;
  }
}

/** Follows imports backwards from the targets. */
function reach(
  targets: ReadonlySet<string>,
  imports: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Map<string, string[]> {
  const importersOf = new Map<string, Set<string>>();
  for (const [path, targetsOfPath] of imports) {
    for (const target of targetsOfPath.values()) {
      if (target === path) continue;
      const importers = importersOf.get(target);
      if (importers) importers.add(path);
      else importersOf.set(target, new Set([path]));
    }
  }
  const reached = new Map<string, string[]>();
  const queue = [...targets];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path)) continue;
    const importers = [...(importersOf.get(path) ?? [])].sort();
    reached.set(path, importers);
    queue.push(...importers);
  }
  return reached;
}

/**
 * The next step from each file towards a target, on a shortest way.
 *
 * @returns by path, the file that it imports for that; undefined for the target itself
 */
export function findSteps({ importers }: ImportGraph, target: string): Map<string, string | undefined> {
  const steps = new Map<string, string | undefined>([[target, undefined]]);
  // A map yields what is added to it meanwhile: those that are near come first.
  for (const path of steps.keys()) {
    for (const importer of importers.get(path) ?? []) {
      if (!steps.has(importer)) steps.set(importer, path);
    }
  }
  return steps;
}
