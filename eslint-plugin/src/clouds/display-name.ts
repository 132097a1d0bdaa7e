import { displayName as awsDisplayName } from './aws/services.ts';
import { azureServiceNames } from './azure/sdk.ts';
import { gcpServiceNames } from './gcp/sdk.ts';

/** What to call a service of any cloud in a message: `cognito-identity-provider` -> Cognito Identity Provider. */
export function displayName(service: string): string {
  if (service === 's3-compatible') return 'S3-compatible store';
  return (
    read(gcpServiceNames, service === 'kms' ? '' : service.replace(/^cloud-(?=kms$|batch$)/, '')) ??
    read(azureServiceNames, service) ??
    awsDisplayName(service)
  );
}

function read(names: Readonly<Record<string, string>>, service: string): string | undefined {
  return Object.hasOwn(names, service) ? names[service] : undefined;
}
