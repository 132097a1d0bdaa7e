/** A part of a report that all formats for people show in their own way. */
export interface Section {
  /** For links within a page, and the name in JSON reports: `repositories`. */
  id: string;
  title: string;
  /** Sentences; each says something by itself. */
  lines: readonly string[];
  table?: Table;
}

export interface Table {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}
