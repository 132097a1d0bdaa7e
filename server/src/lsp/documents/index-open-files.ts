import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { getFilePath } from './open-files.ts';
import { isInside } from '../../files/inside.ts';
import type { Roots } from '../roots.ts';
import type { Validator } from './validator.ts';
import type { WorkspaceIndex } from './workspace-index.ts';
import type { WorkspaceScan } from './workspace-scan.ts';

/** Keeps the index at what open documents say; when one is closed, its file counts again. */
export function indexOpenFiles({
  documents,
  validator,
  index,
  scan,
  roots,
}: {
  documents: TextDocuments<TextDocument>;
  validator: Validator;
  index: WorkspaceIndex;
  scan: WorkspaceScan;
  roots: Roots;
}): void {
  /** Files outside the open folders are none of the workspace's. */
  const getOwnPath = (uri: string) => {
    const path = getFilePath(uri);
    return path !== undefined && roots.getAll().some((root) => isInside(root, path)) ? path : undefined;
  };
  validator.onDidValidate(({ document: { uri }, validation }) => {
    const path = getOwnPath(uri);
    if (path === undefined) return;
    const isEmpty = validation.places.length + validation.findings === 0;
    index.set(path, isEmpty ? undefined : validation);
  });
  documents.onDidClose(({ document: { uri } }) => {
    validator.forget(uri);
    const path = getOwnPath(uri);
    if (path !== undefined) scan.update([path]);
  });
}
