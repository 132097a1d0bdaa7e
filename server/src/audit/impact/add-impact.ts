import { discoverFiles } from '../../files/discover.ts';
import type { Notice } from '../../files/notice.ts';
import { isSourceName } from '../../files/source-names.ts';
import type { Audit } from '../audit.ts';
import { isComponentName } from '../../project/component-code.ts';
import { findImpact } from './impact.ts';

/**
 * Adds to an audit what goes down with a region.
 *
 * @param audit of a whole folder
 * @param region as the code spells it
 * @param report is told of configuration that could not be used
 * @param usesGit whether git may be run to find files
 */
export async function addImpact(
  audit: Audit,
  region: string,
  report: (notice: Notice) => void,
  usesGit: boolean,
): Promise<void> {
  // Components hold imports too, though they are not linted. What cannot be read was reported by the audit.
  const isWanted = (name: string) => isSourceName(name) || isComponentName(name);
  const paths = await discoverFiles(audit.root, () => undefined, { isWanted, usesGit });
  const places = audit.services.flatMap((row) => row.places);
  const impact = findImpact({ root: audit.root, paths, places, region, report });
  audit.impacts = [...(audit.impacts ?? []), impact];
}
