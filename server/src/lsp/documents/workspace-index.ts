import { Emitter, type Diagnostic, type Event } from 'vscode-languageserver/node';
import { homeOf } from '../../audit/home-of.ts';
import type { ServicePlace } from '../../audit/inventory.ts';

/** What is remembered of a file: no text and no tree. */
export interface FileRecord {
  /** The clients and regions of the file, as it says by itself. */
  places: readonly ServicePlace[];
  findings: number;
  /** Empty where only open documents are reported. */
  diagnostics: readonly Diagnostic[];
  /** Another one whenever the diagnostics are others. */
  resultId: string;
  /** Of the open document; undefined for what is on the disk. */
  version: number | undefined;
}

/** A place that depends on a region. */
export interface RegionPlace {
  region: string;
  /** Absolute. */
  path: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
}

/** Which regions the workspace uses, and where; what was found in each of its files. */
export interface WorkspaceIndex {
  get(path: string): FileRecord | undefined;
  /** @param record undefined when the file is gone, or there is nothing to say of it */
  set(path: string, record: FileRecord | undefined): void;
  entries(): Iterable<readonly [path: string, record: FileRecord]>;
  /**
   * Takes what the whole program says of files, instead of what it said before: from now on it counts, not what each
   * says by itself, until the file says something else.
   *
   * @param byPath by absolute paths
   */
  follow(byPath: ReadonlyMap<string, readonly ServicePlace[]>): void;
  /** What is known of the clients and regions of a file. */
  findPlaces(path: string): readonly ServicePlace[];
  /** The most frequent first. */
  countRegions(): { region: string; count: number }[];
  countFindings(): number;
  /** In the order of files and lines. */
  findUses(region: string): RegionPlace[];
  /** The path of a file of which something else is known now. */
  readonly onDidChange: Event<string>;
  /** Something else is known of the program. */
  readonly onDidFollow: Event<void>;
}

/** Starts empty. */
export function createWorkspaceIndex(): WorkspaceIndex {
  const records = new Map<string, FileRecord>();
  let followed: ReadonlyMap<string, readonly ServicePlace[]> = new Map();
  /** Files that said something else since they were followed. */
  const outdated = new Set<string>();
  const counts = new Map<string, number>();
  const changed = new Emitter<string>();
  const hasFollowed = new Emitter<void>();
  let findings = 0;

  function findPlaces(path: string): readonly ServicePlace[] {
    const known = outdated.has(path) ? undefined : followed.get(path);
    return known ?? records.get(path)?.places ?? [];
  }

  function listPaths(): Set<string> {
    return new Set([...records.keys(), ...followed.keys()]);
  }

  function count(path: string, sign: 1 | -1): void {
    for (const { region } of listUses(findPlaces(path))) {
      const sum = (counts.get(region) ?? 0) + sign;
      if (sum === 0) counts.delete(region);
      else counts.set(region, sum);
    }
  }

  return {
    get: (path) => records.get(path),
    set(path, record) {
      const known = records.get(path);
      if (known === record) return;
      count(path, -1);
      findings += (record?.findings ?? 0) - (known?.findings ?? 0);
      if (record) records.set(path, record);
      else records.delete(path);
      if (followed.has(path) && !sayTheSame(known, record)) outdated.add(path);
      count(path, 1);
      changed.fire(path);
    },
    entries: () => records,
    follow(byPath) {
      followed = byPath;
      outdated.clear();
      counts.clear();
      for (const path of listPaths()) count(path, 1);
      hasFollowed.fire();
    },
    findPlaces,
    countRegions: () =>
      [...counts]
        .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
        .map(([region, count]) => ({ region, count })),
    countFindings: () => findings,
    findUses: (region) =>
      [...listPaths()]
        .flatMap((path) =>
          listUses(findPlaces(path))
            .filter((use) => use.region === region)
            .map((use) => ({ path, ...use })),
        )
        .sort((a, b) =>
          a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1,
        ),
    onDidChange: changed.event,
    onDidFollow: hasFollowed.event,
  };
}

/** The places that the audit counts for the share of a region. */
function listUses(places: readonly ServicePlace[]): Omit<RegionPlace, 'path'>[] {
  return places.flatMap(({ region, line, column, failover, isDoubtful }) =>
    region === undefined || failover === 'not-needed' || isDoubtful === true
      ? []
      : [{ region: homeOf(region), line, column }],
  );
}

/** Whether nothing but lines changed. */
function sayTheSame(before: FileRecord | undefined, after: FileRecord | undefined): boolean {
  const list = (record: FileRecord | undefined) =>
    JSON.stringify(
      (record?.places ?? []).map(({ kind, service, region, origin, failover }) => [
        kind,
        service,
        region,
        origin,
        failover,
      ]),
    );
  return list(before) === list(after);
}
