import { join } from 'node:path';
import type { Notice } from '../files/notice.ts';
import { readCode } from '../files/source-file.ts';
import type { FileLinter } from '../lint/file-linter.ts';
import { createFileNotice } from '../lint/lint-notices.ts';
import { startTimeLimit } from '../lint/time-limit.ts';
import { createLineIndex } from '../parse/lines.ts';
import { createFileParser } from '../parse/parser.ts';
import { findClientSources, mayBeCloud } from '../program/client-region.ts';
import type { Deployment } from '../program/deployment.ts';
import { inlineRegions, type Inlined } from '../program/inline.ts';
import type { ProgramModule } from '../program/module.ts';
import { createProgram, resolveJson, type Program } from '../program/program.ts';
import { createImporters } from '../program/importers.ts';
import { findRegionTakers, mayHoldRegion } from '../program/region-takers.ts';
import type { RegionSource } from '../program/region-sources.ts';
import type { Spot } from '../program/value.ts';
import { listDependencies } from '../project/dependencies.ts';
import { readProject, type Project } from '../project/project.ts';
import { createImportResolver } from '../project/resolver.ts';
import { blankOutMarkup } from '../project/component-code.ts';
import { listServicePlaces, type Decider, type ServicePlace } from './inventory.ts';

/** What is needed to follow the regions of a folder through its files. */
export interface FollowInput {
  /** Absolute. */
  root: string;
  /** All of its source files, relative to `root`, with `/`. */
  files: readonly string[];
  /** Those that are audited, in their order. */
  paths: readonly string[];
  /** What each file says by itself. */
  places: readonly ServicePlace[];
  /** The texts of files that differ from what is on the disk. */
  texts?: ReadonlyMap<string, string>;
  linter: FileLinter;
  deployment: Deployment;
  /** Is told of configuration that could not be used. */
  onNotice: (notice: Notice) => void;
  signal?: AbortSignal | undefined;
}

type Range = readonly [start: number, end: number];

const unfollowed =
  'What it gets from other files was not followed to its end: that would take too long. Split the file.';

/** A file that may get regions from others says so: the names of what holds one have the word in them. */
const mention = /[Rr]egion|REGION|_(?:LOCATION|ZONE)|[Aa]vailability_?[Zz]one|AVAILABILITY_?ZONE/u;
const environment = /\benv\b|[A-Z]_(?:URL|URI|ARN|ENDPOINT|HOST)\b/u;

/**
 * Says of each place which region it has in the program, where its file alone does not tell: the constants, config
 * modules, helpers and callers of other files are followed, and so are variables that the deployment sets.
 *
 * @returns the places of all files, in their order
 */
