import { displayName } from 'eslint-plugin-multi-region/catalog';
import { describeCritical, describeFailover, describeRegion } from './describe-place.ts';
import type { ServicePlace, ServiceRow } from '../inventory.ts';

/** A row of the table Service | Region | Critical? | Failover plan: one service in one region. */
export interface TableRow {
  /** As people call it; `(unknown)` where the code does not name it. */
  service: string;
  /** In brackets where the code does not name it. */
  region: string;
  critical: string;
  /** The plan of the settings; otherwise what the code does, the worst first. */
  plan: string;
  /** Whether some place has no plan and nowhere to go, though it is or may be critical. */
  isExposed: boolean;
  /** What decides the region, where that is not the place itself: the variable, or where it is written down. */
  decidedBy: string;
  places: readonly ServicePlace[];
}

/** Whether somebody has said which services are critical: without that, the column would be empty. */
export function hasCriticality(rows: readonly ServiceRow[]): boolean {
  return rows.some(({ critical }) => critical !== undefined);
}

/** Makes the table: what is critical and has nowhere to go comes first, then by service and region. */
export function makeServiceTable(rows: readonly ServiceRow[]): TableRow[] {
  const table = rows.flatMap(({ service, critical, plan, places }) =>
    groupByRegion(places).map(([region, group]) => {
      const own = summarizeFailover(group);
      return {
        service: describeService(service),
        region,
        critical: describeCritical(critical),
        plan: plan ?? own.text,
        isExposed: critical !== false && plan === undefined && own.hasNone,
        decidedBy: describeDeciders(group),
        places: group,
      };
    }),
  );
  return table.sort((a, b) => rankRow(a) - rankRow(b));
}

function rankRow({ critical, isExposed }: TableRow): number {
  if (!isExposed) return critical === 'no' ? 3 : 2;
  return critical === 'yes' ? 0 : 1;
}

/** What to call a service; `(unknown)` where the code does not say. */
export function describeService(service: string | undefined): string {
  return service === undefined ? '(unknown)' : displayName(service);
}

/** `S3_REGION (src/env.ts:12)`, `src/config/regions.ts:3`; at most two, and how many more there are. */
function describeDeciders(places: readonly ServicePlace[]): string {
  const all = new Set(
    places.flatMap(({ path, line, decidedBy }) => {
      if (!decidedBy) return [];
      const { variable, ...at } = decidedBy;
      const isHere = at.path === path && at.line === line;
      if (variable !== undefined) return [isHere ? variable : `${variable} (${at.path}:${at.line})`];
      return at.path === path ? [] : [`${at.path}:${at.line}`];
    }),
  );
  const shown = [...all].slice(0, all.size > 3 ? 2 : 3);
  return [...shown, ...(all.size > shown.length ? [`${all.size - shown.length} more`] : [])].join(', ');
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
