import { plural } from '../../printing/plural.ts';
import type { Audit } from '../audit.ts';
import type { Section } from './section.ts';

/** What changed since an older revision; undefined where nobody asked. */
export function describeTrend({ trend }: Audit): Section | undefined {
  if (!trend) return undefined;
  const { revision, date, before, after, gone, fresh, regions } = trend;
  const difference = after - before;
  const count =
    difference === 0
      ? `as many findings as today (${after})`
      : `${plural(Math.abs(difference), 'finding')} ${difference < 0 ? 'more' : 'fewer'} than today (${before}, now ${after})`;
  return {
    id: 'trend',
    title: `Since ${revision}`,
    lines: [
      `At ${revision}${date === undefined ? '' : ` (${date})`} there were ${count}: ${gone} gone, ${fresh} new.`,
    ],
    ...(regions.length > 0 && {
      table: {
        columns: ['Places without another region', 'Then', 'Now'],
        rows: regions.map(({ region, before: then, after: now }) => [region, String(then), String(now)]),
      },
    }),
  };
}
