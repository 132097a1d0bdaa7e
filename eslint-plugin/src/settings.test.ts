import { defaultSettings, readSettings, SettingsError } from './settings.ts';

describe('readSettings', () => {
  it('has defaults', () => {
    expect(readSettings(undefined)).toEqual(defaultSettings);
    expect(readSettings({})).toEqual(defaultSettings);
  });

  it.each([
    ['clouds', ['gcp'], ['gcp']],
    ['clouds', [], []],
    ['configModules', ['**/deployment.ts'], [...defaultSettings.configModules, '**/deployment.ts']],
    ['includeTests', true, true],
    ['failover', 'client', 'client'],
    ['failover', 'routing', 'routing'],
    ['failoverWrappers', ['acrossRegions'], ['withRegionFailover', 'acrossRegions']],
    ['services', { s3: {} }, { s3: {} }],
    ['services', { ses: { critical: false } }, { ses: { critical: false } }],
    ['services', { ses: { failover: 'mails wait' } }, { ses: { failover: 'mails wait' } }],
    ['regions', {}, { kind: 'env', missing: 'default' }],
    ['regions', { kind: 'module' }, { kind: 'module', missing: 'default' }],
    [
      'regions',
      { folder: 'src/settings', file: 'where' },
      { kind: 'env', missing: 'default', folder: 'src/settings', file: 'where' },
    ],
    [
      'regions',
      { expression: "config.get('regions.{name}')", import: { name: 'config', from: '#config' } },
      {
        kind: 'env',
        missing: 'default',
        expression: "config.get('regions.{name}')",
        import: { name: 'config', from: '#config' },
      },
    ],
  ])('reads %s: %j', (key, value, read) => {
    expect(readSettings({ [key]: value })).toEqual({ ...defaultSettings, [key]: read });
  });

  it.each([
    ['a text', 'settings[\'multi-region\'] should be an object, but it is "a text".'],
    [null, "settings['multi-region'] should be an object, but it is null."],
    [[], "settings['multi-region'] should be an object, but it is []."],
    [
      { cloud: ['aws'] },
      "settings['multi-region'] has no key 'cloud'. Did you mean 'clouds'? Its keys are clouds, configModules, includeTests, failover, failoverWrappers, services, allowedRegions, regions.",
    ],
    [
      { toString: true },
      "settings['multi-region'] has no key 'toString'. Its keys are clouds, configModules, includeTests, failover, failoverWrappers, services, allowedRegions, regions.",
    ],
    [
      { clouds: 'aws' },
      'settings[\'multi-region\'].clouds should be a list of aws, azure, gcp, but it is "aws".',
    ],
    [
      { clouds: ['aws', 'ibm'] },
      'settings[\'multi-region\'].clouds should be a list of aws, azure, gcp, but it is ["aws","ibm"].',
    ],
    [
      { configModules: 'src/config.ts' },
      'settings[\'multi-region\'].configModules should be a list of strings, but it is "src/config.ts".',
    ],
    [
      { configModules: [/config/] },
      "settings['multi-region'].configModules should be a list of strings, but it is [{}].",
    ],
    [
      { regions: 'src/config' },
      'settings[\'multi-region\'].regions should be an object with the keys folder, file, kind, missing, expression, import, but it is "src/config".',
    ],
    [
      { regions: { dir: 'src/config' } },
      "settings['multi-region'].regions has no key 'dir'. Its keys are folder, file, kind, missing, expression, import.",
    ],
    [
      { regions: { kind: 'json' } },
      "settings['multi-region'].regions.kind should be 'env' or 'module', but it is \"json\".",
    ],
    [
      { regions: { folder: '' } },
      'settings[\'multi-region\'].regions.folder should be a path, but it is "".',
    ],
    [
      { regions: { expression: 1 } },
      "settings['multi-region'].regions.expression should be an expression with '{name}' in it, but it is 1.",
    ],
    [
      { regions: { import: '#config' } },
      "settings['multi-region'].regions.import should be { name: 'regions', from: '#config/regions.js' }, but it is \"#config\".",
    ],
    [
      { includeTests: 'yes' },
      'settings[\'multi-region\'].includeTests should be true or false, but it is "yes".',
    ],
    [
      { failover: 'none' },
      "settings['multi-region'].failover should be 'routing' or 'client', but it is \"none\".",
    ],
    [
      { failoverWrappers: [withFailover] },
      "settings['multi-region'].failoverWrappers should be a list of strings, but it is [null].",
    ],
    [
      { services: ['s3'] },
      'settings[\'multi-region\'].services should be an object with one key for each service, but it is ["s3"].',
    ],
    [
      { services: { s3: false } },
      "settings['multi-region'].services.s3 should be an object with the keys critical, failover, maxDowntime, owner, cost, but it is false.",
    ],
    [
      { services: { s3: { important: true } } },
      "settings['multi-region'].services.s3 has no key 'important'. Its keys are critical, failover, maxDowntime, owner, cost.",
    ],
    [
      { services: { s3: { critical: 1 } } },
      "settings['multi-region'].services.s3.critical should be true or false, but it is 1.",
    ],
    [
      { services: { s3: { failover: true } } },
      "settings['multi-region'].services.s3.failover should be the plan in words, but it is true.",
    ],
  ])('refuses %j', (value, message) => {
    expect(() => readSettings(value)).toThrow(new SettingsError(message));
  });
});

describe('services', () => {
  it.each([
    ['dynamodbb', 'dynamodb'],
    ['dynmaodb', 'dynamodb'],
    ['DynamoDB', 'dynamodb'],
    ['secretsmanager', 'secrets-manager'],
    ['cloudwatch-log', 'cloudwatch-logs'],
    ['api-gateway-v2', 'apigatewayv2'],
    ['apigateway', 'api-gateway'],
    ['firestor', 'firestore'],
    ['storage-blobs', 'storage-blob'],
  ])('%s is no service: it is %s', (name, meant) => {
    expect(() => readSettings({ services: { [name]: { critical: true } } })).toThrow(
      new SettingsError(
        `settings['multi-region'].services has the key '${name}', which is no service. Did you mean '${meant}'?`,
      ),
    );
  });

  it.each([
    // Near to others, and services all the same.
    ...[
      'api-gateway',
      'apigatewayv2',
      'cloudwatch',
      'cloudwatch-logs',
      'iot',
      'ses',
      'sesv2',
      's3-compatible',
    ],
    ...['firestore', 'keyvault-keys', 'storage', 'storage-queue'],
    // Of clouds and people that nobody here knows.
    ...[
      'apigatewayv3',
      'payments',
      'postgres',
      'orders',
      'sendgrid',
      'sq',
      'sns2',
      'toString',
      'workstations',
    ],
  ])('%s may be one', (name) => {
    expect(readSettings({ services: { [name]: {} } }).services).toEqual({ [name]: {} });
  });
});

function withFailover() {
  return undefined;
}
