import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { toLintedFile } from '../lint/lint-file.ts';
import type { Refusal } from '../fixes/fix.ts';
import type { LintedFile } from '../lint/linted-file.ts';
import type { FileLinter } from '../lint/file-linter.ts';
import type { Notice } from '../files/notice.ts';
import { createReadBuffer, readSourceFile } from '../files/source-file.ts';
import { isLink } from '../files/folders.ts';
import { isUtf8Text } from '../files/text.ts';

/** What linting some files leaves for their edits. */
export interface LintedFiles {
  /** Those with findings. */
  files: LintedFile[];
  /** The findings that no edits can be made for. */
  refused: Refusal[];
  /** What was left out, and why. */
  notices: Notice[];
}

/**
 * Reads and lints files, as the audit does, and keeps what their edits need.
 *
 * @param root absolute
 * @param paths relative to `root`, with `/`
 * @param linter what lints a file
 * @param onFile is called after each file
 * @param signal stops the work between two files
 * @throws the reason of the signal
 */
export async function lintFiles(
  root: string,
  paths: readonly string[],
  linter: FileLinter,
  { onFile, signal }: { onFile?: (() => void) | undefined; signal?: AbortSignal | undefined },
): Promise<LintedFiles> {
  const buffer = createReadBuffer();
  const files: LintedFile[] = [];
  const refused: Refusal[] = [];
  const notices: Notice[] = [];

  async function lint(path: string): Promise<void> {
    const leaveOut = (kind: Notice['kind'], message: string) => {
      notices.push({ kind, path, line: undefined, column: undefined, message });
    };
    const source = readSourceFile(path, { root, buffer });
    if (source.kind === 'irrelevant') return;
    if (source.kind !== 'source') {
      leaveOut(source.kind, source.message);
      return;
    }
    const { text } = source;
    const result = await linter.lint(text, path);
    if (result.notice) notices.push(result.notice);
    if (result.findings.length === 0) return;
    if (isLink(path)) {
      // Its imports are looked up from where its target is.
      leaveOut('skipped', 'Skipped: it is a link. What it points to is fixed where it is.');
      return;
    }
    if (!isUtf8Text(source.bytes)) {
      leaveOut('skipped', 'Skipped: it is not UTF-8, and writing it would spoil it. Save it as UTF-8 first.');
      return;
    }
    const file = toLintedFile(path, text, result);
    if (file) files.push(file);
    else refused.push(...result.findings.map((finding) => ({ finding, reason: foreign })));
  }

  for (const path of paths) {
    signal?.throwIfAborted();
    await lint(join(root, path));
    onFile?.();
    await setImmediate(); // yields to the event loop: signals come in
  }
  return { files, refused, notices };
}

const foreign = 'The file needs a parser of its own, and edits are made for JavaScript and TypeScript only.';
