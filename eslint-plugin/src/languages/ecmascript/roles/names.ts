import type { Cloud } from '../../../facts/region-site.ts';

const regionNames = /(?:^|_)region(?:_?(?:name|id|code|key))?\d?$|Region(?:Name|Id|Code|Key)?\d?$/i;
const locationNames = /(?:^|_)(?:locations?|zone)(?:_?(?:name|id))?$/i;
const camelCaseLocationNames = /(?:Location(?:Name|Id)?|Zone)$/; // but not allocation

/** Whether a name says that it holds a region: `region`, `awsRegion`, `AWS_REGION`, `regionName`; for Google Cloud and Azure also `location`. */
export function isRegionName(name: string, cloud: Cloud): boolean {
  if (regionNames.test(name)) return true;
  return cloud !== 'aws' && (locationNames.test(name) || camelCaseLocationNames.test(name));
}

/** Whether a name says that it is the second choice: `DEFAULT_REGION`, `fallbackRegion`. */
export function isDefaultName(name: string): boolean {
  return /default|fallback/i.test(name);
}

/** An expression for a dotted name that begins with one of some names. */
function toFirstName(names: readonly string[]): RegExp {
  return new RegExp(`^(?:${names.join('|')})(?:\\.|\\(\\)|$)`);
}

/** An expression for a dotted name whose last name is one of some. */
function toLastName(names: readonly string[]): RegExp {
  return new RegExp(`(?:^|\\.)(?:${names.join('|')})$`);
}

/** What has nothing but methods whose argument people read. */
const textObject = toFirstName([
  ...['console', 'log', 'logger', 'logging', 'winston', 'pino', 'debug', 'chalk', 'print', 'printf'],
  // Tests.
  ...['expect', 'assert', 'describe', 'it', 'test'],
  // User interface.
  ...['t', 'i18n', 'alert', 'toast', 'confirm', 'prompt'],
]);

/** Methods and functions whose argument people read, whatever they belong to. */
const textMethod = toLastName([
  // Logs.
  ...['log', 'logger', 'log[A-Z]\\w*', 'createLogger', 'Logger', 'appendKeys', 'print[A-Z]?\\w*'],
  ...['info', 'warn', 'warning', 'error', 'debug', 'trace', 'fatal', 'verbose'],
  // Help and descriptions.
  ...['describe', 'description', 'summary', 'help', 'usage', 'annotate', 'addOutput'],
  // Tests.
  ...['toBe', 'toEqual'],
]);

/** Streams for people, errors, outputs of a stack. */
const textEnding = /(?:stdout|stderr)\.write$|Error(?:\(\))?$|Exception$|CfnOutput$/;

/** Whether what a call is given is read by people, not by a cloud. */
export function isTextCallee(name: string): boolean {
  const callee = toCallee(name);
  return textObject.test(callee) || textMethod.test(callee) || textEnding.test(callee);
}

const comparison =
  /\.(?:startsWith|endsWith|includes|indexOf|lastIndexOf|has|equals|localeCompare|match|search|test)$/;

/** Calls that compare a text with their argument: `region.startsWith('us-gov-')`. */
export function isComparisonCallee(name: string): boolean {
  return comparison.test(name);
}

/** Calls that look for their first argument in a text: `image.replace('…us-west-2…', image)`. */
export function isSearchCallee(name: string): boolean {
  return /\.(?:replace|replaceAll|split)$/.test(name);
}

/** Calls that answer a request: `res.json(…)`, `reply.send(…)`, `res.status(200).json(…)`. */
export function isAnswerCallee(name: string): boolean {
  return /^(?:res|response|reply|ctx|c)(?:\..+)?\.(?:json|send|render)$/.test(name.replace(/^new /, ''));
}

/** Whether a name says that people read what it holds: `placeholder`, `description`, `alarmDescription`. */
export function isTextName(name: string): boolean {
  return /placeholders?$|[a-z]Description$|^(?:description|example|help|helpText|hint|label|message|summary|title|tooltip)s?$/i.test(
    name,
  );
}

