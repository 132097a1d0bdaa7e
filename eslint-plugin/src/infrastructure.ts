// The package's entry `eslint-plugin-multi-region/infrastructure`: the plugin for code and for documents alike. Its parsers
// are loaded with it, and with nothing else of the package.
import type { ESLint, Linter } from 'eslint';
import { createPlugin, type Plugin } from './create-plugin.ts';
import { documents } from './languages/documents/documents.ts';
import { type DocumentFormat, formats } from './languages/documents/document-names.ts';
import { createEslintLanguage } from './languages/documents/eslint-language.ts';
import { ecmascript } from './languages/ecmascript/ecmascript.ts';

export { documents } from './languages/documents/documents.ts';
export { createDocumentSource } from './languages/documents/document-source.ts';
export { getDocumentType } from './languages/documents/document-kind.ts';
export { readDocument } from './languages/documents/read-document.ts';

interface InfrastructurePlugin extends Plugin {
  languages: NonNullable<ESLint.Plugin['languages']>;
  configs: Plugin['configs'] & { infrastructure: Linter.Config[] };
}

const base = createPlugin([ecmascript, documents]);

const plugin = Object.assign(base, {
  languages: Object.fromEntries(
    Object.entries(formats).map(([format, { language }]) => [
      language,
      createEslintLanguage(format as DocumentFormat),
    ]),
  ),
}) as InfrastructurePlugin;

Object.defineProperty(plugin.configs, 'infrastructure', {
  enumerable: true,
  get: (): Linter.Config[] =>
    Object.values(formats).map(({ language, linted }) => ({
      ...base.configs.recommended,
      name: `multi-region/infrastructure/${language}`,
      files: [...linted],
      language: `multi-region/${language}`,
    })),
});

export default plugin;
