import type { Failover, RegionOrigin } from 'eslint-plugin-multi-region/facts';
import { fullCoverage, type Coverage } from '../coverage.ts';
import type { Subject } from '../subject.ts';
import type { LeftOut } from '../audit.ts';
import type { AuditFinding } from '../audit-finding.ts';
import type { DeploymentPlace } from '../deployments.ts';
import type { Decider, ServicePlace } from '../inventory.ts';
import { jsonVersion } from './json.ts';
import { parseShard, type Shard } from '../shard.ts';

/** What a report in JSON holds of an audit; the rest follows from it. */
export interface JsonReport {
  folder: string;
  changedSince: string | undefined;
  shard: Shard | undefined;
  fileCount: number;
  findings: AuditFinding[];
  services: { places: ServicePlace[] }[];
  deployments: DeploymentPlace[];
  leftOut: LeftOut[];
  coverage: Coverage;
  subject: Subject;
}

/** Reports of older versions do not say. */
const unknownSubject: Subject = { name: '', date: '', commit: undefined, link: undefined, folder: '' };

/** A text that is no report; the message says what is wrong with it. */
export class ReportError extends Error {}

/**
 * Reads what `--format json` wrote.
 *
 * @param text the content of the file
 * @throws ReportError when it is something else
 */
export function readJsonReport(text: string): JsonReport {
  const report = asRecord(parse(text), 'it');
  if (report.version !== jsonVersion) {
    throw new ReportError(
      `it is not a JSON report of this version (its version is ${JSON.stringify(report.version ?? null)}, not ${jsonVersion}). Make it with 'multi-region audit --format json' of this version.`,
    );
  }
  return {
    folder: asString(report.folder, 'folder'),
    changedSince: asOptional(report.changedSince, 'changedSince', asString),
    shard: asOptional(report.shard, 'shard', asShard),
    subject: asOptional(report.subject ?? null, 'subject', readSubject) ?? unknownSubject,
    coverage: asOptional(report.notRead ?? null, 'notRead', readCoverage) ?? fullCoverage,
    fileCount: asNumber(report.fileCount, 'fileCount'),
    findings: asList(report.findings, 'findings', readFinding),
    services: asList(report.services, 'services', readService),
    deployments: asList(report.deployments ?? [], 'deployments', readDeployment).flat(),
    leftOut: asList(report.leftOut, 'leftOut', readLeftOut),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw new ReportError("it is not JSON. Make it with 'multi-region audit --format json'.");
  }
}

function readDeployment(value: unknown, name: string): DeploymentPlace[] {
  const { kind, region, places } = asRecord(value, name);
  return asList(places, `${name}.places`, (each, place) => {
    const { path, line, column, environment } = asRecord(each, place);
    return {
      kind: asString(kind, `${name}.kind`),
      region: asString(region, `${name}.region`),
      path: asString(path, `${place}.path`),
      line: asNumber(line, `${place}.line`),
      column: asNumber(column, `${place}.column`),
      environment: asOptional(environment, `${place}.environment`, asString),
    };
  });
}

function readFinding(value: unknown, name: string): AuditFinding {
  const finding = asRecord(value, name);
  return {
    ruleId: asString(finding.ruleId, `${name}.ruleId`),
    severity: asString(finding.severity, `${name}.severity`) === 'error' ? 'error' : 'warn',
    path: asString(finding.path, `${name}.path`),
    line: asNumber(finding.line, `${name}.line`),
    column: asNumber(finding.column, `${name}.column`),
    endLine: asNumber(finding.endLine, `${name}.endLine`),
    endColumn: asNumber(finding.endColumn, `${name}.endColumn`),
    region: asOptional(finding.region, `${name}.region`, asString),
    service: asOptional(finding.service, `${name}.service`, asString),
    message: asString(finding.message, `${name}.message`),
    code: asString(finding.code, `${name}.code`),
    fingerprint: asString(finding.fingerprint, `${name}.fingerprint`),
  };
}

function readService(value: unknown, name: string): { places: ServicePlace[] } {
  const row = asRecord(value, name);
  const ofService = {
    service: asOptional(row.service, `${name}.service`, asString),
    critical: asOptional(row.critical, `${name}.critical`, asBoolean),
    plan: asOptional(row.failover, `${name}.failover`, asString),
  };
  return {
    places: asList(row.places, `${name}.places`, (each, of) => ({ ...readPlace(each, of), ...ofService })),
  };
}

function readSubject(value: unknown, name: string): Subject {
  const subject = asRecord(value, name);
  return {
    name: asString(subject.name, `${name}.name`),
    date: asString(subject.date, `${name}.date`),
    commit: asOptional(subject.commit, `${name}.commit`, asString),
    link: asOptional(subject.link, `${name}.link`, asLink),
    folder: asString(subject.folder, `${name}.folder`),
  };
}

