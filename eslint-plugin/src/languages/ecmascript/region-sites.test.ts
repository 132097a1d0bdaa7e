import { readFacts } from '../../testing/read-facts.ts';

/** Codes, and what is found in them: form, cloud, region, the text that carries it, and where the region stands in that text. */
it.each([
  ["f('us-east-1')", 'region aws us-east-1 us-east-1 0'],
  ["f('us-east-1a')", 'zone aws us-east-1 us-east-1a 0'],
  ["f('use1-az1')", 'zone aws us-east-1 use1-az1 -'],
  ["f('us-central1-a')", 'zone gcp us-central1 us-central1-a 0'],
  ["f('arn:aws:sqs:us-east-1:1:q')", 'arn aws us-east-1 arn:aws:sqs:us-east-1:1:q 12'],
  ["f('see arn:aws:sqs:us-east-1:1:q')", 'arn aws us-east-1 arn:aws:sqs:us-east-1:1:q 12'],
  ["f('see\\narn:aws:sqs:us-east-1:1:q')", 'arn aws us-east-1 arn:aws:sqs:us-east-1:1:q 12'],
  ['f(`arn:aws:sqs:us-east-1:${a}:q`)', 'arn aws us-east-1 arn:aws:sqs:us-east-1:${a}:q 12'],
  ["f('arn:aws:sqs:' + 'us-east-1' + ':1:q')", "arn aws us-east-1 arn:aws:sqs:' + 'us-east-1' + ':1:q 17"],
  ['f(`https://${b}.s3.us-east-1.amazonaws.com/`)', 'host aws us-east-1 s3.us-east-1.amazonaws.com 3'],
  [
    "f('https://us-central1-' + p + '.cloudfunctions.net')",
    "host gcp us-central1 us-central1-' + p + '.cloudfunctions.net 0",
  ],
  ["f('https://sts.amazonaws.com')", 'global-host aws aws-global sts.amazonaws.com -'],
  ["f('aws-global')", 'global-region aws aws-global aws-global 0'],
  ["f('us-east-1_AbCdEf123')", 'pool-id aws us-east-1 us-east-1_AbCdEf123 0'],
  ["import '@azure/identity'; f('West Europe')", 'region azure westeurope West Europe 0'],
])('%s', (code, expected) => {
  const found = readFacts(code).regionSites.map(({ form, cloud, region, text, range, regionRange }) => {
    expect(code.slice(...range)).toBe(text);
    return [form, cloud, region, text, regionRange ? String(regionRange[0] - range[0]) : '-'].join(' ');
  });
  expect(found).toEqual([expected]);
});

it.each([
  ['a text that only holds a region', "f('us-east-1-old', 'my-us-east-1', 'us-east-1 and more')"],
  ['a sum that is no address', "f('us-' + 'east-1')"],
  ['a template that is no address', 'f(`us-${side}-1`, `us-east-${number}`)'],
  ['a comment', '// us-east-1\nf();'],
  ['a name', 'const us_east_1 = 1;'],
  ['an expression for texts', 'f(/us-east-1/)'],
  ['a module', "import './us-east-1';"],
  ['an id of another vendor', "f('us-ashburn-1')"],
])('finds nothing in %s', (_, code) => {
  expect(readFacts(code).regionSites.filter(({ role }) => role !== 'unknown')).toEqual([]);
});

it('has the sites in the order of the file', () => {
  const code = "import '@azure/identity'; f('eu-west-1', 'West Europe', 'us-east-1')";
  expect(readFacts(code).regionSites.map(({ region }) => region)).toEqual([
    'eu-west-1',
    'westeurope',
    'us-east-1',
  ]);
});

it.each([
  [['aws'], ['us-east-1']],
  [
    ['gcp', 'azure'],
    ['us-central1', 'westeurope'],
  ],
  [[], []],
])('has those of the clouds %j only', (clouds, regions) => {
  const code = "import '@azure/identity'; f('us-east-1', 'us-central1', 'West Europe')";
  const { regionSites } = readFacts(code, { project: { clouds } });
  expect(regionSites.map(({ region }) => region)).toEqual(regions);
});
