import type { ESLint } from 'eslint';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createDocumentSource } from './document-source.ts';
import type { DocumentFormat } from './document-names.ts';
import { readDocument } from './read-document.ts';

type EslintLanguage = NonNullable<ESLint.Plugin['languages']>[string];

/** Makes a language for ESLint: a document in one format, of which rules see the text and the comments. */
export function createEslintLanguage(format: DocumentFormat): EslintLanguage {
  const language = {
    fileType: 'text',
    lineStart: 1,
    columnStart: 0,
    nodeTypeKey: 'type',
    visitorKeys: { Program: [] },
    validateLanguageOptions: () => undefined,
    parse(file: { body: string | Uint8Array }) {
      return { ok: true, ast: readDocument(String(file.body), format).comments };
    },
    createSourceCode(
      file: { body: string | Uint8Array; path: string },
      { ast }: { ast: Parameters<typeof createDocumentSource>[1] },
    ) {
      const getSiblings = format === 'hcl' ? () => readModuleFiles(file.path) : undefined;
      return createDocumentSource(String(file.body), ast, getSiblings);
    },
  };
  return language as unknown as EslintLanguage;
}

const largestFile = 1024 * 1024;
/** No module has more; each of its files asks for all. */
const mostFiles = 200;

/** The other files of a module of Terraform. What cannot be read is left out. */
function* readModuleFiles(path: string): Generator<{ path: string; text: string }> {
  const folder = dirname(path);
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => /\.(?:tf|tofu)$/.test(name));
  } catch {
    return;
  }
  for (const name of names.slice(0, mostFiles)) {
    if (name === basename(path)) continue;
    try {
      const path = join(folder, name);
      const stats = statSync(path);
      // A pipe would be waited for.
      if (stats.isFile() && stats.size <= largestFile) yield { path, text: readFileSync(path, 'utf8') };
    } catch {
      // It says nothing of the module then.
    }
  }
}
