import { replaceRegions } from 'eslint-plugin-multi-region/edits';
import type { Finding } from '../../lint/finding.ts';
import type { ConfigTarget } from '../../region-module/config-target.ts';
import type { RefactorTarget, Refusal } from '../refactor.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { RefactorContext } from '../../project/refactor-context.ts';
import { findMoves, type Move } from './moves.ts';
import { explainPlace, findFileObstacle, findSiteObstacle } from './obstacles.ts';

/** A file, and what is to be moved out of it. */
export interface FileJob {
  file: LintedFile;
  findings: readonly Finding[];
  target: ConfigTarget;
  moves: readonly Move[];
  refused: readonly Refusal[];
}

/** Finds out what of a file can be moved into a config module. */
export function prepareFile(
  { file, findings }: RefactorTarget,
  target: ConfigTarget,
  context: RefactorContext,
): FileJob {
  const { moves, refused } = findMoves(file, findings);
  const obstacle = moves.length > 0 ? findFileObstacle(file, target, context) : undefined;
  const reasons = new Map<Move, string>();
  for (const move of moves) {
    const reason = obstacle ?? findSiteObstacle(file, move.site, target);
    if (reason !== undefined) reasons.set(move, reason);
  }
  // What it will be called makes no difference to whether it can stand there.
  const expression = `${target.exportName || 'regions'}.primary`;
  const left = moves.filter((move) => !reasons.has(move));
  const replacements = left.map(({ site }) => ({ site, expression }));
  for (const { site } of replaceRegions(file.sourceCode, replacements).refused) {
    for (const move of left) if (move.site === site) reasons.set(move, explainPlace(file, site));
  }
  return {
    file,
    findings,
    target,
    moves: moves.filter((move) => !reasons.has(move)),
    refused: [...refused, ...[...reasons].flatMap(([move, reason]) => refuse(move, reason))],
  };
}

/** Refuses what a move would have done away with. */
export function refuse({ findings }: Move, reason: string): Refusal[] {
  return findings.map((finding) => ({ finding, reason }));
}
