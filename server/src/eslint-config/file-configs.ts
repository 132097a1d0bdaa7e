import type { LintResult } from '../lint/file-linter.ts';
import type { FileConfig, WorkspaceConfig } from '../lint/file-config.ts';

/** Says how files are to be linted; another thread may do the asking. */
export interface FileConfigs {
  /**
   * @param path absolute; need not exist
   * @returns never rejects: without a configuration that can be used, it is the embedded preset
   */
  get(path: string): Promise<FileConfig>;
  /**
   * Lints a text where its configuration wants to be (`lintedBy: 'host'`).
   *
   * @returns never rejects; without `sourceCode`, and the nodes of its facts have nothing but a type and a place
   */
  lint(text: string, path: string, config: WorkspaceConfig): Promise<LintResult>;
}
