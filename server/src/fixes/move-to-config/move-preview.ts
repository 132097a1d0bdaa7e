import type { MendDescription } from 'eslint-plugin-multi-region/edits';
import type { RegionSite } from 'eslint-plugin-multi-region/facts';
import { createConfigTargets, type ConfigTarget } from '../../region-module/config-target.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { ProjectContext } from '../../project/project-context.ts';
import { createRequest } from './entry-request.ts';
import { findReasonNotToEdit } from './reasons-not-to-move.ts';

/** What the project says of moving the regions of one file: found out once, for all findings of the file. */
export interface MovePreview {
  target: ConfigTarget;
  /** Why no region of the file can be moved; undefined where nothing is in the way. */
  reason: string | undefined;
  /** Whether config takes a region, or has it. */
  takes: (site: RegionSite, mend: MendDescription) => boolean;
}

const previews = new WeakMap<ProjectContext, WeakMap<LintedFile, MovePreview>>();

/** @param context of one request: what is learned is remembered with it */
export function previewMoves(file: LintedFile, context: ProjectContext): MovePreview {
  const ofContext = previews.get(context) ?? new WeakMap<LintedFile, MovePreview>();
  previews.set(context, ofContext);
  const preview = ofContext.get(file) ?? createPreview(file, context);
  ofContext.set(file, preview);
  return preview;
}

function createPreview(file: LintedFile, context: ProjectContext): MovePreview {
  const target = createConfigTargets(context).open(file.path);
  const answers = new Map<string, boolean>();
  return {
    target,
    reason: findReasonNotToEdit(file, target, context),
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
