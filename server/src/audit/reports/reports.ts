import { csv } from './csv.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { mermaid } from './mermaid.ts';
import type { Report } from './report.ts';
import { sarif } from './sarif.ts';
import { terminal } from './terminal.ts';

/** The formats, in the order in which help texts name them. */
export const reports: readonly Report[] = [
  terminal,
  markdown,
  csv,
  gitlab,
  json,
  sarif,
  html,
  mermaid,
  github,
  junit,
];

/** The report that the ending of a file's name asks for: `report.html`; undefined for others. */
export function findReportOfFile(file: string): Report | undefined {
  const name = file.toLowerCase();
  return reports.find(({ endings }) => endings.some((ending) => name.endsWith(ending)));
}

/** The report of a name; undefined for a name that no report has. */
export function findReport(name: string): Report | undefined {
  return reports.find((report) => report.name === name);
}
