import type { RegionSite } from 'eslint-plugin-multi-region/facts';
import { createConfigTargets, type ConfigTarget } from '../../region-module/config-target.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { RefactorContext } from '../../project/refactor-context.ts';
import { findFileObstacle } from './obstacles.ts';

/** What the project says of moving the regions of one file: found out once, for all findings of the file. */
export interface FileOutlook {
  target: ConfigTarget;
  /** Why no region of the file can be moved; undefined where nothing is in the way. */
  obstacle: string | undefined;
  /** Whether config takes a region, or has it. */
  takes: (site: RegionSite) => boolean;
}

const outlooks = new WeakMap<RefactorContext, WeakMap<LintedFile, FileOutlook>>();

/** @param context of one request: what is learned is remembered with it */
export function getOutlook(file: LintedFile, context: RefactorContext): FileOutlook {
  const ofContext = outlooks.get(context) ?? new WeakMap<LintedFile, FileOutlook>();
  outlooks.set(context, ofContext);
  const outlook = ofContext.get(file) ?? createOutlook(file, context);
  ofContext.set(file, outlook);
  return outlook;
}

function createOutlook(file: LintedFile, context: RefactorContext): FileOutlook {
  const target = createConfigTargets(context).open(file.path);
  const answers = new Map<string, boolean>();
  return {
    target,
    obstacle: findFileObstacle(file, target, context),
    takes(site) {
      const { region, cloud } = site;
      const variable = site.variable;
      const key = `${region} ${variable ?? ''}`;
      const known = answers.get(key);
      if (known !== undefined) return known;
      const wish = { region, cloud, names: [], ...(variable === undefined ? {} : { variable }) };
      const answer = !('refused' in target.addEntry(wish));
      answers.set(key, answer);
      return answer;
    },
  };
}
