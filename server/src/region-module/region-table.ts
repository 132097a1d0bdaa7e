import type { Comment, ObjectExpression, Program } from 'oxc-parser';
import { findExportedObjects, unwrap, type ExportedObject } from './module-objects.ts';
import { keyOf, readEntries, type ReadObject, type TableEntry } from './region-entries.ts';
import { cloudOf, isRegionName } from './region-names.ts';

/** An object of a module that regions are kept in. */
export interface RegionTable {
  object: ObjectExpression;
  entries: TableEntry[];
  /** What to import; undefined for the default export. */
  exportName: string | undefined;
  /** The keys from what is imported to the object: `regions` in `config.regions.primary`. */
  path: string[];
  /** Whether it holds nothing but regions. Else a key has to say that it is one. */
  isPure: boolean;
  /** Why nothing can be added. */
  closed: string | undefined;
  module: 'esm' | 'cjs';
}

/** More regions than this in one object are a catalogue, of which the code picks one. */
const mostRegions = 8;

/**
 * Finds the object of a module that regions are kept in.
 *
 * @param fileName it names what has no name of its own: the default export
 * @returns undefined for a module without one; a list of all regions there are is none
 */
export function findRegionTable(
  fileName: string,
  text: string,
  program: Program,
  comments: readonly Comment[],
): RegionTable | undefined {
  const { objects, constants, module } = findExportedObjects(program);
  if (!module) return undefined;
  const read = (exported: ExportedObject) =>
    readTables(exported, fileName, (object) => readEntries(object, { text, comments, constants }), module);
  const tables = objects.flatMap(read);
  // A name says more than a default export, which the same object may have as well.
  return (
    tables.find(({ isPure, exportName }) => isPure && exportName !== undefined) ??
    tables.find(({ isPure }) => isPure) ??
    tables.find(({ closed }) => closed === undefined)
  );
}

function readTables(
  { object, exportName, isClosed }: ExportedObject,
  fileName: string,
  read: (object: ObjectExpression) => ReadObject,
  module: 'esm' | 'cjs',
): RegionTable[] {
  const tables: RegionTable[] = [];
  const closed = isClosed ? 'its type says which keys it has' : undefined;
  const visit = (current: ObjectExpression, path: string[], name: string | undefined, depth: number) => {
    const { entries, unknown, others } = read(current);
    const isNamed = name !== undefined && /regions?$|locations?$/iu.test(name);
    const isFit = isNamed
      ? others === 0 && (entries.length > 0 || unknown === 0)
      : depth === 0 && others + unknown === 0 && entries.length > 0 && entries.every(isRegionEntry);
    const named = entries.filter(isRegionEntry);
    if (isFit && !isCatalogue(entries)) {
      tables.push({ object: current, entries, exportName, path, isPure: true, closed, module });
    } else if (named.length > 0 && !isCatalogue(named)) {
      tables.push({ object: current, entries: named, exportName, path, isPure: false, closed, module });
    }
    if (depth === 2) return;
    for (const property of current.properties) {
      const key = property.type === 'Property' ? keyOf(property) : undefined;
      const inner = property.type === 'Property' ? unwrap(property.value) : undefined;
      if (key !== undefined && inner && /region|location|^(?:aws|gcp|azure|cloud)$/iu.test(key)) {
        visit(inner.object, [...path, key], key, depth + 1);
      }
    }
  };
  visit(object, [], exportName ?? fileName, 0);
  return tables;
}

/** A list of all regions there are, or a map from regions to something else. */
function isCatalogue(entries: readonly TableEntry[]): boolean {
  const clouds = entries.map(({ name }) => cloudOf(name));
  return (
    clouds.includes('aws') ||
    clouds.includes('gcp') ||
    entries.filter(({ region }) => region !== undefined).length > mostRegions
  );
}

function isRegionEntry({ name, region, variable }: TableEntry): boolean {
  return isRegionName(name) && (region !== undefined || (variable !== undefined && isRegionName(variable)));
}
