import { plural } from '../../printing/plural.ts';
import type { Audit } from '../audit.ts';
import { describeKind, describeWhere, type DeploymentRow } from '../deployments.ts';
import type { Section } from './section.ts';

/** Where documents say that the code is deployed, kept and copied to; undefined where none does. */
export function describeDeployments({ deployments, repositories, services }: Audit): Section | undefined {
  const rows = deployments ?? [];
  if (rows.length === 0) return undefined;
  const shown = rows.slice(0, rowsShown);
  const hidden = rows.length - shown.length;
  const clients = [
    ...new Set(
      services.flatMap(({ places }) =>
        places.flatMap(({ region, origin, path }) =>
          region !== undefined && origin === 'literal' && isCode(path) ? [region] : [],
        ),
      ),
    ),
  ];
  return {
    id: 'deployments',
    title: 'Deployments',
    lines: [
      // What one repository deploys says nothing of the clients of another.
      ...(repositories ? [] : describeDisagreement(rows, clients)),
      ...(hidden > 0 ? [`${plural(hidden, 'more row')} in the JSON report.`] : []),
    ],
    table: {
      columns: ['What the files say', 'Region', 'Environment', 'Said in'],
      rows: shown.map((row) => [
        describeKind(row.kind),
        row.region,
        row.environments.join(', '),
        describeWhere(row),
      ]),
    },
  };
}

const rowsShown = 25;

function isCode(path: string): boolean {
  return /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/u.test(path);
}

/** Clients that are pinned to a region in which nothing is deployed. */
function describeDisagreement(rows: readonly DeploymentRow[], clients: readonly string[]): string[] {
  const deployed = rows.filter(({ kind }) => kind === 'deploy');
  const elsewhere = clients.filter((region) => !deployed.some((row) => row.region === region));
  if (deployed.length === 0 || elsewhere.length === 0) return [];
  const said = deployed.slice(0, 3).map((row) => `${row.region} (${describeWhere(row)})`);
  return [`Deployed to ${said.join(', ')}; the code's clients: ${elsewhere.sort().join(', ')}.`];
}
