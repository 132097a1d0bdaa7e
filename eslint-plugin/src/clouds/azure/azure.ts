import type { CloudProvider } from '../cloud.ts';
import { azureHostToken, matchAzureHosts } from './hosts.ts';
import { azureServiceNames } from './sdk.ts';

/** Its locations alone are ordinary words (`eastus`): who expects one asks `azureLocation`. */
export const azure: CloudProvider = {
  id: 'azure',
  name: 'Azure',
  variable: 'AZURE_LOCATION',
  token: azureHostToken,
  matchers: [matchAzureHosts],
  getServiceName: (service) =>
    Object.hasOwn(azureServiceNames, service) ? azureServiceNames[service] : undefined,
};
