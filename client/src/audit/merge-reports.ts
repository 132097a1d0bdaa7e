import type { AuditedFinding, AuditedPlace, AuditedService, AuditReport } from './report.ts';

/** The report of one open folder. */
export interface FolderReport {
  /** As the user knows it. */
  name: string;
  uri: string;
  report: AuditReport;
}

/** A place that says which folder its path starts in. */
export interface LocatedPlace extends AuditedPlace {
  folder: string;
  /** The path without the name of the folder. */
  pathInFolder: string;
}

export type LocatedFinding = AuditedFinding & Pick<LocatedPlace, 'folder' | 'pathInFolder'>;

export interface MergedReport extends AuditReport<LocatedPlace> {
  findings: readonly LocatedFinding[];
}

/** Makes one report of those of all folders; paths start with the folder's name where there are several. */
export function mergeReports(folders: readonly FolderReport[]): MergedReport {
  const services = folders.flatMap(({ name, uri, report }) =>
    report.services.map((service) => ({
      ...service,
      places: service.places.map((place) => ({
        ...place,
        path: folders.length > 1 ? `${name}/${place.path}` : place.path,
        folder: uri,
        pathInFolder: place.path,
      })),
    })),
  );
  return {
    fileCount: folders.reduce((sum, { report }) => sum + report.fileCount, 0),
    findings: folders.flatMap(({ name, uri, report }) =>
      report.findings.map((finding) => ({
        ...finding,
        path: folders.length > 1 ? `${name}/${finding.path}` : finding.path,
        folder: uri,
        pathInFolder: finding.path,
      })),
    ),
    singlePointsOfFailure: folders
      .flatMap(({ name, report }) =>
        report.singlePointsOfFailure.map((each) =>
          folders.length > 1 ? { ...each, message: `${name}: ${each.message}` } : each,
        ),
      )
      .sort((a, b) => b.places - a.places),
    services: mergeServices(services),
    regions: countRegions(folders.flatMap(({ report }) => report.regions)),
  };
}

/** Services with one name become one where the settings of both folders say the same of them. */
function mergeServices(services: readonly AuditedService<LocatedPlace>[]): AuditedService<LocatedPlace>[] {
  const merged = new Map<string, AuditedService<LocatedPlace>>();
  for (const service of services) {
    const key = JSON.stringify([service.service, service.critical, service.failover]);
    const before = merged.get(key);
    merged.set(key, before ? { ...before, places: [...before.places, ...service.places] } : service);
  }
  return [...merged.values()].sort((a, b) => compareNames(a.service, b.service));
}

/** The service without a name is last. */
function compareNames(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

function countRegions(regions: AuditReport['regions']): AuditReport['regions'] {
  const counts = new Map<string, number>();
  for (const { region, places } of regions) counts.set(region, (counts.get(region) ?? 0) + places);
  const total = [...counts.values()].reduce((sum, places) => sum + places, 0);
  return [...counts]
    .map(([region, places]) => ({ region, places, share: places / total }))
    .sort((a, b) => b.places - a.places || (a.region < b.region ? -1 : 1));
}
