import type { RefactorPlan } from './refactor.ts';

/** Puts plans for different files together. */
export function combinePlans(plans: readonly RefactorPlan[]): RefactorPlan {
  return {
    files: plans.flatMap(({ files }) => files),
    done: plans.flatMap(({ done }) => done),
    refused: plans.flatMap(({ refused }) => refused),
  };
}
