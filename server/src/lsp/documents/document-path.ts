import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { isLintableName, isSkippedFolder } from '../../files/source-names.ts';

const extensions = new Map([
  ['javascript', '.js'],
  ['javascriptreact', '.jsx'],
  ['typescript', '.ts'],
  ['typescriptreact', '.tsx'],
  // Linted where an ESLint config says how to read them.
  ['astro', '.astro'],
  ['svelte', '.svelte'],
  ['vue', '.vue'],
]);

/**
 * The path under which a document is linted: its own, or for one that is not saved a name that says its
 * language.
 *
 * @param fallbackFolder where documents without a path are taken to be
 * @returns absolute; undefined for what is not linted: other languages, and the code of dependencies
 */
export function getDocumentPath(
  { uri, languageId }: Pick<TextDocument, 'languageId' | 'uri'>,
  fallbackFolder = tmpdir(),
): string | undefined {
  const extension = extensions.get(languageId);
  if (extension === undefined) return undefined;
  const parsed = URI.parse(uri);
  const path = parsed.scheme === 'file' ? parsed.fsPath : join(fallbackFolder, basename(parsed.path));
  if (path.split(/[\\/]/u).some(isSkippedFolder)) return undefined;
  return isLintableName(path) || path.endsWith('.ts') ? path : path + extension;
}
