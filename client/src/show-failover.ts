import { Position, Selection, Uri, commands, window, workspace } from 'vscode';

/**
 * Shows what can be done about a client: the menu of the light bulb, where the client is built.
 *
 * @param uri of the document
 * @param position as the server counts, which is as VS Code does
 */
export async function showFailover(uri: string, { line, character }: Place): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const at = new Position(line, character);
  await window.showTextDocument(document, { selection: new Selection(at, at) });
  await commands.executeCommand('editor.action.quickFix');
}

interface Place {
  line: number;
  character: number;
}
