import { describeExperiment } from '../experiment.ts';
import { escapeCode, escapeText } from '../../printing/markdown.ts';
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
        `## ${labels[verdict.kind]}: ${escapeText(describeExperiment(experiment))}`,
        '',
        `${escapeText(verdict.reason)} During ${escapeCode(command.join(' '))} (${formatMs(end.ms)}). ${escapeText(describeEnd(result))}`,
        '',
        ...(rows.length > 0
          ? [toRow(headings), toRow(headings.map(() => '---')), ...rows.map(toRow), '']
          : []),
        ...makeSections(result, cwd).flatMap(({ title, lines }) => [
          `${title}:`,
          '',
          ...lines.map((line) => `- ${escapeText(line)}`),
          '',
        ]),
      ].join('\n');
    })
    .join('\n');
}

function toRow(cells: readonly string[]): string {
  return `| ${cells.map(escapeText).join(' | ')} |`;
}
