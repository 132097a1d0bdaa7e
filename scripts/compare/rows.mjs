/**
 * What a build printed, as rows that can be compared: a place and what is said of it. The words of a message come last,
 * behind a tab.
 *
 * @param {string} part
 * @param {string} output
 * @returns {string[]}
 */
export function toRows(part, output) {
  if (part === 'edits') return toEditRows(output);
  const report = JSON.parse(output);
  if (part === 'findings') return report.findings.map(toFindingRow).sort();
  if (part === 'services') return report.services.flatMap(toServiceRows).sort();
  return toImpactRows(report.impact).sort();
}

const text = (value) => value ?? '-';

function toFindingRow({
  ruleId,
  severity,
  path,
  line,
  column,
  endLine,
  endColumn,
  region,
  service,
  message,
}) {
  const place = `${path}:${line}:${column}-${endLine}:${endColumn}`;
  const rule = ruleId.replace('multi-region/', '');
  return `${place} ${rule} ${severity} ${text(region)} ${text(service)}\t${message}`;
}

function toServiceRows({ service, places }) {
  return places.map(
    ({ path, line, column, region, origin, failover }) =>
      `${path}:${line}:${column} ${service} ${text(region)} ${origin} ${failover}`,
  );
}

function toImpactRows({ sites, entries }) {
  const places = sites.map(({ path, line, column }) => `${path}:${line}:${column}`);
  return [
    ...sites.map(({ service, origin }, index) => `${places[index]} ${text(service)} ${origin}`),
    ...entries.flatMap(({ kind, path, name, reaches }) =>
      reaches.map(
        ({ site, via }) =>
          `${path} ${kind} ${text(name)} reaches ${places[site]} via ${via.join(', ') || 'nothing'}`,
      ),
    ),
  ];
}

/** Each line of the diff behind the file that it is of: what moved to another hunk is not another edit. */
function toEditRows(output) {
  let path = '';
  const rows = [];
  const lines = output.split('\n');
  lines.forEach((line, index) => {
    if (line.startsWith('--- ') && lines[index + 1]?.startsWith('+++ ')) {
      path = lines[index + 1].slice('+++ '.length).replace(/^b\//, '');
    } else if (line.startsWith('+++ ') && lines[index - 1]?.startsWith('--- ')) {
      rows.push(`${path}: ${lines[index - 1]}`);
    } else if (path !== '' && line !== '') {
      rows.push(`${path}: ${line}`);
    }
  });
  return rows;
}
