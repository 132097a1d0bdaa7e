import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { deploymentRegion } from '../config/region.ts';

// Follows the deployment, and gives up on a region that hangs.
const secrets = new SecretsManagerClient({
  region: deploymentRegion(),
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
});

/** The key of the payment provider. */
export async function paymentKey(): Promise<string> {
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: 'payment-key' }));
  if (!SecretString) throw new Error('The secret payment-key is empty.');
  return SecretString;
}
