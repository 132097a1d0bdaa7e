import assert from 'node:assert/strict';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';

/** Opens a file of a workspace folder in an editor. */
export async function open(name: string, folder = 0): Promise<vscode.TextDocument> {
  const root = vscode.workspace.workspaceFolders?.[folder]?.uri.fsPath ?? assert.fail('no folder is open');
  const document = await vscode.workspace.openTextDocument(path.join(root, name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Of `multi-region/no-hardcoded-region`: `no-hardcoded-region`. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code).replace('multi-region/', '');
}

/** Waits until what this extension shows for a document is as wanted; the test's timeout ends the wait. */
export async function findings(
  { uri }: Pick<vscode.TextDocument, 'uri'>,
  wanted: (all: readonly vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  const current = () =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'multi-region');
  if (wanted(current())) return current();
  return new Promise<vscode.Diagnostic[]>((resolve) => {
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      if (!wanted(current())) return;
      listener.dispose();
      resolve(current());
    });
  });
}

/** For `findings`: there is one of the rule. */
export function hasRule(rule: string): (all: readonly vscode.Diagnostic[]) => boolean {
  return (all) => all.some((each) => ruleOf(each) === rule);
}

/**
 * Asks something again until the answer is as wanted. VS Code cancels requests while an extension registers a
 * provider or the server restarts, and then answers with nothing, or with an error whose name is `Canceled`.
 */
export async function ask<T>(question: () => Thenable<T>, wanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    try {
      const answer = await question();
      if (wanted(answer)) return answer;
    } catch (error) {
      if (!isCancellation(error)) throw error;
    }
    await setTimeout(100);
  }
}

function isCancellation(error: unknown): boolean {
  return error instanceof Error && [error.name, error.message].includes('Canceled');
}

/** Asks for the code action of a kind whose title matches. */
export async function action(
  { uri }: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
  title: RegExp,
): Promise<vscode.CodeAction> {
  const actions = await ask(
    () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        range,
        kind.value,
        20, // so many are resolved
      ),
    (all) => all.some((each) => title.test(each.title)),
  );
  return actions.find((each) => title.test(each.title)) ?? assert.fail();
}