/** Calls that store, send or compare data; a region in them is data. */
const dataMethod = toLastName([
  // Answers and messages.
  ...['json', 'send', 'status', 'render', 'dispatch', 'emit', 'publish', 'track', 'identify'],
  // Texts.
  ...['stringify', 'parse', 'match', 'test', 'replace', 'replaceAll', 'split', 'join', 'concat'],
  ...['startsWith', 'endsWith', 'equals?', 'is[A-Z]\\w*'],
  // Collections.
  ...['keys', 'values', 'entries', 'fromEntries', 'includes', 'indexOf', 'has', 'hasOwn', 'get', 'tryGet'],
  ...['set', 'add', 'push', 'unshift', 'Set', 'Map', 'WeakMap', 'RegExp', 'Array', 'filter'],
  // Databases.
  ...['insert\\w*', 'upsert\\w*', 'save\\w*', 'update(?:One|Many)', 'findOne\\w*'],
  ...['find(?:Many|Unique|First)?', 'where', 'eq', 'query'],
  // User interface.
  ...[
    'setState',
    'set[A-Z]\\w*',
    'use(?:State|Ref|Memo|Reducer|Context|Callback|Form|Query)',
    'createElement',
  ],
  // Validation.
  ...['z\\.(?:enum|literal)', 'literal', 'enum', 'oneOf', 'valid', 'validate\\w*', 'assert\\w*'],
]);

/** Whether a call takes its argument as data. */
export function isDataCallee(name: string): boolean {
  return dataMethod.test(toCallee(name));
}

/** `S3` of `new S3()`. */
function toCallee(name: string): string {
  return name.replace(/^new /, '').replace(/\(\)$/, '');
}

/** Vendors whose regions look like a cloud's; what is a word of its own elsewhere has to stand apart. */
const vendor = new RegExp(
  [
    // Platforms and hosts.
    ...[
      'supabase',
      'vercel',
      'netlify',
      'superfly',
      '\\bfly\\b',
      'railway',
      '\\brender\\b',
      'heroku',
      'convex',
    ],
    ...[
      'digitalocean',
      'scaleway',
      'linode',
      'hetzner',
      '\\bovh',
      'vultr',
      'exoscale',
      'ionos',
      'cloudflare',
    ],
    ...['\\boci\\b', 'oci-', 'alicloud', 'aliyun', 'alibaba', 'tencent', 'huawei', 'yandex'],
    // Databases and search.
    ...[
      'neondatabase',
      '\\bneon\\b',
      'planetscale',
      'upstash',
      'mongodb',
      '\\batlas\\b',
      'turso',
      'cockroach',
    ],
    ...['snowflake', 'pinecone', 'weaviate', 'qdrant', 'tinybird', 'algolia', 'confluent'],
    // Stores that speak the protocol of S3.
    ...['backblaze', 'wasabi', 'minio'],
    // Monitoring, telephony, sign-in.
    ...['datadog', 'newrelic', 'twilio', 'livekit', 'auth0'],
  ].join('|'),
  'i',
);

/** Stores and build services whose names are too short, or too common, to look for in modules and calls. */
const settingVendors = /(?:^|-)(?:b2|depot|do-spaces|filebase|idrive|r2|spaces|storj|tigris)(?=-)/;

/** Whether a variable or a key is for a vendor: `WASABI_REGION`, `digitalOcean`, `DO_SPACES_REGION`. */
export function isVendorSetting(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();
  return isOtherVendor(words) || isOtherVendor(words.replaceAll('-', '')) || settingVendors.test(words);
}

/** Whether a module, or a callee such as `supabase.Project`, belongs to a vendor whose region ids only look like the clouds'. */
export function isOtherVendor(name: string): boolean {
  return vendor.test(name);
}
