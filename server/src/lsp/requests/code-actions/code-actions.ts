import {
  CodeActionKind,
  LSPErrorCodes,
  ResponseError,
  type CodeAction,
  type CodeActionParams,
  type Command,
  type Connection,
  type Range,
  type ServerCapabilities,
  type TextDocuments,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileEdit } from '../../../lint/file-edit.ts';
import type { LintedFile } from '../../../lint/linted-file.ts';
import type { Finding } from '../../../lint/finding.ts';
import { readActionData, type ActionData } from './action-data.ts';
import type { ActionPlans } from './action-plans.ts';
import { createExtractActions, createFixAllActions } from './all-actions.ts';
import type { ClientAbilities } from '../../capabilities.ts';
import { extractKind, fixAllKind, isWanted, rewriteKind } from './code-action-kinds.ts';
import { getFilePath, type OpenFiles } from '../../documents/open-files.ts';
import {
  createDisableActions,
  createPageActions,
  createQuickFixes,
  type PlannedAction,
} from './quick-fixes.ts';
import type { ProjectContexts } from './project-contexts.ts';
import { createNextStepCommand, describeNextStep } from './next-step.ts';
import { canApply, toWorkspaceEdit } from './to-workspace-edit.ts';
import { createUpdateActions, planUpdate } from './update-action.ts';
import type { WorkspaceIndex } from '../../documents/workspace-index.ts';
import type { WorkspaceScan } from '../../documents/workspace-scan.ts';
import type { Validator } from '../../documents/validator.ts';

export interface CodeActionsInput {
  documents: TextDocuments<TextDocument>;
  open: OpenFiles;
  validator: Validator;
  contexts: ProjectContexts;
  plans: ActionPlans;
  client: ClientAbilities;
  index: WorkspaceIndex;
  scan: Pick<WorkspaceScan, 'isRunning'>;
}

/** Offers what can be done about findings; the edits are computed when one is chosen, where the client can wait. */
export function provideCodeActions(connection: Connection, input: CodeActionsInput): ServerCapabilities {
  const { documents, validator, client } = input;

  connection.onCodeAction(async (params): Promise<CodeAction[]> => {
    const document = documents.get(params.textDocument.uri);
    if (!document || !isAnyWanted(params.context.only)) return [];
    const file = await validator.getLinted(document);
    const { planned, pages } = file
      ? createActions(document, file, params, input)
      : { planned: [], pages: [] };
    planned.push(...offerUpdates(document, params, input));
    // A client that asks once is told all at once, and only what it can do.
    const complete = client.resolveEdits ? planned : await addEdits(planned, document, file, input);
    return [...complete, ...pages];
  });

  connection.onCodeActionResolve(async (action) => {
    const data = readActionData(action.data as unknown);
    const document = data && documents.get(data.uri);
    if (!data || !document) return action;
    if (document.version !== data.version) throw createMovedError();
    const edit = await createEdit(data, document, await validator.getLinted(document), input);
    return edit ? { ...action, ...edit } : action;
  });
  if (!client.codeActions) return {};
  const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind, extractKind, rewriteKind];
  return {
    codeActionProvider: { codeActionKinds, ...(client.resolveEdits && { resolveProvider: true }) },
  };
}

function isAnyWanted(only: readonly string[] | undefined): boolean {
  return [CodeActionKind.QuickFix, fixAllKind, extractKind, rewriteKind].some((kind) => isWanted(kind, only));
}

