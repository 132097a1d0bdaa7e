import type { Audit } from '../audit.ts';
import { foldFindings } from '../fold-findings.ts';
import { homeOf } from '../home-of.ts';
import { findRepository } from '../repositories.ts';
import type { Section } from './section.ts';

/** How many findings and exposed places each repository has; undefined for an audit of one. */
export function describeRepositories(audit: Audit): Section | undefined {
  const { repositories, services } = audit;
  if (!repositories) return undefined;
  const findings = foldFindings(audit);
  const hasCommit = repositories.some(({ commit }) => commit !== undefined);
  const places = services
    .filter(({ critical, plan }) => critical !== false && plan === undefined)
    .flatMap((row) => row.places)
    .filter(({ region, failover }) => region !== undefined && isStuck(failover));
  const rows = repositories.map(({ name, commit, fileCount }) => {
    const own = findings.filter(({ path }) => findRepository(audit, path).subject.name === name);
    const stuck = places.filter(({ path }) => findRepository(audit, path).subject.name === name);
    const regions = [...new Set(stuck.flatMap(({ region }) => (region === undefined ? [] : homeOf(region))))];
    return {
      count: stuck.length,
      cells: [
        name,
        String(own.length),
        String(stuck.length),
        regions.sort().join(', '),
        String(fileCount),
        ...(hasCommit ? [commit?.slice(0, 12) ?? ''] : []),
      ],
    };
  });
  return {
    id: 'repositories',
    title: 'Repositories',
    lines: [],
    table: {
      columns: [
        'Repository',
        'Findings',
        'Places without another region',
        'Regions',
        'Files',
        ...(hasCommit ? ['Commit'] : []),
      ],
      rows: rows.toSorted((a, b) => b.count - a.count).map(({ cells }) => cells),
    },
  };
}

function isStuck(failover: string | undefined): boolean {
  return failover === undefined || failover === 'none' || failover === 'kept';
}
