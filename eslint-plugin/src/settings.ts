import { type Cloud, clouds as allClouds } from './clouds/clouds.ts';

/** What a project says of its services, by the name that the SDK package gives them (`s3`, `dynamodb`). */
export interface ServiceSettings {
  /** Whether customers notice when the service is away. Only critical services need a second region. */
  critical?: boolean;
  /** The plan for the day the region fails, in words, for the audit's table. */
  failover?: string;
  /** How long customers can do without the service: `30m`, `4h`, `1d`. */
  maxDowntime?: string;
  /** Who looks after it. */
  owner?: string;
  /** What a second region costs, in your own words. */
  cost?: string;
}

/** Where the regions of a project go when they are moved out of the code. What is left out is found out from the project. */
export interface RegionsSettings {
  /** The folder of the config module, relative to the package: `src/config`. */
  folder?: string;
  /** The name of the config module, without its extension: `regions`. */
  file?: string;
  /** Whether the module reads the regions from the environment, or holds them itself. */
  kind: 'env' | 'module';
  /**
   * What an entry does when its variable is not set: it gives the region of today, or it throws and names the variable.
   */
  missing: 'default' | 'throw';
  /** What stands in the code instead of a region, where no module is wanted: `config.get('regions.{name}')`. */
  expression?: string;
  /** What `expression` needs imported. */
  import?: { name: string; from: string };
}

/** `settings['multi-region']` of an ESLint config, with the defaults filled in. */
export interface Settings {
  clouds: readonly Cloud[];
  /** Globs, relative to the working directory, of files that are config: what they export is not reported. */
  configModules: readonly string[];
  includeTests: boolean;
  /** How the project gets over the loss of a region: traffic is routed to another deployment, or each client tries another region. */
  failover: 'client' | 'routing';
  /** Functions that give a client a second region, beside `withRegionFailover`. */
  failoverWrappers: readonly string[];
  services: Readonly<Record<string, ServiceSettings>>;
  /** The regions that the project may use, for second regions; empty: those of the same country or law. */
  allowedRegions: readonly string[];
  regions: RegionsSettings;
}

const clouds: readonly Cloud[] = allClouds.map(({ id }) => id);

export const defaultSettings: Settings = {
  clouds,
  configModules: [
    '**/region.{js,cjs,mjs,ts,cts,mts}',
    '**/regions.{js,cjs,mjs,ts,cts,mts}',
    '**/config.{js,cjs,mjs,ts,cts,mts}',
    '**/*{-config,Config}.{js,cjs,mjs,ts,cts,mts}',
    '**/config/**',
    '**/configs/**',
    '**/settings.{js,cjs,mjs,ts,cts,mts}',
    '**/settings/**',
    '**/environments/*.{js,cjs,mjs,ts,cts,mts}',
  ],
  includeTests: false,
  failover: 'routing',
  failoverWrappers: ['withRegionFailover'],
  services: {},
  allowedRegions: [],
  regions: { kind: 'env', missing: 'default' },
};

/** A wrong setting; the message names the key and says what was expected. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * Reads `settings['multi-region']`. Lists add to the defaults instead of replacing them.
 *
 * @param value what the ESLint config holds under `multi-region`; undefined: the defaults
 * @throws SettingsError when a key is unknown or a value is not what it should be
 */
export function readSettings(value: unknown): Settings {
  if (value === undefined) return defaultSettings;
  if (!isRecord(value)) throw wrong('', 'an object', value);
  checkKeys('', value, Object.keys(defaultSettings));
  return {
    clouds:
      value.clouds === undefined
        ? clouds
        : readList('clouds', value.clouds, isCloud, `a list of ${clouds.join(', ')}`),
    configModules: addTo(defaultSettings.configModules, 'configModules', value.configModules),
    includeTests: readBoolean('includeTests', value.includeTests, defaultSettings.includeTests),
    failover: readFailover(value.failover),
    failoverWrappers: addTo(defaultSettings.failoverWrappers, 'failoverWrappers', value.failoverWrappers),
    services: readServices(value.services),
    allowedRegions: addTo([], 'allowedRegions', value.allowedRegions),
    regions: readRegions(value.regions),
  };
}

function readRegions(value: unknown): RegionsSettings {
  if (value === undefined) return defaultSettings.regions;
  if (!isRecord(value)) throw wrong('regions', `an object with the keys ${regionsKeys.join(', ')}`, value);
  checkKeys('regions', value, regionsKeys);
  const { kind = 'env', missing = 'default', folder, file, expression, import: imported } = value;
  if (kind !== 'env' && kind !== 'module') throw wrong('regions.kind', "'env' or 'module'", kind);
  if (missing !== 'default' && missing !== 'throw')
    throw wrong('regions.missing', "'default' or 'throw'", missing);
  return {
    kind,
    missing,
    ...(folder !== undefined && { folder: readString('regions.folder', folder, 'a path') }),
    ...(file !== undefined && { file: readString('regions.file', file, 'a name without extension') }),
    ...(expression !== undefined && {
      expression: readString('regions.expression', expression, "an expression with '{name}' in it"),
    }),
    ...(imported !== undefined && { import: readImport(imported) }),
  };
}

const regionsKeys = ['folder', 'file', 'kind', 'missing', 'expression', 'import'];