function createActions(
  document: TextDocument,
  file: LintedFile,
  { range, context: { diagnostics, only } }: CodeActionParams,
  { contexts, client, scan, index }: CodeActionsInput,
): { planned: PlannedAction[]; pages: CodeAction[] } {
  const context = contexts.createContext(file.path);
  const touched = file.findings.filter((finding) => touches(finding, range, document));
  // Whether any file but this one has findings, as far as is known.
  const hasOthers = scan.isRunning || index.countFindings() > (index.get(file.path)?.findings ?? 0);
  const areFixesWanted = isWanted(CodeActionKind.QuickFix, only);
  // In a menu for a place, what is about the whole file comes only where there is something of ours; and what is
  // about saving, not at all.
  const isExtractWanted = isWanted(extractKind, only) && (only !== undefined || touched.length > 0);
  const candidates = touched.length > 0 ? touched : file.findings;
  const isFixAllWanted = only !== undefined && isWanted(fixAllKind, only);
  return {
    planned: [
      ...(areFixesWanted
        ? [
            ...createQuickFixes(document, file, touched, diagnostics, context),
            ...createDisableActions(document, file, touched, diagnostics),
          ]
        : []),
      ...(isExtractWanted ? createExtractActions(document, file, context, candidates, !hasOthers) : []),
      ...(isFixAllWanted ? createFixAllActions(document, file, context) : []),
    ],
    pages: areFixesWanted && client.showDocument ? createPageActions(touched, diagnostics) : [],
  };
}

function offerUpdates(
  document: TextDocument,
  { range, context: { only } }: CodeActionParams,
  { contexts }: CodeActionsInput,
): PlannedAction[] {
  const path = getFilePath(document.uri);
  if (path === undefined || !isWanted(rewriteKind, only)) return [];
  return createUpdateActions(document, path, range, contexts.createContext(path));
}

async function addEdits(
  actions: readonly PlannedAction[],
  document: TextDocument,
  file: LintedFile | undefined,
  input: CodeActionsInput,
): Promise<CodeAction[]> {
  const complete: CodeAction[] = [];
  for (const action of actions) {
    // The edits of a whole workspace take too long to compute them for a menu.
    const isAsked = action.data.scope !== 'workspace';
    const edit = isAsked
      ? await createEdit(action.data, document, file, input).catch(ignoreRefusal)
      : undefined;
    if (edit) complete.push({ ...withoutData(action), ...edit });
  }
  return complete;
}

/** What may not be done is not offered to who asks once. */
function ignoreRefusal(error: unknown): undefined {
  if (!(error instanceof ResponseError)) throw error;
}

function withoutData({ title, kind, diagnostics, isPreferred }: PlannedAction): CodeAction {
  return {
    title,
    ...(kind !== undefined && { kind }),
    ...(diagnostics && { diagnostics }),
    ...(isPreferred !== undefined && { isPreferred }),
  };
}

/** @returns with a command that says what to set afterwards; undefined when there is nothing to edit, or the client cannot do it */
async function createEdit(
  data: ActionData,
  document: TextDocument,
  file: LintedFile | undefined,
  input: CodeActionsInput,
): Promise<{ edit: WorkspaceEdit; command?: Command } | undefined> {
  const { open, client } = input;
  const files = await planEdits(data, document, file, input);
  if (files.length === 0 || !canApply(files, client)) return undefined;
  const edit = toWorkspaceEdit(files, {
    open,
    client,
    needsConfirmation: data.scope === 'workspace',
    // Where the reason is to be written.
    cursorAfter: client.snippetEdits ? '-- reason:' : undefined,
  });
  const next = client.resolveCommands ? describeNextStep(files) : undefined;
  return { edit, ...(next !== undefined && { command: createNextStepCommand(next) }) };
}

async function planEdits(
  { scope, ...data }: ActionData,
  document: TextDocument,
  file: LintedFile | undefined,
  { plans, contexts }: CodeActionsInput,
): Promise<readonly FileEdit[]> {
  if (scope === 'updateFailover') {
    const path = getFilePath(document.uri);
    return path === undefined ? [] : planUpdate(document, path, contexts.createContext(path));
  }
  if (!file) throw createMovedError();
  return (await plans.plan({ ...data, scope }, file)).files;
}

function touches({ range: [start, end] }: Finding, range: Range, document: TextDocument): boolean {
  return start <= document.offsetAt(range.end) && end >= document.offsetAt(range.start);
}

function createMovedError(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The document was changed meanwhile. Try again.');
}
