import type { Fix } from '../fix.ts';
import { listSecondRegions } from './list-second-regions.ts';
import { planSecondRegion } from './plan-second-region.ts';

/** Gives a client a second region. */
export const secondRegion: Fix<'second-region'> = {
  kind: 'second-region',
  isLastResort: false,
  list: listSecondRegions,
  plan: planSecondRegion,
};
