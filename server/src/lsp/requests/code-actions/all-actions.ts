import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LintedFile } from '../../../lint/linted-file.ts';
import type { ProjectContext } from '../../../project/project-context.ts';
import type { Finding } from '../../../lint/finding.ts';
import { isMovable, isSafe } from './all-findings.ts';
import { extractKind, fixAllKind } from './code-action-kinds.ts';
import type { PlannedAction } from './quick-fixes.ts';

/** All safe edits of a file in one action; none where there are none. */
export function createFixAllActions(
  { uri, version }: TextDocument,
  file: LintedFile,
  context: ProjectContext,
): PlannedAction[] {
  if (!file.findings.some((finding) => isSafe(file, finding, context))) return [];
  const title = 'Fix all safe problems';
  return [{ title, kind: fixAllKind, data: { uri, version, scope: 'fixAll' } }];
}

/**
 * All regions of a file in one action, and all of the workspace in another.
 *
 * @param candidates where none of these can be moved, nothing is offered
 * @param isAlone whether no other file has findings
 */
export function createExtractActions(
  { uri, version }: TextDocument,
  file: LintedFile,
  context: ProjectContext,
  candidates: readonly Finding[],
  isAlone: boolean,
): PlannedAction[] {
  if (!candidates.some((finding) => isMovable(file, finding, context))) return [];
  const ofFile: PlannedAction = {
    title: 'Move all regions in this file to config',
    kind: extractKind,
    data: { uri, version, scope: 'file' },
  };
  const ofWorkspace: PlannedAction = {
    title: 'Move all regions in the workspace to config',
    kind: extractKind,
    data: { uri, version, scope: 'workspace' },
  };
  return isAlone ? [ofFile] : [ofFile, ofWorkspace];
}
