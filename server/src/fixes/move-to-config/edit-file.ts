import { relative, sep } from 'node:path';
import { addImport, replaceRegions, type RegionReplacement } from 'eslint-plugin-multi-region/edits';
import type { ProjectContext } from '../../project/project-context.ts';
import { planFile } from '../plan-file.ts';
import type { EditPlan } from '../fix.ts';
import { createEditList } from '../source/edit-list.ts';
import type { Entries } from './choose-entries.ts';
import { createConfigImporter } from './config-import.ts';
import { listReplacements, refuse, type FileJob } from './file-job.ts';

/** Puts the entries of config in the place of a file's regions, or what is nearer. */
export function editFile(
  { file, findings, target, moves, refused }: FileJob,
  entries: Entries,
  context: ProjectContext,
): EditPlan {
  const left = [...refused];
  const list = createEditList();
  const importer = createConfigImporter(file, target, context);
  const replacements = moves.flatMap((move): RegionReplacement[] => {
    const { nearest } = move.mend;
    if (nearest) {
      if (nearest.wanted) list.add(addImport(file.sourceCode, nearest.wanted).edits);
      return listReplacements(move, nearest.expression);
    }
    const entry = entries.get(move) ?? { refused: 'No entry of config stands for this region.' };
    if (!('refused' in entry)) return listReplacements(move, importer.toLocal(entry));
    left.push(...refuse(move, entry.refused));
    return [];
  });
  list.add(importer.getEdits());
  list.add(replaceRegions(file.sourceCode, replacements).edits);
  const isLeft = new Set(left.map(({ finding }) => finding));
  const home = relative(context.root, target.path).split(sep).join('/');
  return planFile(file, `Read regions from ${home}`, {
    edits: list.get(),
    done: findings.filter((finding) => !isLeft.has(finding)),
    refused: left.filter(
      ({ finding }, index) => left.findIndex((other) => other.finding === finding) === index,
    ),
  });
}
