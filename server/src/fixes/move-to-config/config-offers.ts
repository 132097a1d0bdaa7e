import { replaceRegions } from 'eslint-plugin-multi-region/edits';
import type { Finding } from '../../lint/finding.ts';
import type { RefactorOffer } from '../refactor.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { RefactorContext } from '../../project/refactor-context.ts';
import { findSites } from './moves.ts';
import { findSiteObstacle } from './obstacles.ts';
import { getOutlook } from './file-outlook.ts';

/** The offer to move the region of a finding into config. */
export function getConfigOffers(
  file: LintedFile,
  finding: Finding,
  context: RefactorContext,
): RefactorOffer[] {
  const sites = findSites(file, finding);
  if (typeof sites === 'string') return [];
  const replacements = sites.map((site) => ({ site, expression: 'regions.primary' }));
  if (replaceRegions(file.sourceCode, replacements).refused.length > 0) return [];
  // From here on the project is asked.
  const { target, obstacle, takes } = getOutlook(file, context);
  if (obstacle !== undefined || sites.some((site) => findSiteObstacle(file, site, target))) return [];
  if (!sites.every(takes)) return [];
  const regions = [...new Set(sites.map(({ region }) => region))];
  return [
    {
      kind: 'move-to-config',
      id: 'move-to-config',
      title: `Move ${regions.map((region) => `'${region}'`).join(' and ')} to config.`,
      isPreferred: false,
      isSafe: target.kind === 'module' || regions.every((region) => target.holdsLiterally(region)),
    },
  ];
}
