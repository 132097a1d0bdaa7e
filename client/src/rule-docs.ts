import { env, languages, window, type Diagnostic, type Uri } from 'vscode';

/** Opens the page of the rule that reports something at the cursor, or anywhere in the file. */
export async function openRuleDocs(): Promise<void> {
  const editor = window.activeTextEditor;
  const all = editor ? languages.getDiagnostics(editor.document.uri).filter(hasPage) : [];
  const here = all.filter(({ range }) => editor && range.intersection(editor.selection));
  const pages = new Map((here.length > 0 ? here : all).map(({ code }) => [String(code.value), code.target]));
  const names = [...pages.keys()].sort();
  if (names.length === 0) {
    void window.showInformationMessage('Multi-Region reports nothing in this file.');
    return;
  }
  const name = names.length > 1 ? await window.showQuickPick(names, { title: 'Open Rule Docs' }) : names[0];
  const page = name === undefined ? undefined : pages.get(name);
  if (page) await env.openExternal(page);
}

type WithPage = Diagnostic & { code: { value: number | string; target: Uri } };

/** Whoever shows it: the ESLint extension links the same page. */
function hasPage(diagnostic: Diagnostic): diagnostic is WithPage {
  const { code } = diagnostic;
  return typeof code === 'object' && String(code.value).startsWith('multi-region/');
}
