import { disableLine } from './disable-line/fix.ts';
import type { Fix } from './fix.ts';
import { followDeployment } from './follow-deployment/fix.ts';
import { moveToConfig } from './move-to-config/fix.ts';
import { secondRegion } from './second-region/fix.ts';

/**
 * All fixes, best first: a client needs a second region; a region goes into config, where nothing changes; else it
 * follows the deployment.
 */
export const fixes = [
  secondRegion,
  moveToConfig,
  followDeployment,
  disableLine,
] as const satisfies readonly Fix[];

/** The name of a fix. */
export type FixKind = (typeof fixes)[number]['kind'];
