import type { FileLinter } from '../workspace/file-linter.ts';

/**
 * Makes what the audit lints with, in every thread the same. ESLint and the parser are loaded with the first
 * file that needs them: in most folders that is none.
 *
 * @param root absolute; the audited folder
 */
export function createAuditLinter(root: string): FileLinter {
  let linter: Promise<FileLinter> | undefined;
  return {
    async lint(text, path) {
      linter ??= import('../workspace/embedded-linter.ts').then(({ createEmbeddedLinter }) =>
        createEmbeddedLinter(() => root),
      );
      return (await linter).lint(text, path);
    },
  };
}
