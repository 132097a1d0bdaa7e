import { sortLeftOut, type Audit } from './audit.ts';
import { combineCoverage } from './coverage.ts';
import type { Impact } from './impact/impact.ts';
import { groupDeployments } from './deployments.ts';
import { groupByService, type ServicePlace } from './inventory.ts';
import { linkTo, type Subject } from './subject.ts';

/**
 * Names for folders, each its own: the last part of the path, with as many parts before it as that takes.
 *
 * @param roots absolute, each once
 */
export function nameFolders(roots: readonly string[]): string[] {
  return roots.map((root) => {
    for (let count = 1; ; count++) {
      const name = lastParts(root, count);
      const isOwn = roots.every((other) => other === root || !mayBeNamed(other, name));
      if (isOwn || count > root.length) return name;
    }
  });
}

/** Whether another folder could get the same name. */
function mayBeNamed(root: string, name: string): boolean {
  for (let count = 1; ; count++) {
    const own = lastParts(root, count);
    if (own.length >= name.length) return own === name;
    if (count > root.length) return false;
  }
}

/** `/home/me/shop`, 2 -> `me-shop` */
function lastParts(root: string, count: number): string {
  return root
    .split(/[\\/]/u)
    .filter((part) => part !== '')
    .slice(-count)
    .join('-');
}

/**
 * Makes one audit of several repositories. Paths then start with the name of the repository.
 *
 * @param parts in any order, each with a name of its own
 * @param root absolute; the folder from which paths are shown where a repository is not here
 */
export function combineRepositories(
  parts: readonly { audit: Audit; isHere: boolean }[],
  root: string,
): Audit {
  const sorted = parts.toSorted((a, b) => (a.audit.subject.name < b.audit.subject.name ? -1 : 1));
  const audits = sorted.map(({ audit }) => withNames(audit));
  const [first] = sorted;
  return {
    root,
    folder: '',
    subject: {
      name: `${sorted.length} repositories`,
      date: first?.audit.subject.date ?? '',
      commit: undefined,
      link: undefined,
      folder: '',
    },
    repositories: sorted.map(({ audit, isHere }) => ({
      ...audit.subject,
      root: isHere ? audit.root : undefined,
      fileCount: audit.fileCount,
    })),
    changedSince: first?.audit.changedSince,
    shard: undefined,
    fileCount: audits.reduce((sum, { fileCount }) => sum + fileCount, 0),
    findings: audits.flatMap(({ findings }) => findings),
    deployments: groupDeployments(
      audits.flatMap(({ deployments = [] }) => deployments.flatMap(({ places }) => places)),
    ),
    services: groupByService(
      audits.flatMap(({ services }) => sortPlaces(services.flatMap(({ places }) => places))),
    ),
    leftOut: sortLeftOut(audits.flatMap(({ leftOut }) => leftOut)),
    ...(audits.some(({ impacts }) => impacts) && { impacts: combineImpacts(audits) }),
    ...combineTrends(audits),
    coverage: combineCoverage(audits.map(({ coverage }) => coverage)),
    baseline: undefined,
  };
}

/** The impact of each region over all repositories. */
function combineImpacts(audits: readonly Audit[]): Impact[] {
  const byRegion = new Map<string, Impact>();
  for (const { impacts = [] } of audits) {
    for (const impact of impacts) {
      const before = byRegion.get(impact.region);
      byRegion.set(impact.region, before ? addImpacts(before, impact) : impact);
    }
  }
  return [...byRegion.values()];
}

function addImpacts(a: Impact, b: Impact): Impact {
  const shift = a.sites.length;
  return {
    region: a.region,
    sites: [...a.sites, ...b.sites],
    entries: [
      ...a.entries,
      ...b.entries.map((entry) => ({
        ...entry,
        reaches: entry.reaches.map(({ site, via }) => ({ site: site + shift, via })),
      })),
    ],
    unreached: [...a.unreached, ...b.unreached.map((site) => site + shift)],
    regions: [...new Set([...a.regions, ...b.regions])].sort(),
    fileCount: a.fileCount + b.fileCount,
    unresolved: [...a.unresolved, ...b.unresolved],
    outsideCount: a.outsideCount + b.outsideCount,
  };
}

function combineTrends(audits: readonly Audit[]): Pick<Audit, 'trend'> {
  const trends = audits.flatMap(({ trend }) => trend ?? []);
  const [first] = trends;
  if (!first) return {};
  const sum = (key: 'after' | 'before' | 'fresh' | 'gone') =>
    trends.reduce((total, each) => total + each[key], 0);
  const regions = new Map<string, { region: string; before: number; after: number }>();
  for (const { region, before, after } of trends.flatMap((trend) => trend.regions)) {
    const known = regions.get(region) ?? { region, before: 0, after: 0 };
    regions.set(region, { region, before: known.before + before, after: known.after + after });
  }
  return {
    trend: {
      revision: first.revision,
      date: undefined,
      before: sum('before'),
      after: sum('after'),
      gone: sum('gone'),
      fresh: sum('fresh'),
      regions: [...regions.values()].sort((a, b) => b.before - a.before || (a.region < b.region ? -1 : 1)),
    },
  };
}

function sortPlaces(places: readonly ServicePlace[]): ServicePlace[] {
  return places.toSorted((a, b) => compare(a.path, b.path) || a.line - b.line || a.column - b.column);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function withNames(audit: Audit): Audit {
  const repository = audit.subject.name;
  const add = (path: string) => `${repository}/${path}`;
  const moved = <T extends { path: string }>(item: T) => ({ ...item, repository, path: add(item.path) });
  return {
    ...audit,
    findings: audit.findings.map(moved),
    services: audit.services.map((row) => ({
      ...row,
      places: row.places.map((place) => ({
        ...moved(place),
        ...(place.decidedBy && { decidedBy: { ...place.decidedBy, path: add(place.decidedBy.path) } }),
      })),
    })),
    ...(audit.impacts && {
      impacts: audit.impacts.map((impact) => ({
        ...impact,
        sites: impact.sites.map((site) => ({ ...site, path: add(site.path) })),
        entries: impact.entries.map((entry) => ({
          ...entry,
          path: add(entry.path),
          reaches: entry.reaches.map(({ site, via }) => ({ site, via: via.map(add) })),
        })),
        unresolved: impact.unresolved.map((each) => ({ ...each, path: add(each.path) })),
      })),
    }),
    deployments: (audit.deployments ?? []).map((row) => ({
      ...row,
      places: row.places.map((place) => ({ ...place, path: add(place.path) })),
    })),
    leftOut: audit.leftOut.map((notice) => ({ ...notice, path: add(notice.path) })),
    coverage: {
      uncovered: audit.coverage.uncovered.map(({ config, files, example }) => ({
        config: add(config),
        files,
        example: add(example),
      })),
      otherKinds: audit.coverage.otherKinds.map((each) => ({ ...each, example: add(each.example) })),
    },
  };
}

/** The repository that a path of an audit belongs to, and the path in it. */
export function findRepository(
  { subject, repositories }: Pick<Audit, 'repositories' | 'subject'>,
  path: string,
): { subject: Subject & { root?: string | undefined }; path: string } {
  const found = repositories?.find(({ name }) => path.startsWith(`${name}/`));
  return found ? { subject: found, path: path.slice(found.name.length + 1) } : { subject, path };
}

/** Where a place of an audit can be looked at; undefined where nobody knows. */
export function linkPlace(
  audit: Pick<Audit, 'repositories' | 'subject'>,
  { path, line }: { path: string; line: number },
): string | undefined {
  const found = findRepository(audit, path);
  return linkTo(found.subject, found.path, line);
}
