import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * Applies an edit to the files of the disk, as a careful editor does.
 *
 * @throws when a file that is to be created is there, or one that is to be edited is not
 */
export function applyEdit({ changes = {}, documentChanges = [] }: WorkspaceEdit): void {
  for (const [uri, edits] of Object.entries(changes)) editFile(uri, edits);
  for (const change of documentChanges) {
    if (!('kind' in change)) editFile(change.textDocument.uri, change.edits as TextEdit[]);
    else if (change.kind === 'create') createFile(change.uri);
    else throw new Error(`This is not expected: ${change.kind}.`);
  }
}

function createFile(uri: string): void {
  const path = fileURLToPath(uri);
  if (existsSync(path)) throw new Error(`${path} is there already.`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
}

function editFile(uri: string, edits: TextEdit[]): void {
  const path = fileURLToPath(uri);
  const document = TextDocument.create(uri, '', 0, readFileSync(path, 'utf8'));
  writeFileSync(path, TextDocument.applyEdits(document, edits));
}
