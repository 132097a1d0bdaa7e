import assert from 'node:assert/strict';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';

const rule = 'multi-region/no-hardcoded-region';

describe('a hard-coded region in the editor', () => {
  let document: vscode.TextDocument;

  before(async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? assert.fail('no folder is open');
    document = await vscode.workspace.openTextDocument(path.join(folder, 'src/upload.ts'));
    await vscode.window.showTextDocument(document);
  });

  it('is reported where it stands, with a link to its rule', async () => {
    const [finding, ...others] = await findings(document, (all) => all.length > 0);
    assert.ok(finding);
    assert.deepEqual(others, []);
    assert.match(document.getText(finding.range), /us-east-1/);
    assert.match(finding.message, /us-east-1/);
    const { target } = finding.code as { target: vscode.Uri };
    assert.match(target.toString(), /docs\/rules\/no-hardcoded-region\.md$/);
  });

  it('is reported no more while the extension is disabled', async () => {
    const settings = vscode.workspace.getConfiguration('multiRegion');
    await settings.update('enable', false, vscode.ConfigurationTarget.Global);
    await findings(document, (all) => all.length === 0);
    await settings.update('enable', undefined, vscode.ConfigurationTarget.Global);
    await findings(document, (all) => all.length > 0);
  });

  it('is reported again after the server was restarted', async () => {
    await vscode.commands.executeCommand('multiRegion.restartServer');
    await findings(document, (all) => all.length > 0);
  });

  it('is gone after the quick fix that reads the region from the environment', async () => {
    const [finding] = await findings(document, (all) => all.length > 0);
    assert.ok(finding);
    const action = await quickFix(document, finding.range, 'process.env.AWS_REGION');
    assert.ok(action.edit);
    assert.equal(await vscode.workspace.applyEdit(action.edit), true);
    assert.match(document.getText(), /process\.env\.AWS_REGION/);
    assert.doesNotMatch(document.getText(), /us-east-1/);
    await findings(document, (all) => all.length === 0);
  });
});

/** Waits until the findings of the rule in a document are as wanted; the test's timeout ends the wait. */
async function findings(document: vscode.TextDocument, wanted: (all: vscode.Diagnostic[]) => boolean) {
  const current = () => vscode.languages.getDiagnostics(document.uri).filter((each) => codeOf(each) === rule);
  if (wanted(current())) return current();
  return new Promise<vscode.Diagnostic[]>((resolve) => {
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      if (!wanted(current())) return;
      listener.dispose();
      resolve(current());
    });
  });
}

/**
 * Asks for the quick fix whose title contains `title`. VS Code cancels such requests while another extension registers
 * a provider, and then answers with nothing, so it is asked again.
 */
async function quickFix(document: vscode.TextDocument, range: vscode.Range, title: string) {
  for (let attempt = 0; attempt < 50; attempt++) {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const action = actions.find((each) => each.title.includes(title));
    if (action) return action;
    await setTimeout(200);
  }
  return assert.fail(`no quick fix with "${title}" was offered`);
}

function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}