function readCoverage(value: unknown, name: string): Coverage {
  const coverage = asRecord(value, name);
  const readCount = (each: unknown, of: string) => {
    const item = asRecord(each, of);
    return { files: asNumber(item.files, `${of}.files`), example: asString(item.example, `${of}.example`) };
  };
  return {
    uncovered: asList(coverage.uncovered, `${name}.uncovered`, (each, of) => ({
      config: asString(asRecord(each, of).config, `${of}.config`),
      ...readCount(each, of),
    })),
    otherKinds: asList(coverage.otherKinds, `${name}.otherKinds`, (each, of) => ({
      kind: asString(asRecord(each, of).kind, `${of}.kind`),
      ...readCount(each, of),
    })),
  };
}

function readDecider(value: unknown, name: string): Decider {
  const decider = asRecord(value, name);
  return {
    variable: asOptional(decider.variable, `${name}.variable`, asString),
    path: asString(decider.path, `${name}.path`),
    line: asNumber(decider.line, `${name}.line`),
    column: asNumber(decider.column, `${name}.column`),
  };
}

function readPlace(value: unknown, name: string): Omit<ServicePlace, 'critical' | 'plan' | 'service'> {
  const place = asRecord(value, name);
  const decidedBy = asOptional(place.decidedBy ?? null, `${name}.decidedBy`, readDecider);
  return {
    path: asString(place.path, `${name}.path`),
    line: asNumber(place.line, `${name}.line`),
    column: asNumber(place.column, `${name}.column`),
    region: asOptional(place.region, `${name}.region`, asString),
    // These are words of this version: a newer one has a higher `version`.
    origin: asWord(place.origin, `${name}.origin`, origins),
    failover: asOptional(place.failover, `${name}.failover`, (each, of) => asWord(each, of, failovers)),
    ...(decidedBy && { decidedBy }),
  };
}

function readLeftOut(value: unknown, name: string): LeftOut {
  const notice = asRecord(value, name);
  return {
    kind: asString(notice.kind, `${name}.kind`) === 'failed' ? 'failed' : 'skipped',
    path: asString(notice.path, `${name}.path`),
    line: asOptional(notice.line, `${name}.line`, asNumber),
    column: asOptional(notice.column, `${name}.column`, asNumber),
    message: asString(notice.message, `${name}.message`),
  };
}

/** The words of this version, so that none is looked up that there is not. */
const origins = listWords<RegionOrigin>({
  environment: true,
  fallback: true,
  'global-endpoint': true,
  literal: true,
  omitted: true,
  parameter: true,
  unknown: true,
});
const failovers = listWords<Failover>({
  'follows-deployment': true,
  kept: true,
  managed: true,
  none: true,
  'not-needed': true,
  'per-region': true,
  'second-client': true,
  unknown: true,
  wrapped: true,
});

function listWords<T extends string>(words: Readonly<Record<T, true>>): readonly T[] {
  return Object.keys(words) as T[];
}

function asWord<T extends string>(value: unknown, name: string, words: readonly T[]): T {
  const word = words.find((each) => each === value);
  if (word !== undefined) return word;
  throw wrong(name, `one of ${words.join(', ')}`);
}

/** A link stands in pages, where another scheme would run something. */
function asLink(value: unknown, name: string): string {
  if (typeof value === 'string' && /^https?:\/\/[^\s<>()"'\\|`]+$/u.test(value)) return value;
  throw wrong(name, 'the address of a page');
}

type Reader<T> = (value: unknown, name: string) => T;

function asRecord(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw wrong(name, 'an object');
}

function asList<T>(value: unknown, name: string, read: Reader<T>): T[] {
  if (!Array.isArray(value)) throw wrong(name, 'a list');
  return value.map((each: unknown, index) => read(each, `${name}[${index}]`));
}

function asOptional<T>(value: unknown, name: string, read: Reader<T>): T | undefined {
  return value === null ? undefined : read(value, name);
}

function asString(value: unknown, name: string): string {
  if (typeof value === 'string') return value;
  throw wrong(name, 'a text');
}

function asBoolean(value: unknown, name: string): boolean {
  if (typeof value === 'boolean') return value;
  throw wrong(name, 'true or false');
}

function asNumber(value: unknown, name: string): number {
  if (Number.isSafeInteger(value)) return Number(value);
  throw wrong(name, 'a whole number');
}

function asShard(value: unknown, name: string): Shard {
  const shard = typeof value === 'string' ? parseShard(value) : undefined;
  if (shard) return shard;
  throw wrong(name, "a part such as '1/3'");
}

function wrong(name: string, expected: string): ReportError {
  return new ReportError(
    `it is not a report of an audit: ${name} is not ${expected}. Make it with 'multi-region audit --format json'.`,
  );
}
