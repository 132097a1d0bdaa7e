import { awsRegions } from './aws/regions.generated.ts';
import { azureLocations } from './azure/locations.generated.ts';
import { gcpRegions } from './gcp/regions.generated.ts';
import { findRegionForms, regionToken, type RegionFormMatch } from './region-forms.ts';

/** What is found in a text, in short: form, cloud, region, then the zone or the service, and what carries the region. */
function summarize(text: string): string[] {
  return findRegionForms(text).map(({ form, cloud, region, zone, service, start, end }) =>
    [form, cloud, region, zone ?? service ?? '-', text.slice(start, end)].join(' '),
  );
}

/** Texts and the one thing that is found in each, as `summarize` puts it, without the carrier where it is all of the text. */
const wholeTexts: Record<string, string> = {
  // Regions
  'us-east-1': 'region aws us-east-1 -',
  'us-gov-west-1': 'region aws us-gov-west-1 -',
  'us-isob-east-1': 'region aws us-isob-east-1 -',
  'eusc-de-east-1': 'region aws eusc-de-east-1 -',
  'us-central1': 'region gcp us-central1 -',
  'europe-west12': 'region gcp europe-west12 -',
  'aws-global': 'global-region aws aws-global -',
  'aws-cn-global': 'global-region aws aws-cn-global -',
  'aws-us-gov-global': 'global-region aws aws-us-gov-global -',
  'aws-iso-b-global': 'global-region aws aws-iso-b-global -',

  // Zones and groups of zones
  'us-east-1a': 'zone aws us-east-1 us-east-1a',
  'us-gov-west-1b': 'zone aws us-gov-west-1 us-gov-west-1b',
  'us-west-2-lax-1a': 'zone aws us-west-2 us-west-2-lax-1a',
  'us-west-2-lax-1': 'zone aws us-west-2 us-west-2-lax-1',
  'us-east-1-wl1-bos-wlz-1': 'zone aws us-east-1 us-east-1-wl1-bos-wlz-1',
  'us-east-1-wl1': 'zone aws us-east-1 us-east-1-wl1',
  'us-east-1-zg-1': 'zone aws us-east-1 us-east-1-zg-1',
  'use1-az1': 'zone aws us-east-1 use1-az1',
  'apne1-az4': 'zone aws ap-northeast-1 apne1-az4',
  'usgw1-az2': 'zone aws us-gov-west-1 usgw1-az2',
  'cnnw1-az3': 'zone aws cn-northwest-1 cnnw1-az3',
  'usw2-lax1-az1': 'zone aws us-west-2 usw2-lax1-az1',
  'use1-wl1-bos-wlz1': 'zone aws us-east-1 use1-wl1-bos-wlz1',
  'us-central1-a': 'zone gcp us-central1 us-central1-a',
  'us-south1-ai1b': 'zone gcp us-south1 us-south1-ai1b',

  // Pools of Cognito
  'us-east-1_AbCdEf123': 'pool-id aws us-east-1 cognito-identity-provider',
  'us-east-1:0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f': 'pool-id aws us-east-1 cognito-identity',

  // ARNs
  'arn:aws:dynamodb:us-east-1:123456789012:table/t': 'arn aws us-east-1 dynamodb',
  'arn:aws-us-gov:sqs:us-gov-west-1:1:q': 'arn aws us-gov-west-1 sqs',
  'arn:aws-cn:states:cn-north-1:1:stateMachine:x': 'arn aws cn-north-1 sfn',
  'arn:aws-iso-b:sns:us-isob-east-1:1:t': 'arn aws us-isob-east-1 sns',
  'arn:aws-eusc:lambda:eusc-de-east-1:1:function:f': 'arn aws eusc-de-east-1 lambda',
  'arn:aws:cognito-idp:eu-west-1:1:userpool/eu-west-1_AbCdEf123':
    'arn aws eu-west-1 cognito-identity-provider',
  'arn:aws:lambda:us-east-1:1:function:f:$LATEST': 'arn aws us-east-1 lambda',
  'arn:aws:elasticloadbalancing:us-east-1:1:loadbalancer/app/a/1':
    'arn aws us-east-1 elastic-load-balancing-v2',
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:f/invocations':
    'arn aws us-east-1 api-gateway',
  'arn:${AWS::Partition}:sqs:us-east-1:${AWS::AccountId}:orders': 'arn aws us-east-1 sqs',
  'arn:aws:*:us-east-1:*:*': 'arn aws us-east-1 -',
  'arn:aws:made-up:us-east-1:1:thing': 'arn aws us-east-1 -',
  // … cut off by a template
  'arn:aws:sqs:us-east-1:': 'arn aws us-east-1 sqs',
  'arn:aws:sqs:us-east-1': 'arn aws us-east-1 sqs',
  ':sqs:us-east-1:': 'arn aws us-east-1 sqs',
  // … with x for what a template interpolates
  'arn:x:sqs:us-east-1:x:orders': 'arn aws us-east-1 sqs',
  'arn:aws:x:us-east-1:x:orders': 'arn aws us-east-1 -',

  // AWS hosts
  'dynamodb.eu-west-3.amazonaws.com': 'host aws eu-west-3 dynamodb',
  'states.us-west-2.amazonaws.com': 'host aws us-west-2 sfn',
  'sqs.cn-north-1.amazonaws.com.cn': 'host aws cn-north-1 sqs',
  'sqs.eusc-de-east-1.amazonaws.eu': 'host aws eusc-de-east-1 sqs',
  'sqs.us-iso-east-1.c2s.ic.gov': 'host aws us-iso-east-1 sqs',
  'lambda.us-east-1.api.aws': 'host aws us-east-1 lambda',
  'x.lambda-url.us-east-1.on.aws': 'host aws us-east-1 lambda',
  'abc.execute-api.us-west-2.amazonaws.com': 'host aws us-west-2 api-gateway',
  '123.dkr.ecr.us-east-1.amazonaws.com': 'host aws us-east-1 ecr',
  'api.pricing.us-east-1.amazonaws.com': 'host aws us-east-1 pricing',
  'sts-fips.us-east-1.amazonaws.com': 'host aws us-east-1 sts',
  'db.x.us-east-1.rds.amazonaws.com': 'host aws us-east-1 rds',
  'a-1.us-east-1.elb.amazonaws.com': 'host aws us-east-1 elastic-load-balancing-v2',
  'search-x.eu-west-1.es.amazonaws.com': 'host aws eu-west-1 opensearch',
  'vpce-1a-2b.sqs.us-east-1.vpce.amazonaws.com': 'host aws us-east-1 sqs',
  'us-east-1.queue.amazonaws.com': 'host aws us-east-1 sqs',
  'bucket.s3.us-east-2.amazonaws.com': 'host aws us-east-2 s3',
  's3.dualstack.us-east-2.amazonaws.com': 'host aws us-east-2 s3',
  's3-us-west-2.amazonaws.com': 'host aws us-west-2 s3',
  'b.s3-website-us-east-1.amazonaws.com': 'host aws us-east-1 s3',
  'us-east-1-logs.s3.eu-west-1.amazonaws.com': 'host aws eu-west-1 s3',
  'd.auth.us-east-1.amazoncognito.com': 'host aws us-east-1 cognito-identity-provider',
  'a.us-east-1.awsapprunner.com': 'host aws us-east-1 apprunner',
  'env.us-east-1.elasticbeanstalk.com': 'host aws us-east-1 elastic-beanstalk',
  'ip-10-0-0-1.us-west-2.compute.internal': 'host aws us-west-2 ec2',
  'orders.abc123.0001.use1.cache.amazonaws.com': 'host aws us-east-1 elasticache',
  'made-up.us-east-1.amazonaws.com': 'host aws us-east-1 -',
  'com.amazonaws.us-east-1.s3': 'host aws us-east-1 s3',
  'com.amazonaws.us-east-1.ecr.api': 'host aws us-east-1 -',
  'com.amazonaws.vpce.us-east-1.vpce-svc-1a2b': 'host aws us-east-1 -',
  '*.s3.us-east-1.amazonaws.com': 'host aws us-east-1 s3',

  // Global hosts
  'sts.amazonaws.com': 'global-host aws aws-global sts',
  's3.amazonaws.com': 'global-host aws aws-global s3',
  'bucket.s3.amazonaws.com': 'global-host aws aws-global s3',
  'us-east-1-bucket.s3.amazonaws.com': 'global-host aws aws-global s3',

  // Google Cloud hosts
  'us-central1-aiplatform.googleapis.com': 'host gcp us-central1 aiplatform',
  'us-central1-my-project.cloudfunctions.net': 'host gcp us-central1 functions',
  'europe-west1-docker.pkg.dev': 'host gcp europe-west1 artifact-registry',
  'pubsub.us-central1.rep.googleapis.com': 'host gcp us-central1 pubsub',
  'pubsub.us-central1.p.rep.googleapis.com': 'host gcp us-central1 pubsub',
  'orders-123456789012.us-central1.run.app': 'host gcp us-central1 run',
  'orders-default-rtdb.europe-west1.firebasedatabase.app': 'host gcp europe-west1 -',
  '42.us-central1-7.prediction.vertexai.goog': 'host gcp us-central1 aiplatform',

  // Resource paths
  'projects/p/locations/us-central1/queues/q': 'resource-path gcp us-central1 -',
  'locations/us-central1': 'resource-path gcp us-central1 -',
  'projects/p/zones/us-east1-b/instances/i': 'resource-path gcp us-east1 us-east1-b',
  'projects/p/instanceConfigs/regional-us-central1': 'resource-path gcp us-central1 spanner',
  'regional-us-central1': 'resource-path gcp us-central1 spanner',
};

