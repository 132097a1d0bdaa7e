// The package's entry `eslint-plugin-multi-region/infrastructure`: the plugin for code and for documents alike. Its parsers
// are loaded with it, and with nothing else of the package.
import type { ESLint, Linter } from 'eslint';
import { createPlugin, type Plugin } from './create-plugin.ts';
import { documents } from './languages/documents/documents.ts';
import type { DocumentFormat } from './languages/documents/document-kind.ts';
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

/** The names of ESLint's languages, with the files that a config gives to each. */
const languageFiles: Record<DocumentFormat, { language: string; files: string[] }> = {
  hcl: { language: 'hcl', files: ['**/*.tf', '**/*.tofu', '**/*.tfvars', '**/*.hcl'] },
  yaml: {
    language: 'yaml',
    files: [
      '**/serverless*.{yml,yaml}',
      '**/template*.{yml,yaml}',
      '**/*.{template,cfn}.{yml,yaml,json}',
      '**/*.template',
      '**/{cloudformation,cfn,templates,infrastructure,infra}/**/*.{yml,yaml}',
    ],
  },
  dockerfile: { language: 'dockerfile', files: ['**/Dockerfile', '**/Dockerfile.*', '**/*.dockerfile'] },
  lines: { language: 'dotenv', files: ['**/.env', '**/.env.*', '**/samconfig*.toml'] },
};

const base = createPlugin([ecmascript, documents]);

const plugin = Object.assign(base, {
  languages: Object.fromEntries(
    Object.entries(languageFiles).map(([format, { language }]) => [
      language,
      createEslintLanguage(format as DocumentFormat),
    ]),
  ),
}) as InfrastructurePlugin;

Object.defineProperty(plugin.configs, 'infrastructure', {
  enumerable: true,
  get: (): Linter.Config[] =>
    Object.values(languageFiles).map(({ language, files }) => ({
      ...base.configs.recommended,
      name: `multi-region/infrastructure/${language}`,
      files,
      language: `multi-region/${language}`,
    })),
});

export default plugin;
