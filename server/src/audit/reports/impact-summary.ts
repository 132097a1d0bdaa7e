import { plural } from '../../printing/plural.ts';
import type { Impact } from '../impact/impact.ts';

/**
 * Says what was found, and what could not be looked at, in sentences.
 *
 * @param impact what was found
 */
export function summarizeImpact({ region, sites, entries, unreached, fileCount, ...rest }: Impact): string[] {
  const files = plural(fileCount, 'source file');
  if (sites.length === 0) {
    const { regions } = rest;
    const others = regions.length > 0 ? ` The regions in use are ${regions.join(', ')}.` : '';
    return [`Nothing in ${files} depends on ${region}.${others}`];
  }
  const verb = sites.length === 1 ? 'depends' : 'depend';
  const lines = [
    `${plural(sites.length, 'place')} in ${plural(new Set(sites.map(({ path }) => path)).size, 'file')} ${verb} on ${region}, and ${plural(entries.length, 'entry point')} ${entries.length === 1 ? 'reaches' : 'reach'} ${describeReached(sites.length - unreached.length, sites.length)}.`,
  ];
  const { unresolved, outsideCount } = rest;
  if (unresolved.length > 0) {
    const examples = unresolved.slice(0, 3).map(({ path, specifier }) => `'${specifier}' in ${path}`);
    const more = unresolved.length > examples.length ? ', …' : '';
    lines.push(
      `${plural(unresolved.length, 'import')} could not be followed, so entry points may be missing: ${examples.join(', ')}${more}.`,
    );
  }
  if (outsideCount > 0) {
    lines.push(
      `${plural(outsideCount, 'import')} ${outsideCount === 1 ? 'leads' : 'lead'} out of the audited folder and ${outsideCount === 1 ? 'was' : 'were'} not followed.`,
    );
  }
  return lines;
}

function describeReached(reached: number, all: number): string {
  if (reached === all) return all === 1 ? 'it' : 'them';
  return `${reached} of them`;
}
