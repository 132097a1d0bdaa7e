import { describeMend, replaceRegions } from 'eslint-plugin-multi-region/edits';
import type { Finding } from '../../lint/finding.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import { showPath } from '../../project/paths.ts';
import type { RefactorContext } from '../../project/refactor-context.ts';
import type { RefactorOffer } from '../refactor.ts';
import { getOutlook } from './file-outlook.ts';
import { listReplacements } from './file-job.ts';
import { findSites } from './moves.ts';
import { findMoveObstacle } from './obstacles.ts';

/** The id of the offer to move a region although something speaks against it. */
export const askedMove = 'move-to-config-asked';

/** The offer to move the region of a finding into config. */
export function getConfigOffers(
  file: LintedFile,
  finding: Finding,
  context: RefactorContext,
): RefactorOffer[] {
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
  const { target, obstacle, takes } = getOutlook(file, context);
  if (moves.some((move) => findMoveObstacle(move, file, target, obstacle, context) !== undefined)) return [];
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
      kind: 'move-to-config',
      id: reason ? askedMove : 'move-to-config',
      title: reason ? `${title}. ${reason.text}` : `${title}.`,
      isPreferred: false,
      isSafe: reason === undefined && (nearest ? nearest.isSame : target.exists || target.kind === 'module'),
    },
  ];
}
