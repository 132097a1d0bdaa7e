import { Position, Range, Uri, ViewColumn, window, workspace } from 'vscode';

/**
 * Opens a file at a place.
 *
 * @param uri of the file
 * @param line from 1
 * @param column from 1
 */
export async function openPlace(uri: string, line: number, column: number): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const start = new Position(line - 1, column - 1);
  await window.showTextDocument(document, {
    viewColumn: ViewColumn.Active,
    selection: new Range(start, start),
  });
}
