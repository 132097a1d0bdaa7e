import type { MendDescription } from 'eslint-plugin-multi-region/edits';
import type { RegionSite } from 'eslint-plugin-multi-region/facts';
import { createConfigTargets, type ConfigTarget } from '../../region-module/config-target.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { RefactorContext } from '../../project/refactor-context.ts';
import { createRequest } from './entry-request.ts';
import { findFileObstacle } from './obstacles.ts';

/** What the project says of moving the regions of one file: found out once, for all findings of the file. */
export interface FileOutlook {
  target: ConfigTarget;
  /** Why no region of the file can be moved; undefined where nothing is in the way. */
  obstacle: string | undefined;
  /** Whether config takes a region, or has it. */
  takes: (site: RegionSite, mend: MendDescription) => boolean;
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
    takes(site, mend) {
      const { region } = site;
      const { reads, kept } = mend.reading;
      const key = [region, kept ?? '', ...reads].join(' ');
      const known = answers.get(key);
      if (known !== undefined) return known;
      const answer = !('refused' in target.addEntry(createRequest(site, mend, [])));
      answers.set(key, answer);
      return answer;
    },
  };
}
