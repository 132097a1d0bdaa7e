import { join, posix } from 'node:path';
import { isGeneratedPath, isTestPath } from 'eslint-plugin-multi-region/facts';
import type { Notice } from '../../files/notice.ts';
import { findText } from '../../files/read-text.ts';
import type { ServicePlace } from '../inventory.ts';
import type { Entry, EntryKind } from './entry.ts';
import { findFrameworkEntry } from './framework-entries.ts';
import { buildImportGraph, findSteps, type ImportGraph, type UnresolvedImport } from './import-graph.ts';
import { listDependencies } from '../../project/dependencies.ts';
import { exportsHandler } from './module-facts.ts';
import { createNamedHandlers } from './named-handlers.ts';
import { listPackageEntries } from './package-entries.ts';
import { readProject, type Package, type Project } from '../../project/project.ts';
import { createImportResolver } from '../../project/resolver.ts';

/** Whether customers may wait for a file: it is no test, and nothing that a tool makes of another file. */
function isProduct(path: string): boolean {
  return !isTestPath(path) && !isGeneratedPath(path);
}

/** What breaks when a region goes down. Plain data; paths are relative to the audited folder, with `/`. */
export interface Impact {
  region: string;
  /** The places that depend on the region, tests left out. */
  sites: ImpactSite[];
  /** What is started from outside and reaches a site; by kind, then by path. */
  entries: ImpactEntry[];
  /** The sites that no entry reaches: their files import each other in a circle. */
  unreached: number[];
  /** All regions that the audit found, to choose from. */
  regions: string[];
  /** How many files were searched for imports. */
  fileCount: number;
  /** Imports that could not be followed, so that an entry may be missing. */
  unresolved: UnresolvedImport[];
  /** How many imports lead out of the audited folder. */
  outsideCount: number;
}

export interface ImpactSite {
  path: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units. */
  column: number;
  service: string | undefined;
  origin: ServicePlace['origin'];
}

export interface ImpactEntry {
  kind: EntryKind;
  path: string;
  name: string | undefined;
  reaches: Reach[];
}

/** One site that an entry reaches. */
export interface Reach {
  /** Its place in `sites`. */
  site: number;
  /** The files on a shortest way from the entry to the file of the site, without these two. */
  via: string[];
}

interface ImpactInput {
  /** Absolute. */
  root: string;
  /** The source files of the audit, relative to `root`. */
  paths: readonly string[];
  /** What the audit found. */
  places: readonly ServicePlace[];
  /** As the code spells it; for Azure, `East US` and `eastus` are the same. */
  region: string;
  /** Is told of configuration that could not be used. */
  report: (notice: Notice) => void;
}

/** Finds the places that depend on a region, and through the imports what is started from outside and needs them. */
export function findImpact({ root, paths, places, region, report }: ImpactInput): Impact {
  const sites = places
    .filter((place) => isSameRegion(place.region, region) && isProduct(place.path))
    .map(({ path, line, column, service, origin }) => ({ path, line, column, service, origin }))
    .sort(comparePlaces);
  const project = readProject(root, paths.filter(isProduct));
  const regions = [...new Set(places.flatMap((place) => place.region ?? []))].sort();
  const nothing = { region, sites, regions, entries: [], unreached: [], unresolved: [], outsideCount: 0 };
  if (sites.length === 0) return { ...nothing, fileCount: project.files.size };

  const handlers = createNamedHandlers(project);
  const scripts = new Set<string>();
  const graph = buildImportGraph({
    project,
    resolver: createImportResolver(project, report),
    targets: new Set(sites.map(({ path }) => path)),
    onText(path, text) {
      handlers.addText(path, text);
      if (text.startsWith('#!')) scripts.add(path);
    },
  });
  for (const path of project.configFiles) handlers.addText(path, findText(join(root, path)) ?? '');

  const known: KnownEntries = { handlers: handlers.list(), scripts, ofPackages: listPackageEntries(project) };
  const found = new Map<string, Entry>();
  for (const path of graph.importers.keys()) {
    const entry = classify(path, { project, graph, known });
    if (entry) found.set(path, entry);
  }

  const entries = connect(found, sites, graph);
  const reached = new Set(entries.flatMap(({ reaches }) => reaches.map(({ site }) => site)));
  return {
    region,
    sites,
    regions,
    entries,
    unreached: sites.flatMap((_, index) => (reached.has(index) ? [] : [index])),
    fileCount: project.files.size,
    unresolved: graph.unresolved.sort((a, b) => compare(a.path, b.path) || compare(a.specifier, b.specifier)),
    outsideCount: graph.outsideCount,
  };
}

