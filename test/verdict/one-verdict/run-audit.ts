import { runCli } from '../../support/run-cli.ts';
import { show, type Verdict } from './verdict.ts';

/** What the audit says of a tree. */
export interface AuditOutcome {
  verdicts: string[];
  stderr: string;
  services: { service: string; critical: boolean | null; failover: string | null }[];
}

/** Runs `multi-region audit`. */
export async function runAudit(tree: string, ...options: string[]): Promise<AuditOutcome> {
  const { stdout, stderr } = await runCli(['audit', tree, '--format', 'json', ...options]);
  const report = JSON.parse(stdout) as { findings: Verdict[]; services: AuditOutcome['services'] };
  return { verdicts: report.findings.map(show).sort(), stderr, services: report.services };
}
