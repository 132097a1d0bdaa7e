import { isGenerated, isTestPath } from '../../file-kind.ts';
import type { Language } from '../language.ts';
import { asSourceCode, languageEdits } from './editing/language-edits.ts';
import { mayHaveFacts, mayHaveFindings } from './prefilter.ts';
import { readFacts } from './read-facts.ts';

// For who follows values further than a file.
export { isClass, isFunction, unwrap } from './ast.ts';
export { azureToken } from './azure-token.ts';

/** JavaScript and TypeScript; their syntax trees are handed in. */
export const ecmascript: Language = {
  id: 'ecmascript',
  name: 'JavaScript and TypeScript',
  files: ['*.js', '*.jsx', '*.cjs', '*.mjs', '*.ts', '*.tsx', '*.cts', '*.mts'],
  embeddedIn: ['*.vue', '*.svelte', '*.astro'],
  editorIds: {
    javascript: '.js',
    javascriptreact: '.jsx',
    typescript: '.ts',
    typescriptreact: '.tsx',
    vue: '.vue',
    svelte: '.svelte',
    astro: '.astro',
  },
  mayHaveFacts,
  mayHaveFindings,
  isLeftOut: (path, text) => isTestPath(path) || isGenerated(path, text),
  readFacts: (source, path, settings) => readFacts(asSourceCode(source), path, settings),
  edits: languageEdits,
};
