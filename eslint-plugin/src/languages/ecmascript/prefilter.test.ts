import { mayHaveFacts } from './prefilter.ts';

it.each([
  "f('us-east-1')",
  "f('eusc-de-east-1')",
  "f('us-central1')",
  "f('us-east-1a')",
  "f('use1-az1')",
  "f('use1-wl1-bos-wlz1')",
  "f('aws-global')",
  "f('sts.amazonaws.com')",
  "f('s3.amazonaws.com')",
  "f('orders.abc123.0001.use1.cache.amazonaws.com')",
  'f({ useGlobalEndpoint: true })',
  "f({ stsRegionalEndpoints: 'legacy' })",
  "import '@aws-sdk/client-s3'",
  "require('aws-sdk')",
  "require('aws-sdk/clients/s3')",
  "import '@azure/cosmos'",
  "import '@azure/storage-blob'",
  "import '@google-cloud/storage'",
  "import 'firebase/functions'",
  "import '@firebase/storage'",
  "require('firebase-admin')",
  'import firebase from "firebase"',
  'new aws.Provider({ region: aws.Region.USWest2 })',
  'const arn = `arn:aws:sqs:${region}:1:orders`;',
  'const host = `sqs.${region}.amazonaws.com`;',
  "f('https://westus.api.cognitive.microsoft.com/')",
  "import '@azure/arm-resources'; f({ location: 'eastus' })",
  'import \'@azure/arm-resources\'; f({ location: "West Europe" })',
])('lets through: %s', (text) => {
  expect(mayHaveFacts(text)).toBe(true);
});

it.each([
  '',
  'const region = process.env.AWS_REGION;',
  "f('https://iam.amazonaws.com')",
  "f({ location: 'eastus' })",
  "import 'azure-storage'",
  '// We once had firebase here.',
  "f('north-east', 'us-ashburn-1', 'version-1')",
])('turns away: %s', (text) => {
  expect(mayHaveFacts(text)).toBe(false);
});
