import type { Audit } from '../audit.ts';
import { describeDeployments } from './deployments.ts';
import { describeRepositories } from './repositories.ts';
import { describeTrend } from './trend.ts';
import { describeTried } from './tried.ts';
import type { Section } from './section.ts';

/**
 * The sections that come and go with what an audit holds, in the order of a page. A further one is a file of its own
 * and a line here.
 */
const sections: readonly ((audit: Audit) => Section | undefined)[] = [
  describeTrend,
  describeTried,
  describeRepositories,
  describeDeployments,
];

/** Those that have something to say. */
export function listSections(audit: Audit): Section[] {
  return sections.flatMap((describe) => describe(audit) ?? []);
}
