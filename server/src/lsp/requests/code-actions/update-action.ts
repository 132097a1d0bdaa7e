import { basename } from 'node:path';
import type { Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileEdit } from '../../../lint/file-edit.ts';
import type { ProjectContext } from '../../../project/project-context.ts';
import { wrapperName } from '../../../fixes/second-region/failover-module.ts';
import {
  failoverVersion,
  findImportedFailover,
  findOldFailover,
  updateFailover,
  type OldFailover,
} from '../../../fixes/second-region/update-failover.ts';
import { rewriteKind } from './code-action-kinds.ts';
import type { PlannedAction } from './quick-fixes.ts';

/**
 * Offers the newest `withRegionFailover` where an older one is used, and at the top of its own file.
 *
 * @param path absolute
 */
export function createUpdateActions(
  document: TextDocument,
  path: string,
  { start, end }: Range,
  context: ProjectContext,
): PlannedAction[] {
  const { uri, version } = document;
  const lines = { start: { line: start.line, character: 0 }, end: { line: end.line + 1, character: 0 } };
  const isMeant = start.line < 3 || document.getText(lines).includes(wrapperName);
  const old = isMeant ? findOld(document, path, context) : undefined;
  if (!old) return [];
  const loss = old.isChanged ? ', which undoes your changes in it' : '';
  const title = `Update ${basename(old.path)} from version ${old.version} to ${failoverVersion}${loss}`;
  return [{ title, kind: rewriteKind, data: { uri, version, scope: 'updateFailover' } }];
}

/** The edit of that action; none where the file is new meanwhile. */
export function planUpdate(document: TextDocument, path: string, context: ProjectContext): FileEdit[] {
  const old = findOld(document, path, context);
  return old ? [updateFailover(old, context)] : [];
}

function findOld(document: TextDocument, path: string, { files }: ProjectContext): OldFailover | undefined {
  const text = document.getText();
  return findOldFailover(path, text) ?? findImportedFailover(path, text, files);
}
