import { relative, sep } from 'node:path';
import { replaceRegions } from 'eslint-plugin-multi-region/edits';
import { planFile } from '../plan-file.ts';
import type { RefactorPlan } from '../refactor.ts';
import type { RefactorContext } from '../../project/refactor-context.ts';
import { createEditList } from '../source/edit-list.ts';
import type { Entries } from './choose-entries.ts';
import { importConfig } from './config-import.ts';
import { refuse, type FileJob } from './file-job.ts';

/** Puts the entries of config in the place of a file's regions. */
export function editFile(
  { file, findings, target, moves, refused }: FileJob,
  entries: Entries,
  context: RefactorContext,
): RefactorPlan {
  const left = [...refused];
  const replacements = moves.flatMap((move) => {
    const entry = entries.get(move) ?? { refused: 'No entry of config stands for this region.' };
    if (!('refused' in entry)) return [{ site: move.site, expression: entry.expression }];
    left.push(...refuse(move, entry.refused));
    return [];
  });
  const list = createEditList();
  if (replacements.length > 0) {
    const { exportName } = target;
    const { edits, localName } =
      exportName === '' ? { edits: [], localName: '' } : importConfig(file, target, context);
    const toLocal = (expression: string) =>
      exportName !== '' && expression.startsWith(exportName)
        ? localName + expression.slice(exportName.length)
        : expression;
    list.add(edits);
    const renamed = replacements.map(({ site, expression }) => ({ site, expression: toLocal(expression) }));
    list.add(replaceRegions(file.sourceCode, renamed).edits);
  }
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