function readImport(value: unknown): { name: string; from: string } {
  if (!isRecord(value) || !isString(value.name) || !isString(value.from)) {
    throw wrong('regions.import', "{ name: 'regions', from: '#config/regions.js' }", value);
  }
  return { name: value.name, from: value.from };
}

function readString(key: string, value: unknown, expected: string): string {
  if (!isString(value) || value === '') throw wrong(key, expected, value);
  return value;
}

function readFailover(value: unknown): Settings['failover'] {
  if (value === undefined) return defaultSettings.failover;
  if (value === 'routing' || value === 'client') return value;
  throw wrong('failover', "'routing' or 'client'", value);
}

function readServices(value: unknown): Settings['services'] {
  if (value === undefined) return {};
  if (!isRecord(value)) throw wrong('services', 'an object with one key for each service', value);
  const services: Record<string, ServiceSettings> = {};
  for (const [service, entry] of Object.entries(value)) {
    const key = `services.${service}`;
    checkService(service);
    if (!isRecord(entry)) throw wrong(key, `an object with the keys ${serviceKeys.join(', ')}`, entry);
    checkKeys(key, entry, serviceKeys);
    const { critical, failover, maxDowntime, owner, cost } = entry;
    if (failover !== undefined && typeof failover !== 'string')
      throw wrong(`${key}.failover`, 'the plan in words', failover);
    if (
      maxDowntime !== undefined &&
      (!isString(maxDowntime) || !/^\d+(?:\.\d+)?\s*[smhd]$/.test(maxDowntime))
    )
      throw wrong(`${key}.maxDowntime`, "a time such as '30m', '4h' or '1d'", maxDowntime);
    services[service] = {
      ...(critical === undefined ? {} : { critical: readBoolean(`${key}.critical`, critical, true) }),
      ...(failover === undefined ? {} : { failover }),
      ...(maxDowntime === undefined ? {} : { maxDowntime }),
      ...(owner === undefined ? {} : { owner: readString(`${key}.owner`, owner, 'a name') }),
      ...(cost === undefined ? {} : { cost: readString(`${key}.cost`, cost, 'a text') }),
    };
  }
  return services;
}

const serviceKeys = ['critical', 'failover', 'maxDowntime', 'owner', 'cost'];

/**
 * A service may have a name that nobody here knows: clouds make new ones. One that is a slip away from a known one is
 * that one.
 *
 * @throws SettingsError for a name that is misspelled
 */
function checkService(name: string): void {
  const known = allClouds.flatMap(({ services }) => services);
  if (name.length < shortestChecked || known.includes(name)) return;
  const digits = (text: string) => text.replaceAll(/\D/g, '');
  const wanted = name.toLowerCase();
  const isMeant = (slips: number) => (each: string) =>
    each.length >= shortestChecked && digits(each) === digits(wanted) && isNear(each, wanted, slips);
  const near =
    known.find((each) => squash(each) === squash(name)) ??
    known.find(isMeant(1)) ??
    (name.length < longName ? undefined : known.find(isMeant(2)));
  if (near === undefined) return;
  throw new SettingsError(
    `settings['multi-region'].services has the key '${name}', which is no service. Did you mean '${near}'?`,
  );
}

/** One SDK writes `secretsmanager`, the other `secrets-manager`. */
function squash(name: string): string {
  return name.toLowerCase().replaceAll('-', '');
}

/** Among shorter names everything is near to something. */
const shortestChecked = 6;
/** From here on, two slips are still a misspelling. */
const longName = 10;

/** @throws SettingsError for the first key that is none, with the one that may be meant */
function checkKeys(path: string, value: Record<string, unknown>, keys: readonly string[]): void {
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown === undefined) return;
  const name = path === '' ? "settings['multi-region']" : `settings['multi-region'].${path}`;
  const near = keys.find((key) => isNear(key.toLowerCase(), unknown.toLowerCase()));
  const hint = near === undefined ? '' : ` Did you mean '${near}'?`;
  throw new SettingsError(`${name} has no key '${unknown}'.${hint} Its keys are ${keys.join(', ')}.`);
}

/** Whether at most so many slips of the hand lie between two words: letters that are missing, too many, others or swapped. */
function isNear(a: string, b: string, slips = 2): boolean {
  if (Math.abs(a.length - b.length) > slips) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [ours, theirs] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (Math.max(ours.length, theirs.length) <= slips) return true;
  return ours.length === 2 && ours === theirs.slice(1) + theirs.charAt(0);
}

function addTo(defaults: readonly string[], key: string, value: unknown): readonly string[] {
  return value === undefined
    ? defaults
    : [...defaults, ...readList(key, value, isString, 'a list of strings')];
}

function readList<T>(key: string, value: unknown, test: (item: unknown) => item is T, expected: string): T[] {
  if (!Array.isArray(value) || !value.every(test)) throw wrong(key, expected, value);
  return value;
}

function readBoolean(key: string, value: unknown, byDefault: boolean): boolean {
  if (value === undefined) return byDefault;
  if (typeof value !== 'boolean') throw wrong(key, 'true or false', value);
  return value;
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isCloud(value: unknown): value is Cloud {
  return clouds.some((cloud) => cloud === value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(key: string, expected: string, value: unknown): SettingsError {
  const name = key === '' ? "settings['multi-region']" : `settings['multi-region'].${key}`;
  return new SettingsError(`${name} should be ${expected}, but it is ${JSON.stringify(value)}.`);
}
