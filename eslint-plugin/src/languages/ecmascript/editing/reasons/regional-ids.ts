/** Ids of EC2 and VPC, which AWS makes up: `ami-0abcdef1234567890`. */
const resourceId =
  /\b(?:acl|ami|cgw|eipalloc|eni|fs|fsap|i|igw|lt|nat|pcx|rtb|sg|snap|subnet|tgw|vgw|vol|vpc|vpce)-[0-9a-f]{8}(?:[0-9a-f]{9})?\b/;

/** Models that Bedrock serves from one geography: `eu.anthropic.claude-…`. */
const inferenceProfile =
  /\b(?:apac|au|ca|eu|jp|us|us-gov)\.(?:ai21|amazon|anthropic|cohere|deepseek|google|luma|meta|minimax|mistral|moonshot|nvidia|openai|qwen|stability|twelvelabs|writer)\.[\w.:-]+/;

const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/;

/** Hosts whose first label is an id or a name that was given out once, in one region. */
const hostsWithIds = [
  'execute-api',
  'lambda-url',
  'appsync-api',
  'appsync-realtime-api',
  'auth',
  'elb',
  'es',
  'aos',
  'aoss',
  'rds',
  'cache',
  'redshift',
  'redshift-serverless',
  'docdb',
  'neptune',
  'dax-clusters',
  'memorydb',
  'kafka',
  'iot',
  'eks',
  'gr7',
  'airflow',
  'awsapprunner',
  'elasticbeanstalk',
  'fsx',
  'efs',
  'mq',
  'grafana-workspace',
  'studio',
  'notebook',
  'compute',
];

/** What follows `arn:aws:` where AWS makes up the last part; `*` is the region with the account. */
const generatedArns = [
  // keys, certificates, secrets (`mrk-` is the same key in every region)
  String.raw`acm:*:certificate/`,
  String.raw`kms:*:key/(?!mrk-)`,
  String.raw`secretsmanager:*:secret:.*-[A-Za-z0-9]{6}(?![\w-])`,
  // networks and machines
  String.raw`ec2:*:(?:image|instance|network-interface|security-group|snapshot|subnet|volume|vpc)/`,
  String.raw`elasticfilesystem:`,
  String.raw`elasticloadbalancing:*:(?:listener|loadbalancer|targetgroup)/.*/[0-9a-f]{16}`,
  String.raw`route53resolver:`,
  String.raw`servicediscovery:*:(?:namespace|service)/`,
  // doors and identities
  String.raw`apigateway:[^:]*::/`,
  String.raw`appsync:*:apis/`,
  String.raw`cognito-i`,
  String.raw`wafv2:*:(?:global|regional)/`,
  // data and messages
  String.raw`dynamodb:.*/stream/`,
  String.raw`kafka:`,
  String.raw`mq:`,
  String.raw`backup:`,
  String.raw`states:.*:execution:`,
  // models and connections
  String.raw`bedrock:*:(?:agent|application-inference-profile|guardrail|knowledge-base|provisioned-model)`,
  String.raw`codeconnections:`,
  String.raw`codestar-connections:`,
  String.raw`connect:`,
  String.raw`iot:*:cert/`,
  String.raw`mobiletargeting:`,
];
const generatedArn = new RegExp(
  `arn:[\\w-]+:(?:${generatedArns.map((each) => each.replace(':*:', ':[^:]*:[^:]*:')).join('|')})`,
);

/**
 * Finds what in a text exists in one region only, because an id was made up for it there.
 *
 * @param region `us-east-1`
 * @returns what it is and where it exists, as parts of a sentence; undefined where the text could be that of another region
 */
export function findId(text: string, region: string): RegionalId | undefined {
  const profile = inferenceProfile.exec(text)?.[0];
  if (profile !== undefined)
    return { what: `the inference profile '${shorten(profile)}'`, where: 'in one geography' };
  const what = findWhat(text, region);
  return what === undefined ? undefined : { what, where: `in ${region}` };
}

/** What cannot be asked for elsewhere. */
export interface RegionalId {
  /** `the pool 'us-east-1_AbCdEf123'` */
  what: string;
  /** `in us-east-1` */
  where: string;
}

function findWhat(text: string, region: string): string | undefined {
  const pool = findPool(text, region);
  if (pool !== undefined) return `the pool '${pool}'`;
  if (new RegExp(`\\b${region}:${uuid.source}`).test(text)) return 'an identity pool';
  const id = resourceId.exec(text)?.[0];
  if (id !== undefined) return `'${id}'`;
  if (text.includes(`:${region}:`) && generatedArn.test(text))
    return 'a resource whose id was made up by the cloud';
  return findHost(text, region);
}

/** The id of a Cognito user pool: `us-east-1_AbCdEf123`. */
export function findPool(text: string, region: string): string | undefined {
  return new RegExp(`\\b${region}_[A-Za-z0-9]{5,}\\b`).exec(text)?.[0];
}

function findHost(text: string, region: string): string | undefined {
  const short = /\b[\w-]+(?:\.[\w-]+)*\.(?:[a-z]{2,4}[1-9])\.cache\.amazonaws\.com/.exec(text)?.[0];
  if (short !== undefined) return `the host '${shorten(short)}'`;
  const at = text.indexOf(`.${region}.`);
  if (at < 0) return undefined;
  let start = at;
  while (start > 0 && /[\w.${}-]/.test(text.charAt(start - 1))) start--;
  const before = text.slice(start, at);
  const after = /^[\w.-]*/.exec(text.slice(at + region.length + 2))?.[0] ?? '';
  const labels = before.split('.');
  const service = after.split('.')[0] ?? '';
  // `a1b2c3.execute-api.us-east-1.amazonaws.com`, `shop.c9akciq32xyz.us-east-1.rds.amazonaws.com`.
  const isBefore = labels.length > 1 && hostsWithIds.includes(labels.at(-1) ?? '');
  const isBehind = hostsWithIds.includes(service) && before !== '';
  if (!isBefore && !isBehind) return undefined;
  // The id is put in when the program runs: it may be that of the region.
  const id = isBefore ? labels.slice(0, -1).join('.') : before;
  return id === '' || id.includes('${') ? undefined : `the host of '${shorten(id)}'`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
