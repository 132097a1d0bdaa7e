import {
  isAnswerCallee,
  isComparisonCallee,
  isDataCallee,
  isDefaultName,
  isOtherVendor,
  isRegionName,
  isTextCallee,
  isTextName,
  isVendorSetting,
} from './names.ts';

/** What a predicate says yes to, and what it says no to. */
function check(test: (name: string) => boolean, yes: readonly string[], no: readonly string[]): void {
  expect({ yes: yes.filter((name) => !test(name)), no: no.filter(test) }).toEqual({ yes: [], no: [] });
}

it('isRegionName', () => {
  check(
    (name) => isRegionName(name, 'aws'),
    [
      'region',
      'REGION',
      'awsRegion',
      'AWS_REGION',
      'regionName',
      'region_id',
      'AWS_DEFAULT_REGION',
      'region2',
    ],
    ['location', 'zone', 'regions', 'regional', 'isRegional', 'religion', 'name', 'regionLabel'],
  );
  check((name) => isRegionName(name, 'gcp'), ['location', 'locationId', 'region'], ['allocation', 'locale']);
});

it('isDefaultName', () => {
  check(isDefaultName, ['DEFAULT_REGION', 'fallbackRegion'], ['REGION', 'homeRegion']);
});

it('isTextCallee', () => {
  check(
    isTextCallee,
    [
      'console.log',
      'this.logger.warn',
      'new Error()',
      'RegionError',
      'expect().toBe',
      't',
      'new CfnOutput()',
    ],
    ['send', 'client.send', 'login', 'createStore'],
  );
});

it('isDataCallee', () => {
  check(
    isDataCallee,
    ['response.json', 'list.push', 'useState', 'setRegion', 'new Set()', 'JSON.stringify', 'db.insertOne'],
    ['createStore', 'new Store()', 'settle', 'resend'],
  );
});

it('isComparisonCallee', () => {
  check(isComparisonCallee, ['region.startsWith', 'x.y.includes', 'set.has'], ['startsWith', 'region.start']);
});

it('isTextName', () => {
  check(
    isTextName,
    ['placeholder', 'description', 'helpText', 'FIELD_PLACEHOLDERS', 'alarmDescription'],
    ['region', 'titleCase', 'descriptionTable'],
  );
});

it('isOtherVendor', () => {
  check(
    isOtherVendor,
    ['@supabase/supabase-js', 'new mongodbatlas.Cluster()', 'oci-objectstorage', '@neondatabase/serverless'],
    ['@aws-sdk/client-s3', 'new Store()', 'society', 'neonLights', 'flyer'],
  );
});

it('isVendorSetting', () => {
  check(
    isVendorSetting,
    ['WASABI_REGION', 'digitalOcean', 'DO_SPACES_REGION', 'DEPOT_REGION', 'r2Region', 'vercelRegion'],
    ['AWS_REGION', 'ORDERS_REGION', 'workspacesRegion', 'butterflyRegion'],
  );
});

it('isAnswerCallee', () => {
  check(
    isAnswerCallee,
    ['res.json', 'res.status().json', 'reply.send', 'c.json'],
    ['client.send', 'JSON.parse', 'resource.json', 'json'],
  );
});
