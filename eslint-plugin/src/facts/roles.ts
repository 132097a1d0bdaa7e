/** What the rest of the product has to know of a role. */
interface Role {
  /** The rule that reports regions of this role; absent: no rule does. */
  reportedBy?: string;
  /** Whether a region of this role can be moved to config or to the environment. */
  isMovable: boolean;
  /** Whether the code runs against the region, and does not just list, compare or mention it. */
  isInUse: boolean;
}

/**
 * What a region is used for: one row a role. Where a value goes to several places, the role that stands first here
 * is the role of the region: from what is reported to what only says why nothing is.
 */
export const roles = {
  /** `new S3Client({ region: 'us-east-1' })` */
  'client-option': { reportedBy: 'no-hardcoded-region', isMovable: true, isInUse: true },
  /** `AWS.config.update({ region: 'us-east-1' })`, `process.env.AWS_REGION = 'us-east-1'` */
  'sdk-config': { reportedBy: 'no-hardcoded-region', isMovable: true, isInUse: true },
  /** `env: { region: 'us-east-1' }` of a stack, `new aws.Provider('x', { region: 'us-east-1' })` */
  infrastructure: { reportedBy: 'no-hardcoded-region', isMovable: true, isInUse: true },
  /** `connect('us-east-1')` */
  argument: { reportedBy: 'no-hardcoded-region', isMovable: true, isInUse: true },
  /** `process.env.AWS_REGION ?? 'us-east-1'` */
  fallback: { reportedBy: 'no-region-fallback', isMovable: true, isInUse: true },
  /** `availabilityZone: 'us-east-1a'` */
  zone: { reportedBy: 'no-hardcoded-zone', isMovable: true, isInUse: true },
  /** `arn:aws:sqs:us-east-1:123456789012:orders` */
  arn: { reportedBy: 'no-hardcoded-arn', isMovable: true, isInUse: true },
  /** `eu.anthropic.claude-…`, which is in one geography, for a client whose region comes from a setting. */
  'inference-profile': { reportedBy: 'no-hardcoded-arn', isMovable: false, isInUse: false },
  /** `https://sqs.us-east-1.amazonaws.com` */
  endpoint: { reportedBy: 'no-hardcoded-endpoint', isMovable: true, isInUse: true },
  /** `sts.amazonaws.com`, `region: 'aws-global'` */
  'global-endpoint': { reportedBy: 'no-global-endpoint', isMovable: false, isInUse: true },
  /** The client talks to something on this machine, or to a store that only imitates a cloud's. */
  local: { isMovable: false, isInUse: false },
  /** The service answers only there. */
  mandated: { isMovable: false, isInUse: true },
  /** A primary and its secondary: config, not a single region. */
  'both-regions': { isMovable: false, isInUse: false },
  /** A list or a map of regions. */
  catalogue: { isMovable: false, isInUse: false },
  'other-vendor': { isMovable: false, isInUse: false },
  comparison: { isMovable: false, isInUse: false },
  type: { isMovable: false, isInUse: false },
  /** What people read. */
  text: { isMovable: false, isInUse: false },
  'config-module': { isMovable: false, isInUse: false },
  /** A region inside of an id, such as a Cognito pool's: data, not a setting. */
  'resource-id': { isMovable: false, isInUse: false },
  'test-data': { isMovable: false, isInUse: false },
  /** What a file is there to say: where something is deployed, kept or copied to. */
  descriptor: { isMovable: false, isInUse: false },
  /** A resource of another account, which may exist there only. */
  dependency: { isMovable: false, isInUse: false },
  /** The analysis cannot tell. */
  unknown: { isMovable: false, isInUse: false },
} as const satisfies Record<string, Role>;

export type RegionRole = keyof typeof roles;

/** The roles that no rule reports. */
export type SilentRole = {
  [Each in RegionRole]: (typeof roles)[Each] extends { reportedBy: string } ? never : Each;
}[RegionRole];

/** What is known of a role. */
export function getRole(role: RegionRole): Role {
  return roles[role];
}

/**
 * The roles that a rule reports.
 *
 * @param rule its name without the plugin's: `no-hardcoded-region`
 */
export function getReportedRoles(rule: string): ReadonlySet<RegionRole> {
  const names = Object.keys(roles) as RegionRole[];
  return new Set(names.filter((role) => getRole(role).reportedBy === rule));
}
