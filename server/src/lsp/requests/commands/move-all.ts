import { printable } from '../../../printing/printable.ts';
import type { CancellationToken, Connection, RemoteConsole } from 'vscode-languageserver/node';
import { combinePlans } from '../../../fixes/combine-plans.ts';
import { planEdits } from '../../../fixes/plan-edits.ts';
import type { EditPlan } from '../../../fixes/fix.ts';
import type { ClientAbilities } from '../../capabilities.ts';
import type { OpenFiles } from '../../documents/open-files.ts';
import type { Roots } from '../../roots.ts';
import { showMessage } from '../../show-message.ts';
import type { FilesCheck } from '../code-actions/check-files.ts';
import type { ProjectContexts } from '../code-actions/project-contexts.ts';
import { canApply, toWorkspaceEdit } from '../code-actions/to-workspace-edit.ts';
import type { WorkspaceTargets } from '../../documents/workspace-targets.ts';

export interface MoveAllInput {
  connection: Connection;
  client: ClientAbilities;
  roots: Roots;
  open: OpenFiles;
  contexts: ProjectContexts;
  targets: WorkspaceTargets;
  checkFiles: FilesCheck;
}

/** Moves all regions of the open folders into config: one edit, which the editor shows first where it can. */
export async function moveAllToConfig(input: MoveAllInput, token: CancellationToken): Promise<void> {
  const { connection, client, roots, open } = input;
  const plan = combinePlans(await Promise.all(roots.getAll().map((root) => planRoot(root, input, token))));
  const { files, done, refused } = plan;
  if (token.isCancellationRequested) return;
  logRefused(plan, connection.console);
  if (files.length === 0) {
    const reason = refused.length > 0 ? ' The output says why.' : '';
    showMessage(connection, 'info', `There is no region that can be moved into config.${reason}`);
    return;
  }
  if (!client.applyEdit || !canApply(files, client)) {
    showMessage(
      connection,
      'warning',
      "This editor cannot create files in an edit. Run 'multi-region fix' on the command line instead.",
    );
    return;
  }
  const edit = toWorkspaceEdit(files, { open, client, needsConfirmation: true });
  const { applied } = await connection.workspace.applyEdit({ label: 'Move regions to config', edit });
  if (!applied || refused.length === 0) return;
  showMessage(
    connection,
    'info',
    `Of ${done.length + refused.length} findings, ${refused.length} ${refused.length === 1 ? 'was' : 'were'} left alone. The output says why.`,
  );
}

async function planRoot(
  root: string,
  { contexts, targets, checkFiles }: MoveAllInput,
  token: CancellationToken,
): Promise<EditPlan> {
  const context = { ...contexts.createContext(root), root };
  const plan = await planEdits({ kind: 'move-to-config' }, await targets.collect(root, token), context);
  checkFiles(plan.files, root);
  return plan;
}

function logRefused({ refused }: EditPlan, console: Pick<RemoteConsole, 'log'>): void {
  for (const { finding, reason } of refused) {
    console.log(printable(`${finding.path}:${finding.line}:${finding.column}: left alone: ${reason}`));
  }
}
