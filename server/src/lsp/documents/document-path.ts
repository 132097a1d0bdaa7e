import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { languages } from 'eslint-plugin-multi-region/languages';
import { URI } from 'vscode-uri';
import { isLintableName, isSkippedFolder } from '../../files/source-names.ts';

const endings = new Map(languages.flatMap(({ editorIds }) => Object.entries(editorIds)));

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
  const ending = endings.get(languageId);
  if (ending === undefined) return undefined;
  const parsed = URI.parse(uri);
  const path = parsed.scheme === 'file' ? parsed.fsPath : join(fallbackFolder, basename(parsed.path));
  if (path.split(/[\\/]/u).some(isSkippedFolder)) return undefined;
  return isLintableName(path) || path.endsWith('.ts') ? path : path + ending;
}