/** Texts that hold more than what carries the region, and all that is found in them. */
const longerTexts: Record<string, string[]> = {
  'https://sqs.us-east-1.amazonaws.com/123456789012/orders': [
    'host aws us-east-1 sqs sqs.us-east-1.amazonaws.com',
  ],
  'https://s3.amazonaws.com/bucket/key': ['global-host aws aws-global s3 s3.amazonaws.com'],
  'https://sts.amazonaws.com/': ['global-host aws aws-global sts sts.amazonaws.com'],
  'postgres://u:p@db.x.us-east-1.rds.amazonaws.com:5432/d': [
    'host aws us-east-1 rds db.x.us-east-1.rds.amazonaws.com',
  ],
  'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123': [
    'host aws us-east-1 cognito-identity-provider cognito-idp.us-east-1.amazonaws.com',
  ],
  'Cannot reach sqs.us-east-1.amazonaws.com.': ['host aws us-east-1 sqs sqs.us-east-1.amazonaws.com'],
  'arn:aws:sns:us-east-1:1:a,arn:aws:sns:us-west-2:1:b': [
    'arn aws us-east-1 sns arn:aws:sns:us-east-1:1:a',
    'arn aws us-west-2 sns arn:aws:sns:us-west-2:1:b',
  ],
  'tcp://sqs.us-east-1.amazonaws.com sns.eu-west-1.amazonaws.com': [
    'host aws us-east-1 sqs sqs.us-east-1.amazonaws.com',
    'host aws eu-west-1 sns sns.eu-west-1.amazonaws.com',
  ],
  'https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/models/m:predict': [
    'host gcp us-central1 aiplatform us-central1-aiplatform.googleapis.com',
    'resource-path gcp us-central1 - projects/p/locations/us-central1/models/m',
  ],
  'https://europe-west1-docker.pkg.dev/p/r/image': [
    'host gcp europe-west1 artifact-registry europe-west1-docker.pkg.dev',
  ],

  // Cut off by a template
  '.us-east-1.amazonaws.com': ['host aws us-east-1 - us-east-1.amazonaws.com'],
  '.s3.us-east-1.amazonaws.com/': ['host aws us-east-1 s3 s3.us-east-1.amazonaws.com'],
  '.s3.amazonaws.com/': ['global-host aws aws-global s3 s3.amazonaws.com'],
  '.execute-api.us-east-1.': ['host aws us-east-1 api-gateway execute-api.us-east-1.'],
  'https://sqs.us-east-1.': ['host aws us-east-1 sqs sqs.us-east-1.'],
  'https://us-central1-': ['host gcp us-central1 - us-central1-'],
  '/locations/us-central1/queues/': ['resource-path gcp us-central1 - locations/us-central1/queues'],

  // With x for what a template interpolates
  'x.execute-api.us-east-1.x/prod': ['host aws us-east-1 api-gateway x.execute-api.us-east-1.x'],
  'https://sqs.us-east-1.x/1/orders': ['host aws us-east-1 sqs sqs.us-east-1.x'],
};

