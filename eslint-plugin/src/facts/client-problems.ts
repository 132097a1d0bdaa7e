/** What a rule can say of a client: one row a problem. The name of the rule is without the plugin's. */
export const clientProblems = {
  /** It is bound to one region, and no second one is tried. */
  failover: { reportedBy: 'require-client-failover' },
  /** It waits for an answer without a limit. */
  timeout: { reportedBy: 'require-client-timeout' },
  /** It gives up on the first error. */
  retries: { reportedBy: 'no-disabled-retries' },
} as const satisfies Record<string, { reportedBy: string }>;

export type ClientProblem = keyof typeof clientProblems;

/**
 * What a rule says of the clients that it reports.
 *
 * @param rule its name without the plugin's: `require-client-failover`
 * @returns undefined for a rule about something else
 */
export function getReportedProblem(rule: string): ClientProblem | undefined {
  const names = Object.keys(clientProblems) as ClientProblem[];
  return names.find((problem) => clientProblems[problem].reportedBy === rule);
}
