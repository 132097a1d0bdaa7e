import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, findings, open } from '../findings.ts';

// The first file of the suite: nothing has been opened yet.
describe('the extension', () => {
  const extension = vscode.extensions.getExtension('multi-region.vscode-multi-region');

  it('sleeps where there is no JavaScript or TypeScript', async () => {
    assert.ok(extension);
    await open('notes.md');
    const { uri } = vscode.window.activeTextEditor?.document ?? assert.fail();
    await ask(
      () => vscode.commands.executeCommand('vscode.executeHoverProvider', uri, new vscode.Position(0, 0)),
      () => true,
    );
    assert.equal(extension.isActive, false);
  });

  it('wakes up when a TypeScript file is opened', async () => {
    const document = await open('src/upload.ts');
    await ask(
      () => Promise.resolve(extension?.isActive),
      (isActive) => isActive === true,
    );
    await findings(document, (all) => all.length > 0);
  });

  it('has a command for each that it lists', async () => {
    const manifest = extension?.packageJSON as { contributes: { commands: { command: string }[] } };
    const known = new Set(await vscode.commands.getCommands(true));
    const listed = manifest.contributes.commands.map(({ command }) => command);
    assert.deepEqual(
      listed.filter((command) => !known.has(command)),
      [],
    );
  });
});
