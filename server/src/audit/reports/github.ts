import { printable } from '../../printing/printable.ts';
import { describeCoverage } from '../coverage.ts';
import { foldFindings } from '../fold-findings.ts';
import { summarize } from './summarize.ts';
import type { Report } from './report.ts';

/** Annotations for GitHub Actions: each finding shows up at its line of a pull request. */
export const github: Report = {
  name: 'github',
  endings: [],
  write(audit) {
    const { folder } = audit;
    const commands = foldFindings(audit).map(
      ({ path, line, endLine, column, endColumn, severity, ruleId, message }) => {
        const place = {
          title: ruleId,
          file: folder === '' ? path : `${folder}/${path}`,
          line,
          endLine,
          // Columns of several lines would be read as those of one.
          ...(line === endLine && { col: column, endColumn }),
        };
        const properties = Object.entries(place).map(
          ([name, value]) => `${name}=${escapeProperty(String(value))}`,
        );
        return `::${severity === 'error' ? 'error' : 'warning'} ${properties.join(',')}::${escapeData(message)}`;
      },
    );
    // A line of its own could be a command.
    const rest = [summarize(audit), ...describeCoverage(audit.coverage)].map(printable);
    return [...commands.map(printable), ...rest, ''].join('\n');
  },
};

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
