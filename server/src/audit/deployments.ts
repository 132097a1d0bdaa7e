import type { FileFacts, ResourceSite } from 'eslint-plugin-multi-region/facts';
import type { Place } from './inventory.ts';

/** A place in a document that says where something is. */
export interface DeploymentPlace extends Place {
  /** What it says: `deploy`, `state`, `default`, `fallback`, `registry`, `replica`, `logs`, `setting`, `dependency`. */
  kind: string;
  region: string;
  /** The environment that it is for, by the name it has there. */
  environment: string | undefined;
}

/** All that documents say of one region in one way. */
export interface DeploymentRow {
  kind: string;
  region: string;
  /** Sorted; empty where none is named. */
  environments: string[];
  places: DeploymentPlace[];
}

/** What a document is there to say of regions. */
export function listDeploymentPlaces({ resourceSites }: FileFacts, path: string): DeploymentPlace[] {
  return resourceSites.flatMap(({ kind, regions, loc, environment }: ResourceSite) =>
    regions.map((region) => ({
      path,
      line: loc.start.line,
      column: loc.start.column + 1,
      kind,
      region,
      environment,
    })),
  );
}

const order = [
  'deploy',
  'state',
  'replica',
  'registry',
  'setting',
  'default',
  'fallback',
  'logs',
  'dependency',
];

/** Folds places into rows: one for each region and what is said of it, the deployments first, the largest before. */
export function groupDeployments(places: readonly DeploymentPlace[]): DeploymentRow[] {
  const rows = new Map<string, DeploymentPlace[]>();
  for (const place of places) {
    const key = `${place.kind} ${place.region}`;
    const row = rows.get(key);
    if (row) row.push(place);
    else rows.set(key, [place]);
  }
  return [...rows.values()]
    .map((all) => ({
      kind: all[0]?.kind ?? '',
      region: all[0]?.region ?? '',
      environments: [...new Set(all.flatMap(({ environment }) => environment ?? []))].sort(),
      places: all,
    }))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.places.length - a.places.length);
}

/** What a row says, in words: `Deployed to`. */
export function describeKind(kind: string): string {
  return words[kind] ?? 'Set to';
}

const words: Readonly<Record<string, string>> = {
  deploy: 'Deployed to',
  state: 'Terraform state in',
  replica: 'Copied to',
  registry: 'Images pulled from',
  setting: 'Set to',
  default: 'Set to by default',
  fallback: 'Falls back to',
  logs: 'Logs kept in',
  dependency: "Depends on another account's resources in",
};

/** How many files say it, and where the first does: `deploy.yml:14 and 3 more`. */
export function describeWhere({ places }: DeploymentRow): string {
  const [first] = places;
  if (!first) return '';
  const rest = places.length - 1;
  return `${first.path}:${first.line}${rest > 0 ? ` and ${rest} more` : ''}`;
}
