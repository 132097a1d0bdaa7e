import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { action, ask, findings, hasRule, open, ruleOf } from '../findings.ts';

const rule = 'no-hardcoded-region';

describe('moving regions into config', () => {
  // Before the module is opened below: what is open counts, though its file is deleted.
  it('fix all takes a region from a module that holds it already', async () => {
    const document = await open('src/upload.ts');
    await findings(document, hasRule(rule));
    const config = vscode.Uri.joinPath(document.uri, '../config');
    const text = "export const regions = { primary: 'us-east-1' };\n";
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(config, 'regions.ts'), Buffer.from(text));
    await ask(
      async () => {
        await vscode.commands.executeCommand('multiRegion.fixAll');
        return document.getText();
      },
      (fixed) => fixed.includes('region: regions.primary'),
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.workspace.fs.delete(config, { recursive: true });
    await findings(document, hasRule(rule));
  });

  it('edits the file, adds the import, and creates the module', async () => {
    const document = await open('src/upload.ts');
    const found = await findings(document, hasRule(rule));
    const finding = found.find((each) => ruleOf(each) === rule);
    assert.ok(finding);
    const { edit } = await action(
      document,
      finding.range,
      vscode.CodeActionKind.QuickFix,
      /^Move 'us-east-1' to/,
    );
    assert.ok(edit);
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    assert.match(document.getText(), /import \{ regions \} from '\.\/config\/regions(\.js)?';/);
    assert.match(document.getText(), /region: regions\.\w+/);
    await findings(document, (all) => !hasRule(rule)(all));
    const [module] = await ask(
      () => vscode.workspace.findFiles('src/config/regions.ts'),
      (files) => files.length === 1,
    );
    assert.ok(module);
    assert.match(
      (await vscode.workspace.openTextDocument(module)).getText(),
      /process\.env\.PRIMARY_REGION \?\? 'us-east-1'/,
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(module, '..'), { recursive: true });
    await findings(document, hasRule(rule));
  });
});