export async function followRegions(input: FollowInput): Promise<ServicePlace[]> {
  const { root, paths, places, linter, deployment, onNotice, signal } = input;
  const byPath = new Map<string, ServicePlace[]>();
  for (const place of places.map((each) => followOmitted(each, deployment))) {
    const own = byPath.get(place.path);
    if (own) own.push(place);
    else byPath.set(place.path, [place]);
  }
  const { program, candidates, mayGive } = open(input, byPath);
  const selected = new Set(paths);
  const passedOn = new Map<string, Set<Range>>();
  const changed = new Map<string, ServicePlace[]>();

  for (const path of candidates) {
    signal?.throwIfAborted();
    const module = program.getModule(path);
    if (!module) continue;
    const isTimeUp = startTimeLimit();
    const inlined = inlineRegions(module, program, isTimeUp, (specifier) => mayGive(path, specifier));
    let own = byPath.get(path) ?? [];
    if (inlined) {
      for (const { via, source } of inlined.edits) notePassing(passedOn, module, [...via, source.spot]);
      if (selected.has(path)) own = await relint(path, module, inlined, own);
    }
    if (!selected.has(path)) continue;
    changed.set(
      path,
      own.flatMap((place) => (isTimeUp() ? [place] : followClient(place, module))),
    );
    if (isTimeUp()) onNotice(createFileNotice(join(root, path), unfollowed));
  }
  const all = new Set([...byPath.keys(), ...changed.keys()]);
  return paths
    .filter((path) => all.has(path))
    .flatMap((path) =>
      dropPassedOn(changed.get(path) ?? byPath.get(path) ?? [], passedOn.get(path), program.getModule),
    );

  /** What the analysis says when the regions stand where they are used. */
  async function relint(
    path: string,
    module: ProgramModule,
    inlined: Inlined,
    before: ServicePlace[],
  ): Promise<ServicePlace[]> {
    const { facts, services, notice } = await linter.lint(inlined.text, join(root, path));
    if (!facts || notice) return before;
    const { positionOf } = createLineIndex(module.text);
    const found = listServicePlaces(facts, path, services, (offset) => {
      const { line, column } = positionOf(inlined.toOriginal(offset));
      const edit = inlined.findEdit(offset);
      return { line, column: column + 1, ...(edit && { decidedBy: toDecider(edit.source) }) };
    });
    return found.map((place) => followOmitted(place, deployment));
  }

  /** Asks the program for the region of a client that its file does not name. */
  function followClient(place: ServicePlace, module: ProgramModule): ServicePlace[] {
    if (place.isDoubtful) {
      const isCloud = mayBeCloud(module, place, program);
      return isCloud ? [{ ...place, failover: 'none', isDoubtful: false }] : [];
    }
    if (place.kind !== 'client' || place.failover === 'not-needed') return [place];
    const isOpen =
      place.region === undefined || (place.origin === 'parameter' && place.failover !== 'second-client');
    if (!isOpen) return [place];
    const found = findClientSources(module, place, program);
    if (!found || found.sources.length === 0) return [place];
    for (const { via, spot } of found.sources) notePassing(passedOn, module, [...via, spot]);
    return toPlaces(place, found.sources, found.isComplete);
  }
}

/** @returns one for each region; one alone where only variables decide */
function toPlaces(
  place: ServicePlace,
  sources: readonly RegionSource[],
  isComplete: boolean,
): ServicePlace[] {
  const byRegion = new Map<string | undefined, RegionSource>();
  for (const source of sources) if (!byRegion.has(source.region)) byRegion.set(source.region, source);
  return [...byRegion].map(([region, source]) => {
    const origin = region === undefined ? 'environment' : source.isDefault ? 'fallback' : 'literal';
    return {
      ...place,
      region,
      origin: place.origin === 'environment' ? 'environment' : origin,
      decidedBy: toDecider(source),
      failover: decideFailover(place, region, isComplete && byRegion.size === 1),
    };
  });
}

function decideFailover(
  { failover }: ServicePlace,
  region: string | undefined,
  isOnly: boolean,
): ServicePlace['failover'] {
  const isOpen = failover === 'unknown' || failover === 'follows-deployment';
  if (region === undefined) return isOpen ? 'follows-deployment' : failover;
  if (failover === 'per-region') return isOnly ? 'none' : failover;
  return isOpen && isOnly ? 'none' : failover;
}

/** Without a region among its options, the SDK of AWS reads its variable. */
function followOmitted(place: ServicePlace, deployment: Deployment): ServicePlace {
  if (place.kind !== 'client' || place.origin !== 'omitted' || place.cloud !== 'aws') return place;
  const { path, line, column } = place;
  const decidedBy = { variable: 'AWS_REGION', path, line, column };
  const region = deployment.get('AWS_REGION');
  if (region === undefined || region === '') return { ...place, decidedBy };
  const failover = place.failover === 'follows-deployment' ? 'none' : place.failover;
  return { ...place, region, origin: 'environment', failover, decidedBy };
}

function toDecider({ variable, spot }: Pick<RegionSource, 'spot' | 'variable'>): Decider {
  const { line, column } = spot.node.loc.start;
  const shift = line === 1 ? spot.module.shift : 0;
  return { variable, path: spot.module.path, line, column: column + 1 - shift };
}

