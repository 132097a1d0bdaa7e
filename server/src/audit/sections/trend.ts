import { plural } from '../../printing/plural.ts';
import type { Audit } from '../audit.ts';
import type { Section } from './section.ts';

/** What changed since an older revision; undefined where nobody asked. */
export function describeTrend({ trend }: Audit): Section | undefined {
  if (!trend) return undefined;
  const { revision, date, before, after, gone, fresh, regions } = trend;
  return {
    id: 'trend',
    title: `Since ${revision}`,
    lines: [
      `${plural(before, 'finding')} at ${revision}${date === undefined ? '' : ` (${date})`}, ${after} now: ${gone} gone, ${fresh} new.`,
    ],
    ...(regions.length > 0 && {
      table: {
        columns: ['Places without another region', 'Then', 'Now'],
        rows: regions.map(({ region, before: then, after: now }) => [region, String(then), String(now)]),
      },
    }),
  };
}
