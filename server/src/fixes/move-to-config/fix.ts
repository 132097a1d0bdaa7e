import type { Fix } from '../fix.ts';
import { askedMove, listMoves } from './list-moves.ts';
import { planConfig } from './plan-config.ts';

/** Moves regions into a config module. */
export const moveToConfig: Fix<'move-to-config'> = {
  kind: 'move-to-config',
  isLastResort: false,
  list: listMoves,
  plan: (targets, context, id) =>
    planConfig(targets, context, { isAsked: id === askedMove, isChosen: id !== undefined }),
};
