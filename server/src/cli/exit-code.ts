import type { Audit } from '../audit/audit.ts';

/** What makes an audit fail: `--fail-on`. */
export type FailOn = 'error' | 'incomplete' | 'warn';

/**
 * The exit code that an audit asks for, where it could run.
 *
 * @param failOn `incomplete`: also files that were left out; `error`: warnings pass
 */
export function decideExitCode(
  { findings, leftOut }: Pick<Audit, 'findings' | 'leftOut'>,
  failOn: FailOn,
): 0 | 1 {
  if (failOn === 'incomplete' && leftOut.length > 0) return 1;
  return findings.some(({ severity }) => failOn !== 'error' || severity === 'error') ? 1 : 0;
}
