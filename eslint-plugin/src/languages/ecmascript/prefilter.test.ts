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
  "import { getFunctions } from 'firebase/functions'",
  "import { getFirestore as open } from 'firebase/firestore/lite'",
  "import { getStorage } from '@firebase/storage'",
  "import { getDatabase } from '@angular/fire/database'",
  "require('firebase-admin').firestore()",
  'import firebase from "firebase/compat/app"; firebase.functions()',
  "const { firestore: open } = require('firebase-admin')",
  "import { AzureOpenAI } from 'openai'",
  "import { GoogleGenAI } from '@google/genai'",
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
  // A document of somebody else's client, a user who signs in, a type.
  "import { doc, getDoc } from 'firebase/firestore'",
  "import { httpsCallable, type Functions } from '@angular/fire/functions'",
  "import { getAuth } from 'firebase/auth'",
  "import { initializeApp } from 'firebase/app'",
  "import firebase from 'firebase/compat/app'; import 'firebase/compat/firestore'",
  "import { DefaultAzureCredential } from '@azure/identity'",
  "import { app } from '@azure/functions'",
  "f('north-east', 'us-ashburn-1', 'version-1')",
])('turns away: %s', (text) => {
  expect(mayHaveFacts(text)).toBe(false);
});
