import { Range, Uri, languages, window, type Diagnostic } from 'vscode';
import { openPlace } from './audit/open-place.ts';
import { requestAudit } from './audit/request-audit.ts';
import type { LanguageServer } from './language-server.ts';

/** Goes to the next finding: behind the cursor, in another open file, or the first that an audit of the workspace has. */
export async function goToFinding(server: LanguageServer): Promise<void> {
  const all = languages
    .getDiagnostics()
    .flatMap(([uri, diagnostics]) => diagnostics.filter(isOurs).map(({ range }) => ({ uri, range })));
  const next = findNext(all) ?? all[0];
  if (next) {
    await openPlace(String(next.uri), next.range.start.line + 1, next.range.start.character + 1);
    return;
  }
  try {
    const { findings } = await requestAudit(server);
    const [first] = findings;
    if (first)
      await openPlace(
        String(Uri.joinPath(Uri.parse(first.folder), first.pathInFolder)),
        first.line,
        first.column,
      );
    else void window.showInformationMessage('Multi-Region found nothing in this workspace.');
  } catch (error) {
    void window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

function findNext(all: readonly { uri: Uri; range: Range }[]): { uri: Uri; range: Range } | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const here = all
    .filter(({ uri }) => String(uri) === String(editor.document.uri))
    .sort((a, b) => a.range.start.compareTo(b.range.start));
  return here.find(({ range }) => range.start.isAfter(editor.selection.active)) ?? here[0];
}

function isOurs({ code }: Diagnostic): boolean {
  return typeof code === 'object' && String(code.value).startsWith('multi-region/');
}
