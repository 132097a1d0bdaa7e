import { Range, commands, window, workspace, type CodeAction } from 'vscode';

const kind = 'source.fixAll.multiRegion';

/** Makes all edits of the open file after which the program surely does what it did, and says what was done. */
export async function fixAllSafely(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) return;
  const whole = new Range(0, 0, document.lineCount, 0);
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    kind,
    1,
  );
  const edit = actions.find((action) => action.kind?.value === kind)?.edit;
  if (!edit) {
    void window.showInformationMessage(
      'Multi-Region found nothing in this file that is safe to fix without a decision of yours. The light bulb has the other fixes.',
    );
    return;
  }
  const count = edit.get(document.uri).length;
  if (await workspace.applyEdit(edit))
    void window.showInformationMessage(
      `Multi-Region made ${count} ${count === 1 ? 'edit' : 'edits'}. Undo takes them back.`,
    );
}