/** Texts in which no region is found, though some name one. */
const nothingFound = [
  // Part of another word, or of a sentence
  'us-east-1-old-bucket',
  'my-us-east-1-bucket',
  'logs for us-east-1 only',
  'us-east-1,us-west-2',
  ' us-east-1',
  'US-EAST-1',
  'us-east-1/',
  'us-east-10',
  'us-east-0',
  'us-west-2-dev-1',
  'us-east-1-dev',
  'us-east-1_orders',
  'us-central1-orders',
  'us-east-1.json',
  'Moved to sqs.us-east-1.',
  's3://data-us-east-1/key',
  'gs://data-us-central1/key',
  // Not quite a region
  'us-east',
  'east-1',
  'main-east-1',
  'me-south',
  'us-army-10',
  'eu-law-1',
  'eu-east',
  'us-central100',
  'v1.2.3-east',
  '1.0.0-west-1',
  'use1',
  'usage-az1',
  'used-az1',
  'usx1-az1',
  'aws-globals',
  'my-aws-global',
  '0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f',
  // Other vendors
  'us-ashburn-1',
  'eu-frankfurt-1',
  'ap-tokyo-1',
  'us-phoenix-1',
  'uk-london-1',
  'sa-saopaulo-1',
  'me-dubai-1',
  'eastus',
  'West Europe',
  'nyc1',
  'iad1',
  'fr-par-1',
  's3.us-east-1.wasabisys.com',
  'aws-0-us-east-1.pooler.supabase.com',
  // Hosts and paths without a region
  'lambda.amazonaws.com',
  'ec2.amazonaws.com',
  'assumed.sts.amazonaws.com',
  'my-s3.amazonaws.com',
  's3.amazonaws.com.example.com',
  'sqs.us-east-1.amazonaws.com.example.com',
  'sqs.us-east-1.amazonaws.community',
  'https://s3.amazonaws.com/doc/2006-03-01/',
  'https://us-east-1.console.aws.amazon.com/lambda/home?region=us-east-1',
  'orders-uc.a.run.app',
  'us-central1-orders-uc.a.run.app',
  'us-central1-data.storage.googleapis.com',
  'aiplatform.googleapis.com',
  '-aiplatform',
  'locations/global',
  'locations/us',
  'locations/us-central1-orders',
  'allocations/us-central1',
  'my-regions/us-central1',
  'arn:aws:iam::123456789012:role/us-east-1',
  'arn:aws:s3:::us-east-1-bucket',
  'arn:aws:s3::1:accesspoint/alias.mrap',
  'arn:aws:sqs:us-east-12:1:q',
  'barn:aws:sqs:us-east-1:1:q',
  ':us-east-1:',
  '',
];

