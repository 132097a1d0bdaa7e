import type picocolors from 'picocolors';
import type { Audit } from '../audit.ts';

/** A format that an audit can be written in. A new one is a file of its own and a line in reports.ts. */
export interface Report {
  /** As `--format` takes it. */
  name: string;
  /** The endings of file names by which `--output` chooses it, with the dot. */
  endings: readonly string[];
  /** Whether it draws what goes down with a region, and so needs one. */
  needsImpact?: boolean;
  /** @returns text with a line break at its end */
  write(audit: Audit, options: WriteOptions): string;
}

export interface WriteOptions {
  /** From picocolors; for the terminal only. */
  colors: ReturnType<typeof picocolors.createColors>;
  /** Absolute; for the terminal only, where paths start at it. */
  cwd: string;
  /** Of the window, in characters; for the terminal only, and undefined in a pipe. */
  width?: number | undefined;
  /** Whether tables are left out. */
  findingsOnly?: boolean;
  /** Whether the terminal shows the line of code of each finding. */
  withCode?: boolean;
  /** Of this program. */
  version: string;
}
