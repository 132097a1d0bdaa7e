import { displayName } from './services.ts';

export interface ControlPlane {
  /** What to call the service in a message. */
  name: string;
  /** The region that the control plane is in. */
  region: string;
}

/**
 * Services whose control plane is in one region, for every region of the partition, and the operations
 * that change something there. Reading them, and their data planes, goes on without it.
 * Source: AWS Fault Isolation Boundaries, "Global services" (docs.aws.amazon.com/whitepapers).
 */
const controlPlanes: Readonly<Record<string, { region: string; operations: RegExp }>> = {
  'route-53': { region: 'us-east-1', operations: /^(?:Change|Create|Update|Delete|Associate|Disassociate)/ },
  cloudfront: { region: 'us-east-1', operations: /^(?:Create|Update|Delete|Associate|Publish|Copy)/ },
  iam: { region: 'us-east-1', operations: /^(?:Create|Update|Delete|Put|Attach|Detach|Add|Remove|Set)/ },
  organizations: { region: 'us-east-1', operations: /^(?:Create|Update|Delete|Attach|Detach|Move|Invite)/ },
  account: { region: 'us-east-1', operations: /^(?:Enable|Disable|Put)/ },
  'global-accelerator': { region: 'us-west-2', operations: /^(?:Create|Update|Delete|Add|Remove)/ },
  'route53-recovery-control-config': { region: 'us-west-2', operations: /^(?:Create|Update|Delete)/ },
  networkmanager: { region: 'us-west-2', operations: /^(?:Create|Update|Delete|Put|Associate|Disassociate)/ },
  s3: { region: 'us-east-1', operations: /^CreateBucket$/ },
};

/**
 * The control plane that an operation changes something in.
 *
 * @param service the service as its SDK package names it: `route-53`
 * @param operation in the form of the API: `ChangeResourceRecordSets`
 */
export function getControlPlane(service: string, operation: string): ControlPlane | undefined {
  const plane = Object.hasOwn(controlPlanes, service) ? controlPlanes[service] : undefined;
  return plane?.operations.test(operation) === true
    ? { name: displayName(service), region: plane.region }
    : undefined;
}