describe('findRegionForms', () => {
  it.each(Object.entries(wholeTexts))('finds that %s is %s', (text, expected) => {
    expect(summarize(text)).toEqual([`${expected} ${text}`]);
  });

  it.each(Object.entries(longerTexts))('finds in %s', (text, expected) => {
    expect(summarize(text)).toEqual(expected);
  });

  it.each(nothingFound)('finds nothing in %j', (text) => {
    expect(summarize(text)).toEqual([]);
  });

  it('recognises every AWS region and its zones', () => {
    for (const { id, zoneIdPrefix } of awsRegions) {
      expect(summarize(id)).toEqual([`region aws ${id} - ${id}`]);
      expect(summarize(`${id}c`)).toEqual([`zone aws ${id} ${id}c ${id}c`]);
      expect(summarize(`arn:aws:sqs:${id}:1:q`)).toEqual([`arn aws ${id} sqs arn:aws:sqs:${id}:1:q`]);
      expect(summarize(`sqs.${id}.amazonaws.com`)).toEqual([`host aws ${id} sqs sqs.${id}.amazonaws.com`]);
      if (zoneIdPrefix) {
        const zone = `${zoneIdPrefix}-az1`;
        expect(summarize(zone)).toEqual([`zone aws ${id} ${zone} ${zone}`]);
      }
    }
  });

  it('recognises every Google Cloud region and its zones', () => {
    for (const { id } of gcpRegions) {
      expect(summarize(id)).toEqual([`region gcp ${id} - ${id}`]);
      expect(summarize(`${id}-b`)).toEqual([`zone gcp ${id} ${id}-b ${id}-b`]);
      expect(summarize(`${id}-run.googleapis.com`)).toEqual([`host gcp ${id} run ${id}-run.googleapis.com`]);
    }
  });

  it('takes no Azure location for a region', () => {
    for (const { name, displayName } of azureLocations) {
      expect(summarize(name)).toEqual([]);
      expect(summarize(displayName)).toEqual([]);
    }
  });

  it('says where the region itself stands', () => {
    const spelledOut = (match: RegionFormMatch) => match.regionStart !== undefined;
    for (const text of [...Object.keys(wholeTexts), ...Object.keys(longerTexts)]) {
      for (const { region, regionStart = 0 } of findRegionForms(text).filter(spelledOut)) {
        expect(text.slice(regionStart, regionStart + region.length)).toBe(region);
      }
    }
    expect(findRegionForms('us-east-1-logs.s3.us-east-1.amazonaws.com')[0]?.regionStart).toBe(18);
    expect(findRegionForms('use1-az1')[0]?.regionStart).toBeUndefined();
  });

  it('takes time in proportion to the text', () => {
    const count = 100_000;
    const texts = [
      'a.'.repeat(count),
      '.amazonaws.com'.repeat(count),
      'us-east-1.'.repeat(count),
      'arn:aws:'.repeat(count),
      '${'.repeat(count),
      `arn:aws:sqs:us-east-1:${'${'.repeat(count)}`,
      'projects/'.repeat(count),
      'projects/p/locations/us-central1/'.repeat(count),
      `com.amazonaws.us-east-1.${'.'.repeat(count)}`,
      '-global'.repeat(count),
    ];
    // A pattern that backtracks would keep this test running for hours.
    for (const text of texts) findRegionForms(`${text} us-east-1`);
  });
});

describe('regionToken', () => {
  const token = new RegExp(regionToken);

  it.each([...Object.keys(wholeTexts), ...Object.keys(longerTexts)])('is in %s', (text) => {
    expect(text).toMatch(token);
  });

  it('is in what carries the region, not only near it', () => {
    for (const text of [...Object.keys(wholeTexts), ...Object.keys(longerTexts)]) {
      for (const { start, end } of findRegionForms(text)) expect(text.slice(start, end)).toMatch(token);
    }
  });

  it.each([
    'npm-global',
    'aurora-global-cluster',
    'lambda.amazonaws.com',
    'justify-center',
    'north-east',
    'x-az',
  ])('is not in %s', (text) => {
    expect(text).not.toMatch(token);
  });
});
