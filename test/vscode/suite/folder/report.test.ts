import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { action, findings, hasRule, open, ruleOf } from '../findings.ts';

const rule = 'no-hardcoded-region';

describe('a hard-coded region in the editor', () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await open('src/upload.ts');
  });

  it('is reported where it stands, with a link to its rule', async () => {
    const found = await findings(document, hasRule(rule));
    const [finding, ...others] = found.filter((each) => ruleOf(each) === rule);
    assert.ok(finding);
    assert.deepEqual(others, []);
    assert.equal(document.getText(finding.range), "'us-east-1'");
    assert.match(finding.message, /us-east-1/);
    const { target } = finding.code as { target: vscode.Uri };
    assert.match(target.toString(), /docs\/rules\/no-hardcoded-region\.md$/);
  });

  it('is reported no more while the extension is switched off', async () => {
    await vscode.commands.executeCommand('multiRegion.toggle');
    await findings(document, (all) => all.length === 0);
    await vscode.commands.executeCommand('multiRegion.toggle');
    await findings(document, hasRule(rule));
    assert.equal(vscode.workspace.getConfiguration('multiRegion').get('enable'), true);
  });

  it('is reported again after the server was restarted', async () => {
    await vscode.commands.executeCommand('multiRegion.restartServer');
    await findings(document, hasRule(rule));
  });

  it('is reported while it is typed, and no more when that is undone', async () => {
    const editor = await vscode.window.showTextDocument(document);
    const before = (await findings(document, hasRule(rule))).length;
    const text = "\nexport const more = new S3Client({ region: 'eu-west-1' });\n";
    await editor.edit((edit) => {
      edit.insert(document.lineAt(document.lineCount - 1).range.end, text);
    });
    await findings(document, (all) => all.some(({ message }) => message.includes('eu-west-1')));
    await vscode.commands.executeCommand('undo');
    await findings(document, (all) => all.length === before);
  });

  it('is gone after the quick fix that reads the region from the environment', async () => {
    const found = await findings(document, hasRule(rule));
    const finding = found.find((each) => ruleOf(each) === rule);
    assert.ok(finding);
    const { edit } = await action(
      document,
      finding.range,
      vscode.CodeActionKind.QuickFix,
      /process\.env\.AWS_REGION/,
    );
    assert.ok(edit);
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    assert.match(document.getText(), /process\.env\.AWS_REGION/);
    assert.doesNotMatch(document.getText(), /us-east-1/);
    await findings(document, (all) => all.length === 0);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await findings(document, hasRule(rule));
  });
});
