import { regionNames } from 'eslint-plugin-multi-region/catalog';
import type { Fault } from '../chaos/engine/outage.ts';
import type { Experiment } from '../chaos/experiment.ts';
import type { ExperimentOptions } from '../chaos/run-experiment.ts';
import { getScenario, scenarioNames } from '../chaos/scenarios.ts';
import { readMaxDowntime } from '../chaos/max-downtime.ts';
import { describeChoice, parseChoice, parseOptions } from './parse-options.ts';
import { UsageError } from './usage-error.ts';

/** What `multi-region chaos` was asked for. */
export interface ChaosOptions extends Omit<ExperimentOptions, 'preload' | 'signal' | 'stdout'> {
  experiments: Experiment[];
  times: number;
  record: string | undefined;
  format: 'terminal' | 'markdown' | 'json' | 'junit';
  output: string | undefined;
  inProduction: boolean;
}

const downs = ['refuse', 'dns', 'blackhole', 'silent', 'reset', '503'] as const;

const formats = ['terminal', 'markdown', 'json', 'junit'] as const;

const options = {
  after: { type: 'string' },
  all: { type: 'boolean', default: false },
  down: { type: 'string' },
  every: { type: 'string', default: '200ms' },
  for: { type: 'string' },
  format: { type: 'string', default: 'terminal' },
  help: { type: 'boolean', short: 'h', default: false },
  host: { type: 'string', multiple: true, default: [] as string[] },
  'in-production': { type: 'boolean', default: false },
  latency: { type: 'string' },
  like: { type: 'string' },
  'lost-answers': { type: 'boolean', default: false },
  max: { type: 'string' },
  'max-gap': { type: 'string' },
  'may-fail': { type: 'string' },
  min: { type: 'string', default: '99%' },
  output: { type: 'string' },
  probe: { type: 'string' },
  record: { type: 'string' },
  region: { type: 'string' },
  service: { type: 'string' },
  'stop-below': { type: 'string' },
  throttle: { type: 'string' },
  times: { type: 'string', default: '1' },
} as const;

/** The longest outage, in milliseconds: 15 minutes. */
const longestMs = 15 * 60_000;

/**
 * Reads the options of `chaos`, and the command behind `--`.
 *
 * @param cwd the folder whose settings have the tolerated downtime
 * @throws UsageError for what cannot be done
 */
export function readChaosOptions(args: readonly string[], cwd: string): ChaosOptions | 'help' {
  const dashes = args.indexOf('--');
  const own = dashes === -1 ? args : args.slice(0, dashes);
  const command = dashes === -1 ? [] : args.slice(dashes + 1);
  const { values } = parseOptions('chaos', { args: completeDown(own), options });
  if (values.help) return 'help';
  const { region, probe } = values;
  if (region === undefined) throw new UsageError("chaos needs a region. Run it with '--region us-east-1'.");
  checkRegion(region, values.host);
  if (command.length === 0) {
    throw new UsageError(
      `chaos needs a command after '--': multi-region chaos --region ${region} -- npm test`,
    );
  }
  return {
    command,
    experiments: readExperiments(region, values),
    hosts: readHosts(values.host),
    afterMs:
      values.after === undefined ? (probe === undefined ? 0 : 5_000) : parseTime('--after', values.after),
    forMs: readLength(values.for, probe !== undefined),
    mayFail: readServices('--may-fail', values['may-fail']) ?? [],
    probe:
      probe === undefined
        ? undefined
        : {
            target: probe,
            everyMs: parseTime('--every', values.every),
            timeoutMs: 30_000,
            goals: {
              minShare: parseShare('--min', values.min),
              maxGapMs:
                values['max-gap'] === undefined
                  ? readMaxDowntime(cwd)
                  : parseTime('--max-gap', values['max-gap']),
              maxMs: values.max === undefined ? undefined : parseTime('--max', values.max),
            },
            stopBelow:
              values['stop-below'] === undefined
                ? undefined
                : parseShare('--stop-below', values['stop-below']),
          },
    times: parseCount('--times', values.times),
    record: values.record,
    format: parseChoice('--format', values.format, formats),
    output: values.output,
    inProduction: values['in-production'],
  };
}

