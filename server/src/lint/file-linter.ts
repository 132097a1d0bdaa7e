import type { SourceCode } from 'eslint';
import type { FileFacts } from 'eslint-plugin-multi-region/facts';
import type { Finding } from './finding.ts';
import type { Notice } from '../files/notice.ts';

/** What `settings['multi-region'].services` says of one service. */
export interface ServiceSettings {
  /** Whether customers notice when it is away. */
  critical?: boolean;
  /** The plan for the day the region fails, in words. */
  failover?: string;
  /** How long customers can do without it: `4h`. */
  maxDowntime?: string;
  /** Who looks after it. */
  owner?: string;
  /** What a second region costs, in words. */
  cost?: string;
}

/** What is known of a file after linting it. */
export interface LintResult {
  findings: Finding[];
  /** What the file says of regions and clients; undefined when it was not linted or says nothing. */
  facts: FileFacts | undefined;
  /** The text as ESLint sees it, as input for edits; there whenever the facts are. */
  sourceCode: SourceCode | undefined;
  /** Why the file was not linted, or not to its end. */
  notice: Notice | undefined;
  /** What the configuration of the file says of services, by their names; left out without a configuration. */
  services?: Readonly<Record<string, ServiceSettings>>;
}

/**
 * Lints texts for the audit and the language server: with the embedded preset, or with the ESLint and the configuration
 * of the workspace.
 */
export interface FileLinter {
  /**
   * @param text the content of the file, saved or not
   * @param path absolute; its extension names the language, and need not exist
   * @param options.isEdited whether it is open in an editor. Its next version is linted faster then, and makes the
   *   source code and the nodes of this result useless
   * @returns never rejects: what goes wrong is in `notice`
   */
  lint(text: string, path: string, options?: { isEdited?: boolean }): Promise<LintResult>;
}
