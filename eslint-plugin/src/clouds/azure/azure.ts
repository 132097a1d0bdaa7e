import type { CloudProvider } from '../cloud.ts';
import { describeAzureLocation } from './describe-location.ts';
import { azureHostToken, matchAzureHosts } from './hosts.ts';
import { azureLocations } from './locations.generated.ts';
import { azureSdk, azureServiceNames } from './sdk.ts';

/** Its locations alone are ordinary words (`eastus`): who expects one asks `azureLocation`. */
export const azure: CloudProvider<'azure'> = {
  id: 'azure',
  name: 'Azure',
  variable: 'AZURE_LOCATION',
  regionNames: azureLocations.map(({ name }) => name),
  describeRegion: describeAzureLocation,
  token: azureHostToken,
  matchers: [matchAzureHosts],
  services: Object.keys(azureServiceNames),
  getServiceName: (service) =>
    Object.hasOwn(azureServiceNames, service) ? azureServiceNames[service] : undefined,
  javascript: azureSdk,
};