/** `--down` alone means `--down refuse`. */
function completeDown(args: readonly string[]): string[] {
  return args.flatMap((arg, index) => {
    if (arg !== '--down') return [arg];
    const next = args[index + 1];
    return next === undefined || next.startsWith('-') ? ['--down', 'refuse'] : [arg];
  });
}

interface FaultValues {
  all: boolean;
  down?: string | undefined;
  latency?: string | undefined;
  like?: string | undefined;
  'lost-answers': boolean;
  service?: string | undefined;
  throttle?: string | undefined;
}

function readExperiments(region: string, values: FaultValues): Experiment[] {
  const { all, down, latency, like, throttle, service } = values;
  const given = Object.entries({ all, down, latency, like, 'lost-answers': values['lost-answers'], throttle })
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name]) => `--${name}`);
  if (given.length > 1)
    throw new UsageError(`${given.join(' and ')} are different faults. Choose one for a run.`);
  const services = readServices('--service', service);
  const create = (fault: Fault, more: Partial<Experiment> = {}): Experiment => ({
    region,
    fault,
    ...(services && { services }),
    ...more,
  });
  if (like !== undefined) {
    const phases = getScenario(like, region);
    if (!phases) throw new UsageError(describeChoice('--like', like, scenarioNames));
    if (services) throw new UsageError('--like says itself which services fail; leave out --service.');
    return phases;
  }
  if (all) return [create('dns'), create('silent'), create('status')];
  if (latency !== undefined) return [create('latency', { latencyMs: parseTime('--latency', latency) })];
  if (throttle !== undefined) {
    const throttled = readServices('--throttle', throttle);
    return [create('throttle', throttled && { services: throttled })];
  }
  if (values['lost-answers']) return [create('lost-answers')];
  const how = parseChoice('--down', down ?? 'refuse', downs);
  return [create(how === '503' ? 'status' : how)];
}

function checkRegion(region: string, hosts: readonly string[]): void {
  const isNamed = hosts.some((host) => host.endsWith(`=${region}`));
  if (isNamed || regionNames.has(region)) return;
  throw new UsageError(
    `--region: '${region}' is no region of AWS, Google Cloud or Azure. Write it as 'us-east-1'.`,
  );
}

function readHosts(entries: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    entries.map((entry): [string, string] => {
      const [, pattern, region] = /^(\S+)=([\w-]+)$/u.exec(entry) ?? [];
      if (pattern === undefined || region === undefined) {
        throw new UsageError(
          `--host is '${entry}', but takes PATTERN=REGION, such as '*.blob.core.windows.net=eastus'.`,
        );
      }
      return [pattern, region];
    }),
  );
}

function readServices(option: string, list: string | undefined): string[] | undefined {
  if (list === undefined) return undefined;
  const names = list.split(',').map((name) => name.trim());
  if (names.some((name) => !/^[\w.-]+$/u.test(name))) {
    throw new UsageError(`${option} is '${list}', but takes services, such as 'dynamodb,s3'.`);
  }
  return names;
}

function readLength(text: string | undefined, hasProbe: boolean): number {
  if (text === undefined) return hasProbe ? 15_000 : longestMs;
  const ms = parseTime('--for', text);
  if (ms > longestMs) throw new UsageError(`--for is '${text}', but an outage lasts 15m at most.`);
  return ms;
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** `500ms`, `2s`, `1.5m` -> milliseconds. */
function parseTime(option: string, text: string): number {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/u.exec(text) ?? [];
  const factor = units[unit];
  if (factor === undefined)
    throw new UsageError(`${option} is '${text}', but takes a time, such as '500ms', '2s' or '5m'.`);
  return Number(number) * factor;
}

/** `99%` -> 0.99 */
function parseShare(option: string, text: string): number {
  const [, number] = /^(\d+(?:\.\d+)?)%$/u.exec(text) ?? [];
  if (number === undefined || Number(number) > 100) {
    throw new UsageError(`${option} is '${text}', but takes a share, such as '99.9%'.`);
  }
  return Number(number) / 100;
}

function parseCount(option: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new UsageError(`${option} is '${text}', but takes a number from 1.`);
  return count;
}
