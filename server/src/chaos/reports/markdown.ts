import { describeExperiment } from '../experiment.ts';
import type { RunResult } from '../run-result.ts';
import { formatMs } from './format.ts';
import { headings, makeRows, makeSections } from './rows.ts';
import { describeEnd, labels } from './terminal.ts';

/** The report for a pull request. @returns text with a line break at its end */
export function formatMarkdown(results: readonly RunResult[], cwd: string): string {
  return results
    .map((result) => {
      const { experiment, command, end, verdict } = result;
      const rows = makeRows(result);
      return [
        `## ${labels[verdict.kind]}: ${describeExperiment(experiment)}`,
        '',
        `${verdict.reason} During \`${command.join(' ')}\` (${formatMs(end.ms)}). ${describeEnd(result)}`,
        '',
        ...(rows.length > 0
          ? [toRow(headings), toRow(headings.map(() => '---')), ...rows.map(toRow), '']
          : []),
        ...makeSections(result, cwd).flatMap(({ title, lines }) => [
          `${title}:`,
          '',
          ...lines.map((line) => `- ${escape(line)}`),
          '',
        ]),
      ].join('\n');
    })
    .join('\n');
}

function toRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => escape(cell).replaceAll('|', '\\|')).join(' | ')} |`;
}

function escape(text: string): string {
  return text.replaceAll('<', '&lt;');
}
