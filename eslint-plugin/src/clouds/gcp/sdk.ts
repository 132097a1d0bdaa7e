import type { JavaScriptSdk } from '../javascript-sdk.ts';

/** What a client of Google Cloud is for, as `gcpServiceOfClient` names it. */
export const gcpServiceNames: Readonly<Record<string, string>> = {
  aiplatform: 'Vertex AI',
  bigquery: 'BigQuery',
  bigtable: 'Bigtable',
  datastore: 'Datastore',
  firestore: 'Firestore',
  functions: 'Cloud Functions',
  'cloud-batch': 'Batch',
  'cloud-kms': 'Cloud KMS',
  logging: 'Cloud Logging',
  pubsub: 'Pub/Sub',
  'realtime-database': 'Realtime Database',
  run: 'Cloud Run',
  scheduler: 'Cloud Scheduler',
  'secret-manager': 'Secret Manager',
  spanner: 'Spanner',
  storage: 'Cloud Storage',
  tasks: 'Cloud Tasks',
  vertexai: 'Vertex AI',
};

/** Classes that are clients though their names do not say so. */
const plainClients =
  /^(?:BigQuery|Bigtable|Compute|Datastore|DNS|ErrorReporting|Firestore|Logging|PubSub|Spanner|Storage|Translate|VertexAI)$/;

/**
 * The service of a client of Google Cloud. Most take a location with each request, and go to a global endpoint.
 *
 * @param module `@google-cloud/pubsub`
 * @param className `PubSub`, `SecretManagerServiceClient`
 * @returns the name of its package, with `cloud-` in front where AWS has a service of that name; undefined for what is no client
 */
function gcpServiceOfClient(module: string, className: string): string | undefined {
  // Only with `vertexai` or a location; else it is the Gemini API, which is no part of a project in a region.
  if (module === '@google/genai') return className === 'GoogleGenAI' ? 'vertexai' : undefined;
  const name = /^@google-cloud\/([\w-]+)$/.exec(module)?.[1];
  if (name === undefined || !(plainClients.test(className) || /^[A-Z]\w*Client$/.test(className)))
    return undefined;
  return /^(?:batch|kms)$/.test(name) ? `cloud-${name}` : name;
}

/** What functions of Firebase give a client of: those of its own modules, and those of the older ones that are members of an app. */
const firebaseClients: Readonly<Record<string, string>> = {
  database: 'realtime-database',
  firestore: 'firestore',
  functions: 'functions',
  getDatabase: 'realtime-database',
  getFirestore: 'firestore',
  getFunctions: 'functions',
  getStorage: 'storage',
  initializeFirestore: 'firestore',
  storage: 'storage',
};

/**
 * The service of a client that a function of Firebase makes. Where the data are is a matter of the project; only the
 * client of Cloud Functions is given a region.
 *
 * @param module `firebase/functions`, `firebase-admin/storage`, `firebase-admin`
 * @param name `getFunctions`, `firestore`
 * @returns as `gcpServiceOfClient` names it; undefined for what makes no client
 */
function firebaseServiceOfClient(module: string, name: string): string | undefined {
  const match =
    /^(?:firebase(?:-admin)?|@firebase|@angular\/fire)(?:\/(?:compat\/)?([\w-]+)(?:\/lite)?)?$/.exec(module);
  if (!match || !Object.hasOwn(firebaseClients, name)) return undefined;
  const isModular = /^(?:get|initialize)/.test(name);
  return isModular === /^(?:database|firestore|functions|storage)$/.test(match[1] ?? '')
    ? firebaseClients[name]
    : undefined;
}

/** The SDKs of Google Cloud and Firebase for JavaScript. */
export const gcpSdk: JavaScriptSdk = {
  modules: [
    [/^(?:firebase-functions|firebase-admin|firebase|@firebase\/[\w-]+|@angular\/fire)(?:\/|$)/, 'firebase'],
    [
      /^(?:@google-cloud\/|googleapis(?:\/|$)|@googleapis\/|@google\/genai|@google-cloud$|@langchain\/google|@ai-sdk\/google-vertex|google-gax)/,
      'gcp',
    ],
  ],
  getClient({ module, path: [className, ...rest] }) {
    if (className === undefined || rest.length > 0) return undefined;
    const service = gcpServiceOfClient(module, className);
    return service === undefined ? undefined : { service, className };
  },
  getMadeClient({ module, path: [name, ...rest] }) {
    if (name === undefined || rest.length > 0) return undefined;
    const service = firebaseServiceOfClient(module, name);
    return service === undefined ? undefined : { service, className: name };
  },
};
