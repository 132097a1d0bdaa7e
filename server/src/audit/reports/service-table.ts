import { describeCritical, describeFailover, describeRegion } from './describe-place.ts';
import type { ServicePlace, ServiceRow } from '../inventory.ts';

/** A row of the table Service | Region | Critical? | Failover plan: one service in one region. */
export interface TableRow {
  /** `-` where the code does not name it. */
  service: string;
  /** In brackets where the code does not name it. */
  region: string;
  critical: string;
  /** The plan of the settings; otherwise what the code does, the worst first. */
  plan: string;
  /** Whether some place has no plan and nowhere to go, though it is or may be critical. */
  isExposed: boolean;
  places: readonly ServicePlace[];
}

/** Makes the table, sorted by service and region. */
export function makeServiceTable(rows: readonly ServiceRow[]): TableRow[] {
  return rows.flatMap(({ service = '-', critical, plan, places }) =>
    groupByRegion(places).map(([region, group]) => {
      const own = summarizeFailover(group);
      return {
        service,
        region,
        critical: describeCritical(critical),
        plan: plan ?? own.text,
        isExposed: critical !== false && plan === undefined && own.hasNone,
        places: group,
      };
    }),
  );
}

function groupByRegion(places: readonly ServicePlace[]): [region: string, places: ServicePlace[]][] {
  const groups = new Map<string, ServicePlace[]>();
  for (const place of places) {
    const region = describeRegion(place);
    const group = groups.get(region);
    if (group) group.push(place);
    else groups.set(region, [place]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function summarizeFailover(places: readonly ServicePlace[]): { text: string; hasNone: boolean } {
  const counts = new Map<string, number>();
  for (const place of places) {
    const text = describeFailover(place);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const text = sorted.map(([each, count]) => (sorted.length > 1 ? `${each} (${count})` : each)).join(', ');
  return { text, hasNone: sorted.some(([each]) => each.startsWith('none')) };
}

function rank(text: string): number {
  if (text.startsWith('none')) return 0;
  return text === 'unknown' ? 1 : 2;
}
