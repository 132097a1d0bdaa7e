import type { LintResult } from '../lint/file-linter.ts';
import type { FileConfig } from '../lint/file-config.ts';

/** What the host is asked; one thing at a time. */
export type HostRequest =
  | { kind: 'configs'; configFile: string; cwd: string; paths: readonly string[] }
  | { kind: 'lint'; configFile: string; cwd: string; path: string; text: string };

/** What each request is answered with. */
export interface HostAnswers {
  configs: ConfigsAnswer;
  lint: LintResult;
}

export interface ConfigsAnswer {
  /** Whether the config never mentions the plugin; then there is nothing else to say. */
  isForeign: boolean;
  /** Those that differ. */
  configs: FileConfig[];
  /** For each path, which of them is its own; -1 where there is none because of the error. */
  indices: number[];
  error: string | undefined;
}

/** A reply goes with the request of its number: a config may send messages of its own. */
export interface Numbered<T> {
  multiRegion: number;
  content: T;
}

/** What the host says to a request: an answer, or why there is none. */
export type HostReply = { answer: HostAnswers[keyof HostAnswers] } | { error: string };
