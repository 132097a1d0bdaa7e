import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, findings, hasRule, open } from '../findings.ts';

describe('the settings', () => {
  const settings = () => vscode.workspace.getConfiguration('multiRegion');

  after(async () => {
    await settings().update('run', undefined, true);
    await settings().update('codeLens.enable', undefined, true);
    await settings().update('diagnostics.scope', undefined, true);
  });

  it('run: files are checked when they are saved', async () => {
    const document = await open('src/upload.ts');
    const editor = vscode.window.activeTextEditor ?? assert.fail();
    const before = (await findings(document, hasRule('no-hardcoded-region'))).length;
    await settings().update('run', 'onSave', true);
    // When the lens is gone, the server has read the settings.
    await settings().update('codeLens.enable', false, true);
    await ask(
      () => vscode.commands.executeCommand<unknown[]>('vscode.executeCodeLensProvider', document.uri),
      (lenses) => lenses.length === 0,
    );
    await hover(document);
    const text = "export const more = new S3Client({ region: 'eu-west-1' });\n";
    await editor.edit((edit) => {
      edit.insert(document.lineAt(document.lineCount - 1).range.end, text);
    });
    // Asked for after the edit, so that the server has seen it.
    await hover(document);
    assert.equal((await findings(document, () => true)).length, before);
    await document.save();
    await findings(document, (all) => all.some(({ message }) => message.includes('eu-west-1')));
    await vscode.commands.executeCommand('undo');
    await document.save();
    await findings(document, (all) => all.length === before);
  });

  it('diagnostics.scope: files that are not open are reported, too', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, 'src/closed.ts');
    const text =
      "import { SQSClient } from '@aws-sdk/client-sqs';\nnew SQSClient({ region: 'eu-west-1' });\n";
    await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
    assert.deepEqual(await findings({ uri }, () => true), []);
    await settings().update('diagnostics.scope', 'workspace', true);
    await findings({ uri }, hasRule('no-hardcoded-region'));
    await settings().update('diagnostics.scope', undefined, true);
    await findings({ uri }, (all) => all.length === 0);
    await vscode.workspace.fs.delete(uri);
  });

  it('diagnostics.scope: files are reported no more when they are closed', async () => {
    const document = await open('src/upload.ts');
    await findings(document, hasRule('no-hardcoded-region'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await findings(document, (all) => all.length === 0);
  });

  async function hover({ uri }: vscode.TextDocument): Promise<void> {
    const position = new vscode.Position(2, 40);
    await ask(
      () => vscode.commands.executeCommand('vscode.executeHoverProvider', uri, position),
      () => true,
    );
  }
});
