import { commands, window, type Disposable, type LogOutputChannel } from 'vscode';
import type { AuditView } from './audit/audit-view.ts';
import { exportAudit } from './audit/export-audit.ts';
import { filterAudit } from './audit/filter-audit.ts';
import { openPlace } from './audit/open-place.ts';
import type { LanguageServer } from './language-server.ts';
import { fixAllSafely } from './fix-all.ts';
import { goToFinding } from './go-to-finding.ts';
import { moveAllToConfigCommand, showFailoverCommand, showNextStepCommand } from './messages.ts';
import { openRuleDocs } from './rule-docs.ts';
import { setUp } from './set-up.ts';
import { showCritical } from './audit/show-critical.ts';
import { showFailover } from './show-failover.ts';
import { toggle } from './toggle.ts';

/** Ids of the commands; package.json lists those that are for the palette. */
export const commandIds = {
  auditWorkspace: 'multiRegion.auditWorkspace',
  exportAudit: 'multiRegion.exportAudit',
  filterAudit: 'multiRegion.filterAudit',
  fixAll: 'multiRegion.fixAll',
  goToFinding: 'multiRegion.goToFinding',
  moveFileToConfig: 'multiRegion.moveFileToConfig',
  moveWorkspaceToConfig: 'multiRegion.moveWorkspaceToConfig',
  openPlace: 'multiRegion.openPlace',
  openRuleDocs: 'multiRegion.openRuleDocs',
  refreshAudit: 'multiRegion.refreshAudit',
  restartServer: 'multiRegion.restartServer',
  setUp: 'multiRegion.setUp',
  showCritical: 'multiRegion.showCritical',
  showFailover: showFailoverCommand,
  showNextStep: showNextStepCommand,
  showOutput: 'multiRegion.showOutput',
  toggle: 'multiRegion.toggle',
} as const;

/** What the commands work on. */
export interface Parts {
  server: LanguageServer;
  auditView: AuditView;
  log: LogOutputChannel;
  /** Path of the server's bundle. */
  module: string;
}

/**
 * Makes the commands of package.json do something.
 *
 * @returns what takes them back, for the extension's subscriptions
 */
export function registerCommands({ server, auditView, log, module }: Parts): Disposable[] {
  const { registerCommand } = commands;
  return [
    registerCommand(commandIds.auditWorkspace, () => auditView.open()),
    registerCommand(commandIds.exportAudit, () => exportAudit(module, log)),
    registerCommand(commandIds.filterAudit, () => filterAudit(auditView)),
    registerCommand(commandIds.fixAll, fixAllSafely),
    registerCommand(commandIds.goToFinding, () => goToFinding(server)),
    registerCommand(commandIds.moveFileToConfig, () => applyAction('refactor.extract.multiRegion')),
    registerCommand(commandIds.moveWorkspaceToConfig, () => moveWorkspaceToConfig(server)),
    registerCommand(commandIds.openPlace, openPlace),
    registerCommand(commandIds.openRuleDocs, openRuleDocs),
    registerCommand(commandIds.refreshAudit, () => auditView.refresh()),
    registerCommand(commandIds.restartServer, () => server.restart()),
    registerCommand(commandIds.setUp, () => setUp(module)),
    registerCommand(commandIds.showCritical, showCritical),
    registerCommand(commandIds.showFailover, showFailover),
    registerCommand(commandIds.showNextStep, (sentence: string) => showNextStep(sentence, log)),
    registerCommand(commandIds.showOutput, () => {
      log.show();
    }),
    registerCommand(commandIds.toggle, toggle),
  ];
}

/** Applies the action of a kind to the file in the editor; VS Code says so where there is none. */
async function applyAction(kind: string): Promise<void> {
  await commands.executeCommand('editor.action.codeAction', { kind, apply: 'first' });
}

/** Says what an edit leaves to the user; the output has what was left out. */
async function showNextStep(sentence: string, log: LogOutputChannel): Promise<void> {
  const showOutput = 'Show Output';
  if ((await window.showInformationMessage(sentence, showOutput)) === showOutput) log.show();
}

async function moveWorkspaceToConfig(server: LanguageServer): Promise<void> {
  try {
    await server.request('workspace/executeCommand', { command: moveAllToConfigCommand, arguments: [] });
  } catch (error) {
    void window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}
