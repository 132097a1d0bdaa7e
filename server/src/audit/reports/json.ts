import type { Audit } from '../audit.ts';
import { formatJsonText } from '../../printing/json.ts';
import { toImpactJson } from './impact-json.ts';
import type { Decider } from '../inventory.ts';
import type { Subject } from '../subject.ts';
import { shareRegions } from '../region-share.ts';
import { formatShard } from '../shard.ts';
import type { Report } from './report.ts';
import { findSinglePoints } from '../single-points.ts';

/** The report for programs. */
export const json: Report = { name: 'json', endings: ['.json'], write: formatJson };

/** Grows when a program that reads the report would have to change. */
export const jsonVersion = 1;

/**
 * The report for programs, as server/schema/audit.schema.json describes it. Others build on it, so it changes
 * only with its `version`. It holds all that the other formats show.
 *
 * @param audit what was found
 * @returns JSON with a line break at its end
 */
export function formatJson(audit: Audit): string {
  const {
    folder,
    changedSince,
    shard,
    fileCount,
    findings,
    services,
    deployments = [],
    leftOut,
    coverage,
    subject,
    repositories,
    trend,
    tried,
    baseline,
    impacts = [],
  } = audit;
  const report = {
    version: jsonVersion,
    folder,
    subject: toSubject(subject),
    repositories: (repositories ?? []).map((each) => ({ ...toSubject(each), fileCount: each.fileCount })),
    changedSince: changedSince ?? null,
    shard: shard ? formatShard(shard) : null,
    fileCount,
    findings: findings.map(({ ruleId, severity, path, line, column, endLine, endColumn, ...rest }) => ({
      ruleId,
      severity,
      path,
      line,
      column,
      endLine,
      endColumn,
      repository: rest.repository ?? null,
      region: rest.region ?? null,
      service: rest.service ?? null,
      message: rest.message,
      code: rest.code,
      fingerprint: rest.fingerprint,
    })),
    services: services.map(({ service, regions, critical, plan, places }) => ({
      service: service ?? null,
      regions,
      critical: critical ?? null,
      failover: plan ?? null,
      places: places.map(({ path, line, column, region, origin, failover, decidedBy, repository }) => ({
        repository: repository ?? null,
        path,
        line,
        column,
        region: region ?? null,
        origin,
        failover: failover ?? null,
        decidedBy: decidedBy ? toDecider(decidedBy) : null,
      })),
    })),
    deployments: deployments.map(({ kind, region, environments, places }) => ({
      kind,
      region,
      environments,
      places: places.map(({ path, line, column, environment }) => ({
        path,
        line,
        column,
        environment: environment ?? null,
      })),
    })),
    regions: shareRegions(services.flatMap(({ places }) => places)),
    singlePointsOfFailure: findSinglePoints(services),
    leftOut: leftOut.map(({ kind, path, line, column, message }) => ({
      kind,
      path,
      line: line ?? null,
      column: column ?? null,
      message,
    })),
    trend: trend ?? null,
    tried:
      tried?.map((run) => ({ ...run, commit: run.commit ?? null, isStale: run.isStale ?? null })) ?? null,
    notRead: coverage,
    baseline: baseline ?? null,
    impact: impacts[0] ? toImpactJson(impacts[0]) : null,
    impacts: impacts.map(toImpactJson),
  };
  return formatJsonText(report);
}

function toSubject({ name, date, commit, link, folder }: Subject): object {
  return { name, date, commit: commit ?? null, link: link ?? null, folder };
}

function toDecider({ variable, path, line, column }: Decider): object {
  return { variable: variable ?? null, path, line, column };
}
