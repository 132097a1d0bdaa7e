import { remember } from '../files/workspace-files.ts';
import type { Finding } from '../lint/finding.ts';
import type { ProjectContext } from '../project/project-context.ts';
import type { EditPlan, FixTarget } from './fix.ts';
import { fixes, type FixKind } from './fixes.ts';

/**
 * Computes the edits of a choice, for any number of findings in any number of files at once. Nothing is written.
 * The same targets in another order give the same plan.
 *
 * @param choice the kind of an offer, and its id where one of several is meant; without an id, the best is taken
 * @param targets each file once, with those of its findings that are meant
 * @param context the files around them; they are read, never written
 */
// eslint-disable-next-line @typescript-eslint/require-await -- who asks should not have to change when a plan takes longer
export async function planEdits(
  { kind, id }: { kind: FixKind; id?: string },
  targets: readonly FixTarget[],
  context: ProjectContext,
): Promise<EditPlan> {
  const seen = { ...context, files: remember(context.files) };
  const fix = fixes.find((each) => each.kind === kind);
  if (!fix) throw new TypeError(`There is no fix ${kind}.`);
  return fix.plan(sortTargets(targets), seen, id);
}

function sortTargets(targets: readonly FixTarget[]): FixTarget[] {
  const byPath = new Map<string, FixTarget>();
  for (const { file, findings } of targets) {
    const others = byPath.get(file.path)?.findings ?? [];
    byPath.set(file.path, { file, findings: [...new Set([...others, ...findings])] });
  }
  return [...byPath.values()]
    .map(({ file, findings }) => ({ file, findings: [...findings].sort(compareFindings) }))
    .sort((a, b) => compare(a.file.path, b.file.path));
}

function compareFindings(a: Finding, b: Finding): number {
  return a.range[0] - b.range[0] || a.range[1] - b.range[1] || compare(a.ruleId, b.ruleId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
