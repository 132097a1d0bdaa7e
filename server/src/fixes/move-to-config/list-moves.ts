import { describeMend, replaceRegions } from 'eslint-plugin-multi-region/edits';
import type { Finding } from '../../lint/finding.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import { showPath } from '../../project/paths.ts';
import type { ProjectContext } from '../../project/project-context.ts';
import type { PossibleFix } from '../fix.ts';
import { previewMoves } from './move-preview.ts';
import { listReplacements } from './file-job.ts';
import { findSites } from './moves.ts';
import { findReasonNotToMove } from './reasons-not-to-move.ts';

/** The id of a move that there is a reason against. */
export const askedMove = 'move-to-config-asked';

/** The possible moves of a finding's region into config: one, or none. */
export function listMoves(file: LintedFile, finding: Finding, context: ProjectContext): PossibleFix[] {
  const sites = findSites(finding);
  if (typeof sites === 'string') return [];
  const moves = sites.map((site) => ({
    site,
    mend: describeMend(file.sourceCode, site, file.facts),
    findings: [finding],
  }));
  const reason = moves.find(({ mend }) => mend.reason)?.mend.reason;
  if (moves.some(({ mend }) => mend.reason?.isFirm)) return [];
  const replacements = moves.flatMap((move) => listReplacements(move, 'regions.primary'));
  if (replaceRegions(file.sourceCode, replacements).refused.length > 0) return [];
  // From here on the project is asked.
  const { target, reason: fileReason, takes } = previewMoves(file, context);
  if (moves.some((move) => findReasonNotToMove(move, file, target, fileReason, context) !== undefined))
    return [];
  const inConfig = moves.filter(({ mend }) => !mend.nearest);
  if (!inConfig.every(({ site, mend }) => takes(site, mend))) return [];
  const regions = [...new Set(sites.map(({ region }) => region))];
  const what = regions.map((region) => `'${region}'`).join(' and ');
  const [first] = moves;
  const nearest = inConfig.length === 0 ? first?.mend.nearest : undefined;
  const where =
    target.exportName === '' || target.specifier !== undefined
      ? 'config'
      : showPath(target.path, context.root);
  const title = nearest ? `Replace ${what} with ${nearest.expression}` : `Move ${what} to ${where}`;
  return [
    {
      id: reason ? askedMove : 'move-to-config',
      title: reason ? `${title}. ${reason.text}` : `${title}.`,
      hasReasonAgainst: reason !== undefined,
      isSafe: reason === undefined && (nearest ? nearest.isSame : target.exists || target.kind === 'module'),
    },
  ];
}