/** Remembers what other files read: it is counted where it is used, not where it is written down. */
function notePassing(passedOn: Map<string, Set<Range>>, user: ProgramModule, spots: readonly Spot[]): void {
  for (const { module, node } of spots) {
    if (module === user) continue;
    const ranges = passedOn.get(module.path);
    if (ranges) ranges.add(node.range);
    else passedOn.set(module.path, new Set([node.range]));
  }
}

function dropPassedOn(
  places: readonly ServicePlace[],
  given: ReadonlySet<Range> | undefined,
  getModule: Program['getModule'],
): readonly ServicePlace[] {
  const ranges = given && [...given];
  const [first] = places;
  const text = ranges && first && getModule(first.path)?.text;
  if (text === undefined) return places;
  const { offsetOf } = createLineIndex(text);
  return places.filter(({ kind, line, column }) => {
    const offset = offsetOf({ line, column: column - 1 });
    return kind === 'client' || !ranges?.some(([start, end]) => start <= offset && offset < end);
  });
}

function open(
  { root, files, texts, deployment, onNotice }: FollowInput,
  known: ReadonlyMap<string, ServicePlace[]>,
): { program: Program; candidates: string[]; mayGive: (from: string, specifier: string) => boolean } {
  const project = readProject(root, files);
  const resolver = createImportResolver(project, onNotice);
  const parse = createFileParser();
  const resolve = (from: string, specifier: string) => {
    const result = resolver.resolve(from, specifier);
    return result.kind === 'file' ? result.path : undefined;
  };
  const readText = createTextReader((path) => {
    const text = texts?.get(path) ?? readCode(join(root, path), root);
    return text === undefined ? undefined : blankOutMarkup(path, text);
  });
  const isOpen = ({ kind, origin, region, failover, isDoubtful }: ServicePlace) =>
    isDoubtful === true ||
    (kind === 'client' &&
      failover !== 'not-needed' &&
      (origin === 'parameter' ||
        origin === 'unknown' ||
        // The variable may be read in another file.
        (origin === 'environment' && region === undefined)));
  const dependencies = listInstalled(project);
  const importers = createImporters({ files, readText, resolve, dependencies });
  // What the deployment sets may come from any file.
  const takers = deployment.size > 0 ? undefined : findRegionTakers(files, readText, importers);
  const mayGive = (from: string, specifier: string) => {
    if (!takers || takers.get(from)?.has(specifier) === true) return true;
    const json = resolveJson(from, specifier);
    return json !== undefined && mayHoldRegion(readText(json) ?? '');
  };
  const candidates = files.filter((path) => {
    if (known.get(path)?.some(isOpen)) return true;
    const text = readText(path);
    if (text === undefined) return false;
    if (deployment.size > 0 && environment.test(text)) return true;
    return mention.test(text) && importers.specifiersOf(path).some((specifier) => mayGive(path, specifier));
  });
  return {
    program: createProgram({ readText, parse, resolve, importsOf: importers.importsOf, deployment }),
    candidates,
    mayGive,
  };
}

/** The packages that are installed, and no part of the project. */
function listInstalled({ packages }: Project): Set<string> {
  const own = new Set(packages.map(({ name }) => name));
  const names = packages.flatMap(({ manifest }) =>
    listDependencies(manifest, [
      'dependencies',
      'devDependencies',
      'optionalDependencies',
      'peerDependencies',
    ]),
  );
  return new Set(names.filter((name) => !own.has(name)));
}

/** In characters: more than this is read again when it is asked for again. */
const mostKept = 48 * 1024 * 1024;

function createTextReader(read: (path: string) => string | undefined): typeof read {
  const kept = new Map<string, string | undefined>();
  let size = 0;
  return (path) => {
    if (kept.has(path)) return kept.get(path);
    const text = read(path);
    size += text?.length ?? 0;
    if (size < mostKept) kept.set(path, text);
    return text;
  };
}
