import { isAbsolute, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame } from '../engine/events.ts';
import { longestGap, share, type Sample } from '../probe.ts';
import type { RunResult } from '../run-result.ts';
import type { Call, HitCall } from '../calls.ts';
import { formatMs, percent } from './format.ts';

export const headings = [
  'Service',
  'Calls hit',
  'Answered itself',
  'Answered elsewhere',
  'Straight to',
  'Failed',
  'Slowest',
  'Last error',
];

/** The table of a run: a row for each service. */
export function makeRows({ calls }: RunResult): string[][] {
  const services = new Set(
    [...calls.hit, ...calls.connections, ...calls.straight].map(({ service }) => service),
  );
  return [...services].map((service) => {
    const hit = calls.hit.filter((call) => call.service === service);
    const straight = calls.straight.filter((call) => call.service === service);
    const connections = calls.connections.find((each) => each.service === service)?.count ?? 0;
    const answered = hit.filter(({ outcome }) => outcome === 'answered');
    const elsewhere = hit.filter(({ outcome }) => outcome === 'elsewhere');
    const failed = hit.filter(({ outcome }) => outcome === 'failed' || outcome === 'followed');
    return [
      service,
      connections > 0 ? `${connections} (connections)` : dash(hit.length),
      dash(answered.length),
      byRegion(elsewhere.map(({ answeredIn = '' }) => answeredIn)),
      byRegion(straight.map(({ region }) => region)),
      connections > 0 && hit.length === 0 ? '?' : dash(failed.length),
      hit.length > 0 ? formatMs(Math.max(...hit.map(({ ms }) => ms))) : '-',
      failed.at(-1)?.error ?? '-',
    ];
  });
}

function dash(count: number): string {
  return count === 0 ? '-' : String(count);
}

function byRegion(regions: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const region of regions) counts.set(region, (counts.get(region) ?? 0) + 1);
  return [...counts].map(([region, count]) => `${count} in ${region}`).join(', ') || '-';
}

/** A list with a heading, below the table. */
export interface Section {
  title: string;
  lines: string[];
}

const linesShown = 10;

/** What else there is to say of a run. */
export function makeSections({ calls, probe }: RunResult, cwd: string): Section[] {
  const failed = calls.hit.filter(({ outcome }) => outcome === 'failed');
  const followed = calls.hit.filter(({ outcome }) => outcome === 'followed');
  const repeated = calls.hit.filter(({ doneInAll }) => doneInAll > 1);
  return [
    ...(probe ? [{ title: 'Probe', lines: describeProbe(probe) }] : []),
    {
      title: 'Failed, and nothing of the same caller was answered elsewhere',
      lines: group(failed, cwd, ({ operation, service }) => `${service} ${operation}`),
    },
    {
      title:
        'Failed; a call that did the same followed in another region, but it is not known whether for this one',
      lines: group(
        followed,
        cwd,
        ({ operation, service, answeredIn }) => `${service} ${operation} in ${answeredIn ?? ''}`,
      ),
    },
    {
      title: 'Done more than once',
      lines: group(
        repeated,
        cwd,
        ({ operation, service, doneInAll }) => `${service} ${operation} ${doneInAll} times`,
      ),
    },
    {
      title: 'What became of these cannot be seen: connections without requests that are known',
      lines: calls.connections.map(({ service, count }) => `${service}: ${count}`),
    },
  ].filter(({ lines }) => lines.length > 0);
}

function group(calls: readonly HitCall[], cwd: string, describe: (call: HitCall) => string): string[] {
  const counts = new Map<string, number>();
  for (const call of calls) {
    const line = `${describe(call)}  ${showCaller(call, cwd) || 'place not known'}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const lines = [...counts].map(([line, count]) => (count > 1 ? `${line} (${count} times)` : line));
  const rest = lines.length - linesShown;
  return rest > 0 ? [...lines.slice(0, linesShown), `${rest} more`] : lines;
}

/** `src/place-order.mjs:10:3 < test/orders.test.mjs:9:3` */
export function showCaller({ frames }: Call, cwd: string): string {
  const places = frames.map((frame) => showPlace(frame, cwd)).filter((place) => place !== undefined);
  // The failover client is behind all calls alike.
  const own = places.filter((place) => !/region-failover\.[cm]?[jt]s:/u.test(place));
  return (own.length > 0 ? own : places).slice(0, 3).join(' < ');
}

function showPlace(frame: Frame, cwd: string): string | undefined {
  const [, place = frame] = /\(([^()]+)\)$/u.exec(frame) ?? [];
  const [, file, position = ''] = /^(.*?)(:\d+:\d+)$/u.exec(place) ?? [];
  if (file === undefined) return undefined;
  const path = file.startsWith('file:') ? fileURLToPath(file) : file;
  const shown = isAbsolute(path) ? relative(cwd, path) : path;
  return `${(shown.startsWith('..') ? path : shown).replaceAll('\\', '/')}${position}`;
}

function describeProbe({ before, during, after, stoppedAfterMs }: NonNullable<RunResult['probe']>): string[] {
  const describe = (name: string, samples: readonly Sample[]): string => {
    const good = samples.filter(({ isGood }) => isGood);
    const slowest = good.length > 0 ? `, slowest ${formatMs(Math.max(...good.map(({ ms }) => ms)))}` : '';
    const gap = longestGap(samples);
    const gaps = gap > 0 ? `, ${formatMs(gap)} without one` : '';
    return `${name}  ${good.length} of ${samples.length}  ${percent(share(samples))}${slowest}${gaps}`;
  };
  const early = stoppedAfterMs === undefined ? '' : `; ended after ${formatMs(stoppedAfterMs)}`;
  return [describe('before', before), `${describe('during', during)}${early}`, describe('after ', after)];
}
