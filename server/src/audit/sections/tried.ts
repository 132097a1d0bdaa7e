import { plural } from '../../printing/plural.ts';
import type { Audit } from '../audit.ts';
import type { TriedRun } from '../tried-runs.ts';
import type { Section } from './section.ts';

/** What was tried with `multi-region chaos`; undefined where nobody asked. */
export function describeTried({ tried, services }: Audit): Section | undefined {
  if (!tried) return undefined;
  const known = new Set(tried.map(({ service }) => service));
  const used = services.flatMap(({ service }) => service ?? []);
  const untried = [...new Set(used)].filter((service) => !known.has(service)).sort();
  return {
    id: 'tried',
    title: 'Tried with multi-region chaos',
    lines: [
      tried.length === 0
        ? 'The record has no run that hit a service.'
        : `${plural(known.size, 'service')} of ${new Set([...used, ...known]).size} tried. A run says what its command called, not what each place in the code does.`,
      ...(untried.length > 0 ? [`Never tried: ${untried.join(', ')}.`] : []),
    ],
    ...(tried.length > 0 && {
      table: {
        columns: ['Service', 'Region that failed', 'How', 'Result', 'When', 'Commit'],
        rows: tried.map((run) => [
          run.service,
          run.region,
          run.fault,
          describeResult(run),
          run.date,
          run.commit ?? '-',
        ]),
      },
    }),
  };
}

function describeResult({ result, isStale }: TriedRun): string {
  if (isStale === true) return `${result}; code changed since`;
  return isStale === undefined ? `${result}; not from a commit that is known` : result;
}
