import { Emitter, type Diagnostic, type Event } from 'vscode-languageserver/node';

/** A place that hangs on a region. */
export interface RegionUse {
  region: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
}

/** What is remembered of a file: no text and no tree. */
export interface FileRecord {
  uses: readonly RegionUse[];
  findings: number;
  /** Empty where only open documents are reported. */
  diagnostics: readonly Diagnostic[];
  /** Another one whenever the diagnostics are others. */
  resultId: string;
  /** Of the open document; undefined for what is on the disk. */
  version: number | undefined;
}

/** Where a region is used. */
export interface RegionPlace extends RegionUse {
  /** Absolute. */
  path: string;
}

/** Which regions the workspace uses, and where; what was found in each of its files. */
export interface WorkspaceIndex {
  get(path: string): FileRecord | undefined;
  /** @param record undefined when the file is gone, or there is nothing to say of it */
  set(path: string, record: FileRecord | undefined): void;
  entries(): Iterable<readonly [path: string, record: FileRecord]>;
  /** The most frequent first. */
  countRegions(): { region: string; count: number }[];
  countFindings(): number;
  /** In the order of files and lines. */
  findUses(region: string): RegionPlace[];
  /** The path of a file of which something else is known now. */
  readonly onDidChange: Event<string>;
}

/** Starts empty. */
export function createWorkspaceIndex(): WorkspaceIndex {
  const records = new Map<string, FileRecord>();
  const counts = new Map<string, number>();
  const changed = new Emitter<string>();
  let findings = 0;

  function add({ uses, findings: count }: FileRecord, sign: 1 | -1): void {
    findings += sign * count;
    for (const { region } of uses) {
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
      if (known) add(known, -1);
      if (record) {
        add(record, 1);
        records.set(path, record);
      } else records.delete(path);
      changed.fire(path);
    },
    entries: () => records,
    countRegions: () =>
      [...counts]
        .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
        .map(([region, count]) => ({ region, count })),
    countFindings: () => findings,
    findUses: (region) =>
      [...records]
        .flatMap(([path, { uses }]) =>
          uses.filter((use) => use.region === region).map((use) => ({ path, ...use })),
        )
        .sort((a, b) =>
          a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1,
        ),
    onDidChange: changed.event,
  };
}
