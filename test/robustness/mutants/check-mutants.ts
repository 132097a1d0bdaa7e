import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createEmbeddedLinter } from '../../../server/src/eslint-config/embedded-linter.ts';
import { createDiskFiles } from '../../../server/src/files/workspace-files.ts';
import { planEdits } from '../../../server/src/fixes/plan-edits.ts';
import { createEditCheck } from '../../../server/src/lint/check-edits.ts';
import { toLintedFile } from '../../../server/src/lint/lint-file.ts';
import { readFileSettings } from '../../../server/src/eslint-config/read-file-settings.ts';
import { createRandom } from '../fuzz/random.ts';
import { mutate } from './mutate.ts';
import { pickSource, type Source } from './sources.ts';

export interface MutantCounts {
  mutants: number;
  parsed: number;
  findings: number;
  suggestions: number;
  plans: number;
}

/**
 * Lints mutants, and edits them in each way that is offered: nothing breaks down, and what parsed before parses
 * afterwards, with all that no edit is about.
 *
 * @param seed of the first; the others have the numbers behind it
 * @throws Error with the seed and the text
 */
export async function checkMutants(
  sources: readonly Source[],
  { count, seed }: { count: number; seed: number },
): Promise<MutantCounts> {
  const root = mkdtempSync(join(tmpdir(), 'multi-region-mutants-'));
  const linter = createEmbeddedLinter(() => root);
  const findBroken = createEditCheck();
  const counts: MutantCounts = { mutants: 0, parsed: 0, findings: 0, suggestions: 0, plans: 0 };
  try {
    for (let index = seed; index < seed + count; index++) {
      const random = createRandom(index);
      const source = pickSource(sources, random);
      const text = mutate(source.text, random);
      // A test would be left out, and say nothing.
      const name = basename(source.name).replaceAll(/test|spec|mock|fixture/giu, 'x');
      try {
        await check(join(root, 'src', name), text);
      } catch (error) {
        throw new Error(`Mutant ${index} of ${source.name}:\n${text}`, { cause: error });
      }
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return counts;

  async function check(path: string, text: string): Promise<void> {
    counts.mutants += 1;
    const result = await linter.lint(text, path);
    if (result.notice?.message.includes('fault in multi-region')) throw new Error(result.notice.message);
    const file = toLintedFile(path, text, result);
    if (!file) return;
    counts.parsed += 1;
    counts.findings += file.findings.length;
    for (const { suggestions } of file.findings) {
      for (const { edit, message } of suggestions) {
        counts.suggestions += 1;
        const broken = findBroken(path, text, [edit]);
        if (broken !== undefined) throw new Error(`'${message}': ${broken}`);
      }
    }
    if (file.findings.length === 0) return;
    const context = { files: createDiskFiles(), root, getSettings: () => readFileSettings(undefined) };
    for (const kind of ['move-to-config', 'follow-deployment', 'disable-line'] as const) {
      const { files } = await planEdits({ kind }, [{ file, findings: file.findings }], context);
      for (const edited of files) {
        counts.plans += 1;
        const broken = findBroken(edited.path, edited.before ?? '', edited.edits);
        if (broken !== undefined) throw new Error(`${kind}: ${broken}`);
      }
    }
  }
}
