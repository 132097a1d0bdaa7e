import type { FixChoice } from './plan-fix.ts';

/** How a summary is to look. */
export interface SummaryOptions {
  strategy: FixChoice['strategy'];
  /** Whether nothing was written. */
  isDry: boolean;
  /** Absolute: paths are shown relative to it. */
  cwd: string;
  bold: (text: string) => string;
}
