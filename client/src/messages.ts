// The messages that are the project's own: names and plain types. server/src/lsp/messages.ts is the other end.

import type { AuditReport } from './audit/report.ts';

/** Request without parameters: the audit of all open folders. */
export const auditRequest = 'multiRegion/audit';

/** Notification: what the server is at, and what it has found so far. */
export const statusNotification = 'multiRegion/status';

/** Notification: the user trusts the workspace now, so that its ESLint config may be evaluated. */
export const trustNotification = 'multiRegion/trust';

/** Command of the server: moves the regions of the workspace into config, after a preview. */
export const moveAllToConfigCommand = 'multiRegion.moveAllToConfig';

/**
 * Command of a code lens: what can be done about a client's failover. Arguments: the document's URI and the
 * position of the client. The client runs it.
 */
export const showFailoverCommand = 'multiRegion.showFailover';

/** Command of a code action, after its edit: shows what is left to the user, which is its argument. */
export const showNextStepCommand = 'multiRegion.showNextStep';

/** How often a region is named. */
export interface RegionCount {
  region: string;
  count: number;
}

export interface ServerStatus {
  state: 'ready' | 'working';
  /** The most frequent first. */
  regions: readonly RegionCount[];
  findings: number;
  /** What the user should know, in a sentence: a config that could not be loaded. */
  warning?: string;
}

export interface TrustParams {
  trusted: boolean;
}

/** What the server is told when it starts. */
export interface InitializationOptions {
  /** Whether code of the workspace may be evaluated. */
  trusted: boolean;
  /** Commands that the client runs itself, of those above. */
  commands?: readonly string[];
}

/** What the audit found. */
export interface AuditResult {
  /** In the order in which they are open. */
  folders: readonly { name: string; uri: string; report: AuditReport }[];
}
