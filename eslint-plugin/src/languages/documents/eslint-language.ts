import type { ESLint } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createDocumentSource } from './document-source.ts';
import type { DocumentFormat } from './document-kind.ts';
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

/** The other files of a module of Terraform. What cannot be read is left out. */
function* readModuleFiles(path: string): Generator<{ path: string; text: string }> {
  const folder = dirname(path);
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    if (!/\.(?:tf|tofu)$/.test(name) || name === basename(path)) continue;
    try {
      yield { path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') };
    } catch {
      // It says nothing of the module then.
    }
  }
}
