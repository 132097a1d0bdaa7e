import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { deploymentRegion } from '../config/region.ts';

const sts = new STSClient({ region: deploymentRegion(), endpoint: 'https://sts.amazonaws.com' });

// IAM has one endpoint for all regions.
const iam = new IAMClient({ region: 'us-east-1' });

/** Credentials to put parcels into a partner's account. */
export async function assumePartnerRole(roleName: string) {
  const { Role } = await iam.send(new GetRoleCommand({ RoleName: roleName }));
  if (!Role?.Arn) throw new Error(`Role ${roleName} was not found.`);
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({ RoleArn: Role.Arn, RoleSessionName: 'orders' }),
  );
  return Credentials;
}
