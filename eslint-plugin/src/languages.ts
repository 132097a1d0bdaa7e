// The package's entry `eslint-plugin-multi-region/languages`: the languages that facts are read from, with their parsers.
export { findEmbeddedLanguage, findLanguage } from './languages/find-language.ts';
export type { Language, LanguageFiles } from './languages/language.ts';
export { documentNames } from './languages/documents/document-names.ts';
export { languages } from './languages/languages.ts';
export type { SourceText } from './languages/source-text.ts';
