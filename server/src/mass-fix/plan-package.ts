import type { TextEdit } from 'eslint-plugin-multi-region/facts';
import { applyEdits } from '../parse/apply-edits.ts';
import { toLintedFile } from '../lint/lint-file.ts';
import type { EditPlan, FixTarget, Refusal } from '../fixes/fix.ts';
import type { LintedFile } from '../lint/linted-file.ts';
import { createEditCheck } from '../lint/check-edits.ts';
import type { FileLinter } from '../lint/file-linter.ts';
import type { Finding } from '../lint/finding.ts';
import type { Notice } from '../files/notice.ts';
import type { AddedVariable } from '../region-module/target.ts';
import type { Drafts } from './drafts.ts';

/** What is to be done about the files of one package; the edited texts are among the drafts. */
export interface PackagePlan {
  /** The findings that are gone. */
  done: Finding[];
  /** What stays, at its place in the edited text. */
  refused: Refusal[];
  variables: AddedVariable[];
  notices: Notice[];
}

/** What the plan for a package is made with. */
export interface PackageTools {
  /** Absolute. */
  folder: string;
  linter: FileLinter;
  /** Whether a finding is meant. */
  isWanted: (finding: Finding) => boolean;
  drafts: Drafts;
  /** Computes edits; the drafts are what they are for. */
  plan: (targets: readonly FixTarget[]) => Promise<EditPlan>;
}

/** As many as ESLint's `--fix`. */
const mostPasses = 10;

/**
 * Edits the files of a package until no finding is left that can be fixed. Each edited file is linted again: one that
 * could not be parsed any more stays as it was, and a finding that went with its neighbour is not called left.
 *
 * @param files those with findings
 */
export async function planPackage(files: readonly LintedFile[], tools: PackageTools): Promise<PackagePlan> {
  const { folder, linter, isWanted, drafts, plan } = tools;
  const refused = new Map<string, Refusal[]>();
  const notices: Notice[] = [];
  const findBroken = createEditCheck();
  const variables: AddedVariable[] = [];

  /** Takes over the edits of one file; gives what is left in it. */
  async function edit(file: LintedFile, edits: readonly TextEdit[]): Promise<LintedFile | undefined> {
    const after = applyEdits(file.text, edits);
    const result = await linter.lint(after, file.path);
    const lost = findBroken(file.path, file.text, edits);
    if (lost !== undefined || (result.notice && !result.sourceCode)) {
      notices.push(createBrokenNotice(file.path, lost ?? result.notice?.message ?? ''));
      refused.set(
        file.path,
        file.findings
          .filter(isWanted)
          .map((finding) => ({ finding, reason: 'Its edit would break the file.' })),
      );
      return undefined;
    }
    drafts.set({ path: file.path, before: file.text, after, isRead: false }, folder);
    refused.delete(file.path);
    return toLintedFile(file.path, after, result);
  }

  /** What the first pass left, at its place on the disk. */
  const stayed: Finding[] = [];

  async function pass(targets: readonly FixTarget[], count: number): Promise<LintedFile[]> {
    const planned = await plan(targets);
    variables.push(...(planned.variables ?? []));
    const byPath = new Map(planned.files.map((file) => [file.path, file]));
    for (const { file } of targets) refused.set(file.path, []);
    for (const refusal of planned.refused) refused.get(refusal.finding.path)?.push(refusal);
    if (count === 0) stayed.push(...planned.refused.map(({ finding }) => finding));

    const left: LintedFile[] = [];
    for (const { file } of targets) {
      const edits = byPath.get(file.path)?.edits;
      byPath.delete(file.path);
      if (!edits) continue;
      const next = await edit(file, edits);
      if (next) left.push(next);
    }
    // What is left are the files that others read.
    for (const { path, before, edits } of byPath.values()) {
      drafts.set({ path, before, after: applyEdits(before ?? '', edits), isRead: true }, folder);
    }
    return left;
  }

  let current: readonly LintedFile[] = files;
  for (let count = 0; count < mostPasses; count++) {
    const targets = current
      .map((file) => ({ file, findings: file.findings.filter(isWanted) }))
      .filter(({ findings }) => findings.length > 0);
    if (targets.length === 0) break;
    current = await pass(targets, count);
  }
  for (const file of current) {
    const left = refused.has(file.path) ? [] : file.findings.filter(isWanted);
    refused.set(file.path, [
      ...(refused.get(file.path) ?? []),
      ...left.map((finding) => ({ finding, reason: 'There is more to do than one run does. Run it again.' })),
    ]);
  }
  return {
    done: files.flatMap((file) => findGone(file.findings.filter(isWanted), refused.get(file.path) ?? [])),
    refused: files.flatMap((file) =>
      withOriginals(
        stayed.filter(({ path }) => path === file.path),
        refused.get(file.path) ?? [],
      ),
    ),
    variables,
    notices,
  };
}

/** Finds out where what stays was before the edits: it is still in the same order, and says the same. */
function withOriginals(before: readonly Finding[], left: readonly Refusal[]): Refusal[] {
  const taken = new Set<Finding>();
  return left
    .toSorted((a, b) => a.finding.range[0] - b.finding.range[0])
    .map((refusal) => {
      const { ruleId, message } = refusal.finding;
      const original = before.find(
        (each) => !taken.has(each) && each.ruleId === ruleId && each.message === message,
      );
      if (!original) return refusal;
      taken.add(original);
      return { ...refusal, original };
    });
}

/**
 * The findings that are gone. An edit may settle more than it was made for, and show what it hid: only the numbers of a
 * rule before and after can be compared.
 */
function findGone(before: readonly Finding[], left: readonly Refusal[]): Finding[] {
  const counts = new Map<string, number>();
  for (const { finding } of left) counts.set(finding.ruleId, (counts.get(finding.ruleId) ?? 0) + 1);
  return before.filter(({ ruleId }) => {
    const count = counts.get(ruleId) ?? 0;
    counts.set(ruleId, count - 1);
    return count <= 0;
  });
}

function createBrokenNotice(path: string, reason: string): Notice {
  const message = `Left alone: its edit would be wrong, which is a fault in multi-region; please report it. ${reason}`;
  return { kind: 'failed', path, line: undefined, column: undefined, message };
}
