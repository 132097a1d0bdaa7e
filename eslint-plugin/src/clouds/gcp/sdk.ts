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
export function gcpServiceOfClient(module: string, className: string): string | undefined {
  const name = /^@google-cloud\/([\w-]+)$/.exec(module)?.[1];
  if (name === undefined || !(plainClients.test(className) || /^[A-Z]\w*Client$/.test(className)))
    return undefined;
  return /^(?:batch|kms)$/.test(name) ? `cloud-${name}` : name;
}
