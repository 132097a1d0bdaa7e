import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, open } from '../findings.ts';

describe('what the editor says of a region', () => {
  let document: vscode.TextDocument;
  let following: vscode.TextDocument;

  before(async () => {
    document = await open('src/upload.ts');
    // No finding speaks of its client.
    following = await open('src/mails.ts');
  });

  after(async () => {
    await vscode.workspace.getConfiguration('multiRegion').update('codeLens.enable', undefined, true);
  });

  it('a hover names the place, the partition, and what depends on it', async () => {
    const position = document.positionAt(document.getText().indexOf('us-east-1') + 2);
    const texts = await ask(
      async () => {
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          position,
        );
        return hovers.flatMap(({ contents }) =>
          contents.map((content) => (content as vscode.MarkdownString).value),
        );
      },
      (all) => all.some((text) => text.includes('1 place in 1 file')),
    );
    const text = texts.find((each) => each.includes('us-east-1'));
    assert.match(text ?? '', /\*\*us-east-1\*\*.*Virginia/);
    assert.match(text ?? '', /src\/upload\.ts:3/);
  });

  const lenses = () =>
    vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', following.uri, 10);

  it('a code lens over a client names its region and its failover', async () => {
    const [lens] = await ask(lenses, (all) => all.length > 0);
    assert.equal(lens?.command?.title, 'follows the deployment');
  });

  it('the lens is gone while its setting is off', async () => {
    const settings = vscode.workspace.getConfiguration('multiRegion');
    await settings.update('codeLens.enable', false, true);
    await ask(lenses, (all) => all.length === 0);
    await settings.update('codeLens.enable', undefined, true);
    await ask(lenses, (all) => all.length > 0);
  });
});
