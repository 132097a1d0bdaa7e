import type { Impact } from '../impact/impact.ts';

/**
 * The impact as the JSON report has it, under `impact`: undefined becomes null, and nothing is left out.
 *
 * @param impact what was found
 */
export function toImpactJson({ region, sites, entries, ...rest }: Impact): object {
  return {
    region,
    sites: sites.map(({ path, line, column, service, origin }) => ({
      path,
      line,
      column,
      service: service ?? null,
      origin,
    })),
    entries: entries.map(({ kind, path, name, reaches }) => ({ kind, path, name: name ?? null, reaches })),
    unreached: rest.unreached,
    files: rest.fileCount,
    unresolved: rest.unresolved,
    outside: rest.outsideCount,
  };
}
