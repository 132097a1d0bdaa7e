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

/** Calls whose argument people read: logs, errors, help, assertions, user interface. */
const textCallee =
  /^(?:console|log|logger|logging|winston|pino|debug|chalk|t|i18n|expect|assert|describe|it|test|alert|toast|confirm|prompt|print|printf)(?:\.|\(\)|$)|(?:^|\.)(?:log|logger|info|warn|warning|error|debug|trace|fatal|verbose|log[A-Z]\w*|print[A-Z]?\w*|describe|description|summary|addOutput|annotate|toBe|toEqual|help|usage|appendKeys|createLogger|Logger)$|(?:stdout|stderr)\.write$|Error(?:\(\))?$|Exception$|CfnOutput$/;

/** Whether what a call is given is read by people, not by a cloud. */
export function isTextCallee(name: string): boolean {
  return textCallee.test(name.replace(/^new /, '').replace(/\(\)$/, ''));
}

/** Calls that compare a text with their argument: `region.startsWith('us-gov-')`. */
export function isComparisonCallee(name: string): boolean {
  return /\.(?:startsWith|endsWith|includes|indexOf|lastIndexOf|has|equals|localeCompare|match|search|test)$/.test(
    name,
  );
}

/** Whether a name says that people read what it holds: `placeholder`, `description`, `FIELD_PLACEHOLDERS`. */
export function isTextName(name: string): boolean {
  return /placeholders?$|^(?:description|example|help|helpText|hint|label|message|summary|title|tooltip)s?$/i.test(
    name,
  );
}

/** Calls that store, send or compare data; a region in them is data. */
const dataCallee =
  /(?:^|\.)(?:json|send|status|render|stringify|parse|keys|values|entries|fromEntries|includes|indexOf|startsWith|endsWith|has|hasOwn|get|tryGet|set|add|push|unshift|match|test|replace|replaceAll|split|join|concat|equals?|is[A-Z]\w*|dispatch|emit|publish|track|identify|insert\w*|upsert\w*|save\w*|update(?:One|Many)|findOne\w*|find(?:Many|Unique|First)?|where|eq|filter|query|setState|set[A-Z]\w*|use(?:State|Ref|Memo|Reducer|Context|Callback|Form|Query)|createElement|z\.(?:enum|literal)|literal|enum|oneOf|valid|validate\w*|assert\w*|Set|Map|WeakMap|RegExp|Array)$/;

/** Whether a call takes its argument as data. */
export function isDataCallee(name: string): boolean {
  return dataCallee.test(name.replace(/^new /, '').replace(/\(\)$/, ''));
}

const vendors =
  /supabase|neondatabase|\bneon\b|vercel|netlify|planetscale|upstash|superfly|\bfly\b|railway|\brender\b|heroku|mongodb|\batlas\b|algolia|confluent|datadog|newrelic|twilio|auth0|livekit|turso|convex|digitalocean|scaleway|linode|\boci\b|oci-|alicloud|aliyun|alibaba|tencent|huawei|backblaze|wasabi|minio|cloudflare|hetzner|\bovh|cockroach|snowflake|pinecone|weaviate|qdrant|tinybird|vultr|exoscale|ionos|yandex/i;

/** Whether a module, or a callee such as `supabase.Project`, belongs to a vendor whose region ids only look like the clouds'. */
export function isOtherVendor(name: string): boolean {
  return vendors.test(name);
}
