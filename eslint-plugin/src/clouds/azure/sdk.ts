import type { JavaScriptSdk } from '../javascript-sdk.ts';

/** What a client of Azure is for, by the name of its package behind `@azure/`. */
export const azureServiceNames: Readonly<Record<string, string>> = {
  'ai-inference': 'Azure AI',
  'app-configuration': 'App Configuration',
  cosmos: 'Cosmos DB',
  'data-tables': 'Table Storage',
  'event-hubs': 'Event Hubs',
  eventgrid: 'Event Grid',
  'keyvault-keys': 'Key Vault',
  'keyvault-secrets': 'Key Vault',
  'keyvault-certificates': 'Key Vault',
  openai: 'Azure OpenAI',
  'search-documents': 'Azure AI Search',
  'service-bus': 'Service Bus',
  'storage-blob': 'Blob Storage',
  'storage-file-share': 'Azure Files',
  'storage-queue': 'Queue Storage',
};

/**
 * The service of a client of Azure. Where it is follows from the name of the account, which no code tells.
 *
 * @param module `@azure/storage-blob`
 * @param className `BlobServiceClient`
 * @returns the name of its package; undefined for what is no client, and for packages that only manage or sign in
 */
function azureServiceOfClient(module: string, className: string): string | undefined {
  // The client that OpenAI's own package has for it.
  if (module === 'openai') return className === 'AzureOpenAI' ? 'openai' : undefined;
  const name = /^@azure\/([\w-]+)$/.exec(module)?.[1];
  if (
    name === undefined ||
    /^(?:arm-|core-|identity|msal|logger|monitor-|functions|web-pubsub-client)/.test(name)
  )
    return undefined;
  // The clients of one container, blob or queue are made by those of the account.
  return /^[A-Z]\w*(?:Client|Producer)$/.test(className) ? name : undefined;
}

/**
 * Whether a static method makes a client of Azure: `BlobServiceClient.fromConnectionString`.
 *
 * @param method the name behind the class
 */
function isAzureFactory(method: string): boolean {
  return /^(?:from|createFrom)(?:ConnectionString|Url)$/.test(method);
}

/** The SDKs of Azure for JavaScript. */
export const azureSdk: JavaScriptSdk = {
  modules: [[/^(?:@azure\/|microsoft-cognitiveservices-speech-sdk$|@azure-rest\/)/, 'azure']],
  getClient({ module, path: [className, ...rest] }) {
    if (className === undefined || rest.length > 0) return undefined;
    const service = azureServiceOfClient(module, className);
    return service === undefined ? undefined : { service, className };
  },
  getMadeClient({ module, path }) {
    const [className, method, ...rest] = path;
    if (className === undefined || method === undefined || rest.length > 0 || !isAzureFactory(method)) {
      return undefined;
    }
    const service = azureServiceOfClient(module, className);
    return service === undefined ? undefined : { service, className: path.join('.') };
  },
};
