import { printable } from '../../printing/printable.ts';
import { plural } from '../../printing/plural.ts';
import type picocolors from 'picocolors';
import { describeExperiment } from '../experiment.ts';
import type { RunResult } from '../run-result.ts';
import type { VerdictKind } from '../verdict-kind.ts';
import { formatMs } from './format.ts';
import { headings, makeRows, makeSections } from './rows.ts';

export interface TerminalOptions {
  colors: ReturnType<typeof picocolors.createColors>;
  /** Absolute; paths are shown relative to it. */
  cwd: string;
}

/** The report for people. @returns text with a line break at its end */
export function formatTerminal(results: readonly RunResult[], { colors, cwd }: TerminalOptions): string {
  return results
    .map((result) => {
      const { experiment, command, end, processes, verdict } = result;
      const rows = makeRows(result).map((row) => row.map(printable));
      const paint = { passed: colors.green, failed: colors.red, inconclusive: colors.yellow }[verdict.kind];
      return [
        '',
        `Chaos: ${colors.bold(printable(describeExperiment(experiment)))}, during \`${printable(command.join(' '))}\` (${formatMs(end.ms)})`,
        `${plural(processes, 'process', 'processes')} took part. ${printable(describeEnd(result))}`,
        '',
        ...(rows.length > 0 ? [...align([headings, ...rows]), ''] : []),
        ...makeSections(result, cwd).flatMap(({ title, lines }) => [
          `${title}:`,
          ...lines.map((line) => `  ${printable(line)}`),
          '',
        ]),
        `${paint(colors.bold(labels[verdict.kind]))}: ${printable(verdict.reason)}`,
        '',
      ].join('\n');
    })
    .join('\n');
}

export const labels: Readonly<Record<VerdictKind, string>> = {
  passed: 'PASSED',
  failed: 'FAILED',
  inconclusive: 'INCONCLUSIVE',
};

/** How the command ended, in sentences. */
export function describeEnd({ end, control, probe }: RunResult): string {
  const ended =
    end.code !== undefined
      ? `The command ended with ${end.code}.`
      : probe
        ? 'The command was ended after the probe.'
        : `The command was ended by ${end.signal ?? 'a signal'}.`;
  if (!control) return ended;
  return `${ended} Without the outage it ended with ${String(control.code ?? control.signal)}.`;
}

function align(rows: readonly (readonly string[])[]): string[] {
  // A column that says nothing is left out.
  const columns = headings
    .map((_, column) => column)
    .filter((column) => rows.slice(1).some((row) => row[column] !== '-'));
  const widths = columns.map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    columns
      .map((column, index) => (row[column] ?? '').padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
