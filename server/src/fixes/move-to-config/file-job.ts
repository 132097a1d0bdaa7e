import { replaceRegions, type RegionReplacement } from 'eslint-plugin-multi-region/edits';
import type { Finding } from '../../lint/finding.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { ProjectContext } from '../../project/project-context.ts';
import type { ConfigTarget } from '../../region-module/config-target.ts';
import type { FixTarget, Refusal } from '../fix.ts';
import { findMoves, type Move } from './moves.ts';
import { explainPlace, findReasonNotToEdit, findReasonNotToMove } from './reasons-not-to-move.ts';

/** A file, and what is to be moved out of it. */
export interface FileJob {
  file: LintedFile;
  findings: readonly Finding[];
  target: ConfigTarget;
  moves: readonly Move[];
  refused: readonly Refusal[];
}

/**
 * Finds out what of a file can be moved into a config module.
 *
 * @param isAsked whether somebody has chosen to move it although there is a reason not to, which was shown
 */
export function prepareFile(
  { file, findings }: FixTarget,
  target: ConfigTarget,
  context: ProjectContext,
  isAsked = false,
): FileJob {
  const { moves, refused } = findMoves(file, findings);
  const fileReason = moves.length > 0 ? findReasonNotToEdit(file, target, context) : undefined;
  const reasons = new Map<Move, string>();
  for (const move of moves) {
    const reason =
      getStatedReason(move, isAsked) ?? findReasonNotToMove(move, file, target, fileReason, context);
    if (reason !== undefined) reasons.set(move, reason);
  }
  // What it will be called makes no difference to whether it can stand there.
  const expression = `${target.exportName || 'regions'}.primary`;
  const left = moves.filter((move) => !reasons.has(move));
  const replacements = left.flatMap((move) => listReplacements(move, expression));
  for (const { site } of replaceRegions(file.sourceCode, replacements).refused) {
    for (const move of left)
      if (move.mend.together.includes(site)) reasons.set(move, explainPlace(file, site));
  }
  for (const move of left) {
    const bound = reasons.has(move) ? undefined : findBound(move, reasons);
    if (bound !== undefined) reasons.set(move, bound);
  }
  return {
    file,
    findings,
    target,
    moves: moves.filter((move) => !reasons.has(move)),
    refused: [...refused, ...[...reasons].flatMap(([move, reason]) => refuse(move, reason))],
  };
}

function getStatedReason({ mend: { reason } }: Move, isAsked: boolean): string | undefined {
  return reason && (reason.isFirm || !isAsked) ? reason.text : undefined;
}

/** What stands in one expression with a region and stays keeps the region there. */
export function findBound({ site, mend }: Move, reasons: ReadonlyMap<Move, string>): string | undefined {
  for (const [other, reason] of reasons) {
    if (other.mend.unit === mend.unit && other.site.region === site.region)
      return `It stands in one expression with '${other.site.text}', which stays: ${reason}`;
  }
  return undefined;
}

/** The replacements of a move: of the region, or of all in its list. */
export function listReplacements({ mend }: Move, expression: string): RegionReplacement[] {
  const { together, assertion } = mend;
  const typed = assertion === undefined ? expression : `${expression} as ${assertion}`;
  return together.map((site) => ({ site, expression: typed }));
}

/** Refuses what a move would have done away with. */
export function refuse({ findings }: Move, reason: string): Refusal[] {
  return findings.map((finding) => ({ finding, reason }));
}
