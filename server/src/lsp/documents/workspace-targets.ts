import { setImmediate } from 'node:timers/promises';
import type { CancellationToken } from 'vscode-languageserver/node';
import type { FixTarget } from '../../fixes/fix.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import { toLintedFile } from '../../lint/lint-file.ts';
import type { FileLinter } from '../../lint/file-linter.ts';
import { readSourceFile } from '../../files/source-file.ts';
import { isUtf8Text } from '../../files/text.ts';
import type { OpenFiles } from './open-files.ts';
import { isInside } from '../../files/inside.ts';
import type { Validator } from './validator.ts';
import type { WorkspaceIndex } from './workspace-index.ts';
import type { WorkspaceScan } from './workspace-scan.ts';

/** Finds what an edit of a whole workspace edits. */
export interface WorkspaceTargets {
  /**
   * All findings below a folder, with the trees of their files: let go of them soon.
   *
   * @param folder absolute
   */
  collect(folder: string, token?: CancellationToken): Promise<FixTarget[]>;
}

export function createWorkspaceTargets(input: {
  index: WorkspaceIndex;
  scan: WorkspaceScan;
  open: OpenFiles;
  validator: Validator;
  linter: FileLinter;
}): WorkspaceTargets {
  const { index, scan, open, validator, linter } = input;

  return {
    async collect(folder, token) {
      await scan.whenDone();
      const known = [...index.entries()].filter(([, { findings }]) => findings > 0).map(([path]) => path);
      // What was opened just now may not have been looked at yet.
      const paths = [...new Set([...known, ...open.keys()])].filter((path) => isInside(folder, path));
      const targets: FixTarget[] = [];
      for (const path of paths) {
        if (token?.isCancellationRequested) return [];
        const file = await lint(path, folder);
        if (file && file.findings.length > 0) targets.push({ file, findings: file.findings });
        await setImmediate(); // yields to the event loop: messages come in
      }
      return targets;
    },
  };

  async function lint(path: string, root: string): Promise<LintedFile | undefined> {
    const document = open.find(path);
    if (document) return validator.getLinted(document);
    const source = readSourceFile(path, { root });
    // An editor would write back what is not UTF-8 as something else.
    if (source.kind !== 'source' || !isUtf8Text(source.bytes)) return undefined;
    return toLintedFile(path, source.text, await linter.lint(source.text, path));
  }
}
