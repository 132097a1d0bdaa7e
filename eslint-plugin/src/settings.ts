import type { Cloud } from './clouds/region-form-match.ts';

/** What a project says of its services, by the name that the SDK package gives them (`s3`, `dynamodb`). */
export interface ServiceSettings {
  /** Whether customers notice when the service is away. Only critical services need a second region. */
  critical?: boolean;
  /** The plan for the day the region fails, in words, for the audit's table. */
  failover?: string;
}

/** Where the regions of a project go when they are moved out of the code. What is left out is found out from the project. */
export interface RegionsSettings {
  /** The folder of the config module, relative to the package: `src/config`. */
  folder?: string;
  /** The name of the config module, without its extension: `regions`. */
  file?: string;
  /** Whether the module reads the regions from the environment, or holds them itself. */
  kind: 'env' | 'module';
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
  regions: RegionsSettings;
}

const clouds: readonly Cloud[] = ['aws', 'azure', 'gcp'];

export const defaultSettings: Settings = {
  clouds,
  configModules: [
    '**/region.{js,cjs,mjs,ts,cts,mts}',
    '**/regions.{js,cjs,mjs,ts,cts,mts}',
    '**/config.{js,cjs,mjs,ts,cts,mts}',
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
  regions: { kind: 'env' },
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
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(defaultSettings, key)) {
      throw new SettingsError(
        `settings['multi-region'] has no key '${key}'. Its keys are ${Object.keys(defaultSettings).join(', ')}.`,
      );
    }
  }
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
    regions: readRegions(value.regions),
  };
}

function readRegions(value: unknown): RegionsSettings {
  if (value === undefined) return defaultSettings.regions;
  if (!isRecord(value)) throw wrong('regions', `an object with the keys ${regionsKeys.join(', ')}`, value);
  for (const key of Object.keys(value)) {
    if (!regionsKeys.includes(key)) {
      throw new SettingsError(
        `settings['multi-region'].regions has no key '${key}'. Its keys are ${regionsKeys.join(', ')}.`,
      );
    }
  }
  const { kind = 'env', folder, file, expression, import: imported } = value;
  if (kind !== 'env' && kind !== 'module') throw wrong('regions.kind', "'env' or 'module'", kind);
  return {
    kind,
    ...(folder !== undefined && { folder: readString('regions.folder', folder, 'a path') }),
    ...(file !== undefined && { file: readString('regions.file', file, 'a name without extension') }),
    ...(expression !== undefined && {
      expression: readString('regions.expression', expression, "an expression with '{name}' in it"),
    }),
    ...(imported !== undefined && { import: readImport(imported) }),
  };
}

const regionsKeys = ['folder', 'file', 'kind', 'expression', 'import'];

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
    if (!isRecord(entry)) throw wrong(key, 'an object with the keys critical and failover', entry);
    for (const name of Object.keys(entry)) {
      if (name !== 'critical' && name !== 'failover') {
        throw new SettingsError(
          `settings['multi-region'].${key} has no key '${name}'. Its keys are critical, failover.`,
        );
      }
    }
    const { critical, failover } = entry;
    if (failover !== undefined && typeof failover !== 'string')
      throw wrong(`${key}.failover`, 'the plan in words', failover);
    services[service] = {
      ...(critical === undefined ? {} : { critical: readBoolean(`${key}.critical`, critical, true) }),
      ...(failover === undefined ? {} : { failover }),
    };
  }
  return services;
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
