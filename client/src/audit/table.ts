import { describeFailover, describeRegion } from './describe-place.ts';
import type { AuditedPlace, AuditReport } from './report.ts';

/** A row of the table Service | Region | Critical? | Failover plan: one service in one region. */
export interface TableRow<Place extends AuditedPlace = AuditedPlace> {
  /** Empty where the code does not name it. */
  service: string;
  /** In brackets where the code does not name it. */
  region: string;
  critical: boolean | undefined;
  /** The plan of the settings; otherwise what the code does, the worst first. */
  plan: string;
  /** Whether some place has no plan and nowhere to go, though it is or may be critical. */
  isExposed: boolean;
  places: readonly Place[];
}

/** Makes the table: what has nowhere to go first, then in the report's order of services, sorted by region. */
export function makeTable<Place extends AuditedPlace>({
  services,
}: Pick<AuditReport<Place>, 'services'>): TableRow<Place>[] {
  const rows = services.flatMap(({ service, critical, failover, places }) =>
    groupByRegion(places).map(([region, group]) => {
      const own = countFailovers(group);
      return {
        service: service ?? '',
        region,
        critical: critical ?? undefined,
        plan:
          failover ?? own.map(([text, count]) => (own.length > 1 ? `${text} (${count})` : text)).join(', '),
        isExposed: critical !== false && failover === null && own.some(([text]) => isNone(text)),
        places: group,
      };
    }),
  );
  return rows.sort((a, b) => rankRow(a) - rankRow(b));
}

/** Critical and nowhere to go, nowhere to go, the others. */
function rankRow({ critical, isExposed }: Pick<TableRow, 'critical' | 'isExposed'>): number {
  if (!isExposed) return 2;
  return critical === true ? 0 : 1;
}

function groupByRegion<Place extends AuditedPlace>(
  places: readonly Place[],
): [region: string, places: Place[]][] {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const region = describeRegion(place);
    groups.set(region, [...(groups.get(region) ?? []), place]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function countFailovers(places: readonly AuditedPlace[]): [text: string, count: number][] {
  const counts = new Map<string, number>();
  for (const place of places) {
    const text = describeFailover(place);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function rank(text: string): number {
  if (isNone(text)) return 0;
  return text === 'unknown' ? 1 : 2;
}

function isNone(text: string): boolean {
  return text.startsWith('none');
}