interface KnownEntries {
  handlers: ReadonlyMap<string, string | undefined>;
  /** Files whose first line names an interpreter. */
  scripts: ReadonlySet<string>;
  ofPackages: ReadonlyMap<string, Entry>;
}

/** The strongest thing that can be said of what starts a file; undefined where only imports do. */
function classify(
  path: string,
  { project, graph, known }: { project: Project; graph: ImportGraph; known: KnownEntries },
): Entry | undefined {
  const module = graph.modules.get(path);
  if (known.handlers.has(path)) {
    const name = known.handlers.get(path);
    // Configuration may name a file of a bundle; here is one of the same name.
    if (name === undefined || !module || module.exports.has(name)) return { kind: 'handler', name };
  }
  const owner = project.packageOf(path);
  const ofFramework = findFrameworkEntry(
    owner ? posix.relative(owner.folder, path) : path,
    dependenciesOf(owner),
  );
  if (ofFramework) return ofFramework;
  if (module && exportsHandler(module)) return { kind: 'handler', name: undefined };

  const isImported = (graph.importers.get(path) ?? []).length > 0;
  const ofPackage = known.ofPackages.get(path);
  // A package of the workspace that is never published is there for those who import it here.
  const isInternal = ofPackage?.kind === 'package' && isImported && owner?.manifest.private === true;
  if (ofPackage?.kind === 'bin') return ofPackage;
  if (module?.listens && !isImported) return { kind: 'server', name: ofPackage?.name };
  if (ofPackage && !isInternal) return ofPackage;
  if (known.scripts.has(path)) return { kind: 'script', name: undefined };
  return isImported ? undefined : { kind: 'root', name: undefined };
}

function dependenciesOf(owner: Package | undefined): Set<string> {
  return new Set(
    listDependencies(owner?.manifest ?? {}, ['dependencies', 'devDependencies', 'peerDependencies']),
  );
}

function connect(
  found: ReadonlyMap<string, Entry>,
  sites: readonly ImpactSite[],
  graph: ImportGraph,
): ImpactEntry[] {
  const entries = new Map<string, ImpactEntry>();
  const ordered = [...found].sort(
    ([a, { kind }], [b, { kind: other }]) => order.indexOf(kind) - order.indexOf(other) || compare(a, b),
  );
  for (const [path, { kind, name }] of ordered) entries.set(path, { kind, path, name, reaches: [] });

  const bySiteFile = new Map<string, number[]>();
  sites.forEach(({ path }, index) => bySiteFile.set(path, [...(bySiteFile.get(path) ?? []), index]));
  for (const [file, indexes] of bySiteFile) {
    const steps = findSteps(graph, file);
    for (const [path, { reaches }] of entries) {
      if (!steps.has(path)) continue;
      const via = followSteps(steps, path);
      for (const site of indexes) reaches.push({ site, via });
    }
  }
  return [...entries.values()].filter(({ reaches }) => reaches.length > 0);
}

/** What customers notice first comes first. */
const order: readonly EntryKind[] = [
  'handler',
  'route',
  'page',
  'middleware',
  'server',
  'bin',
  'script',
  'package',
  'root',
];

function followSteps(steps: ReadonlyMap<string, string | undefined>, start: string): string[] {
  const via: string[] = [];
  let path = steps.get(start);
  while (path !== undefined) {
    const next = steps.get(path);
    if (next === undefined) break;
    via.push(path);
    path = next;
  }
  return via;
}

function isSameRegion(a: string | undefined, b: string): boolean {
  return a !== undefined && normalize(a) === normalize(b);
}

function normalize(region: string): string {
  return region.replaceAll(/\s/gu, '').toLowerCase();
}

function comparePlaces(a: ImpactSite, b: ImpactSite): number {
  return compare(a.path, b.path) || a.line - b.line || a.column - b.column;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
