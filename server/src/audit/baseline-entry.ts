/** Findings that are known and not to be shown: a rule on a line of code, wherever in the file the line is. */
export interface BaselineEntry {
  /** Relative to the audited folder, with `/`. */
  path: string;
  ruleId: string;
  /** The line of code, as an audit's findings hold it. */
  code: string;
  /** How many findings of the rule such lines of the file have. */
  count: number;
}
