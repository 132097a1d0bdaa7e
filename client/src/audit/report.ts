/** What the audit's view needs of the JSON report, which server/schema describes. */
export interface AuditReport<Place extends AuditedPlace = AuditedPlace> {
  fileCount: number;
  findings: readonly AuditedFinding[];
  /** The worst first. */
  singlePointsOfFailure: readonly { region: string; places: number; message: string }[];
  services: readonly AuditedService<Place>[];
  /** The largest share first. */
  regions: readonly RegionShare[];
}

/** A finding, as far as the view shows it. */
export interface AuditedFinding {
  /** `multi-region/no-hardcoded-region` */
  ruleId: string;
  /** Relative to the audited folder, with `/`. */
  path: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  region: string | null;
  message: string;
}

export interface AuditedService<Place extends AuditedPlace = AuditedPlace> {
  /** null: the places whose service the code does not say. */
  service: string | null;
  critical: boolean | null;
  /** The plan of the settings, in words. */
  failover: string | null;
  places: readonly Place[];
}

export interface AuditedPlace {
  /** Relative to the audited folder, with `/`. */
  path: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  region: string | null;
  origin: string;
  failover: string | null;
}

export interface RegionShare {
  region: string;
  places: number;
  /** From 0 to 1. */
  share: number;
}
