import { join } from 'node:path';
import type { Settings } from 'eslint-plugin-multi-region/facts';
import type { EnvironmentFiles } from './environment-files.ts';
import { findEntry, nameEntry, type KnownEntry } from './naming.ts';
import { toVariable } from './names.ts';
import { cloudOf, isRegionName } from './region-names.ts';
import type { ConfigTarget } from './target.ts';

/** A target of the user's own: an expression stands in the code, and no module is written. */
export function openExpressionTarget(
  { expression: template, import: imported }: Settings['regions'] & { expression: string },
  packageFolder: string,
  environment: EnvironmentFiles,
): ConfigTarget {
  const entries: (KnownEntry & { isLiteral: boolean; isNew: boolean })[] = [];
  const namesVariable = template.includes('{variable}');

  return {
    path: join(packageFolder, '.multi-region-expression'),
    exists: true,
    packageFolder,
    isPublished: false,
    format: { language: 'ts', module: 'esm' },
    kind: 'env',
    exportName: imported?.name ?? '',
    exportKind: 'named',
    specifier: imported?.from,
    addEntry(request) {
      const example = environment.readExample(packageFolder);
      if (namesVariable) remember(example);
      let entry = findEntry(request, entries);
      if (!entry) {
        const keys = new Set(entries.map(({ name }) => name));
        const named = nameEntry(request, {
          entries,
          keys,
          isMixed: false,
          prefix: '',
          example: namesVariable ? example : new Map(),
          packageWords: [],
        });
        entry = { ...named, region: request.region, isLiteral: false, isNew: true };
        entries.push(entry);
        if (namesVariable)
          environment.show(packageFolder, { variable: named.variable, region: request.region });
      }
      return { expression: fill(template, entry), isNew: entry.isNew };
    },
    holdsLiterally: () => false,
    getVariables: () =>
      namesVariable
        ? entries.flatMap(({ variable, region, isNew }) =>
            isNew && variable !== undefined
              ? [
                  {
                    name: variable,
                    region: region ?? '',
                    isRequired: true,
                    path: packageFolder,
                    example: environment.findShown(packageFolder),
                  },
                ]
              : [],
          )
        : [],
    getEdits: () => environment.getEdits(),
  };

  /** The variables that an earlier plan has written down. */
  function remember(example: ReadonlyMap<string, string>): void {
    if (entries.length > 0) return;
    for (const [variable, region] of example) {
      if (!isRegionName(variable) || cloudOf(region) === undefined) continue;
      entries.push({ ...nameOf(variable), region, isLiteral: false, isNew: false });
    }
  }
}

function nameOf(variable: string): { name: string; variable: string } {
  const { name } = nameEntry(
    {
      region: '',
      cloud: 'aws',
      reads: [variable],
      operator: '??',
      kept: undefined,
      names: [],
      isApart: false,
    },
    { entries: [], keys: new Set(), isMixed: false, prefix: '', example: new Map(), packageWords: [] },
  );
  return { name, variable };
}

function fill(template: string, { name, variable }: KnownEntry): string {
  return template
    .replaceAll('{name}', name)
    .replaceAll('{NAME}', toVariable(name))
    .replaceAll('{variable}', variable ?? toVariable(name));
}
