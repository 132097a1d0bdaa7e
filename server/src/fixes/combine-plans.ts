import type { EditPlan } from './fix.ts';

/** Puts plans for different files together. */
export function combinePlans(plans: readonly EditPlan[]): EditPlan {
  return {
    files: plans.flatMap(({ files }) => files),
    done: plans.flatMap(({ done }) => done),
    refused: plans.flatMap(({ refused }) => refused),
  };
}
