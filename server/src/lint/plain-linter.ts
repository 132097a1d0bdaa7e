import type { Linter, SourceCode } from 'eslint';
import { forgetRemembered } from 'eslint-plugin-multi-region/facts';
import { extname, relative, sep } from 'node:path';
import { ParseError } from '../parse/parse-error.ts';
import type { FileParser } from '../parse/parser.ts';
import { createPlainSourceCode } from './plain-source-code.ts';
import { runRules, type ActiveRule } from './run-rules.ts';

/** What linting a file gives. */
export interface Linted {
  /** As ESLint gives them, in its order; a file that cannot be parsed has one that is `fatal`. */
  messages: Linter.LintMessage[];
  /** Undefined for a file that cannot be parsed, or that ESLint passed over. */
  sourceCode: SourceCode | undefined;
}

/** A file and the folder that its configuration is for; both absolute. */
export interface LintTarget {
  filename: string;
  cwd: string;
  /** Whether it is open, so that its next version comes soon; the result of this version is of no use then. */
  isEdited?: boolean;
}

/**
 * Lints a file as ESLint would.
 *
 * @param config what holds for this file; the same object for the same configuration saves time
 * @returns undefined for what takes ESLint itself
 */
export type PlainLinter = (text: string, target: LintTarget, config: Linter.Config) => Linted | undefined;

/**
 * Makes a linter for files that need nothing of what only ESLint can do, such as directives in comments. Loading
 * ESLint, checking its configuration and having it walk the tree takes longer than our rules do.
 */
export function createPlainLinter(parse: FileParser): PlainLinter {
  const known = new WeakMap<Linter.Config, ActiveRule[] | 'eslint'>();

  function getRules(config: Linter.Config): ActiveRule[] | 'eslint' {
    const rules = known.get(config) ?? listActiveRules(config);
    known.set(config, rules);
    return rules;
  }

  return (fullText, { filename, cwd, isEdited = false }, config) => {
    const { settings = {}, linterOptions } = config;
    const { sourceType } = (config.languageOptions ?? {}) as Linter.LanguageOptions;
    const rules = getRules(config);
    if (rules === 'eslint' || isOutside(filename, cwd)) return undefined;
    if (linterOptions?.noInlineConfig !== true && hasDirective(fullText)) return undefined;
    const hasBOM = fullText.startsWith('\uFEFF');
    const text = hasBOM ? fullText.slice(1) : fullText;
    try {
      const parsed = parse(text.replace(/^#!/u, '//'), {
        filePath: filename,
        sourceType: sourceType ?? (extname(filename) === '.cjs' ? 'commonjs' : 'module'),
        isEdited,
      });
      if (parsed.isUpdated) forgetRemembered();
      const sourceCode = createPlainSourceCode(text, hasBOM, parsed);
      const messages = runRules(rules, { sourceCode, filename, cwd, settings });
      return messages && { messages, sourceCode };
    } catch (error) {
      // What else goes wrong here may go well in ESLint; if it does not, that is where it is told.
      return error instanceof ParseError ? { messages: [toFatal(error)], sourceCode: undefined } : undefined;
    }
  };
}

/** The rules of a configuration; 'eslint' when some have options, which ESLint checks and merges with the defaults. */
export function listActiveRules({ rules = {}, plugins = {} }: Linter.Config): ActiveRule[] | 'eslint' {
  const active: ActiveRule[] = [];
  for (const [id, entry] of Object.entries(rules)) {
    const [level, ...options] = Array.isArray(entry) ? entry : [entry];
    if (level === 'off' || level === 0 || level === undefined) continue;
    const [namespace = '', name = ''] = id.split('/');
    const rule = plugins[namespace]?.rules?.[name];
    if (!rule || options.length > 0) return 'eslint';
    active.push({ id, rule, severity: level === 'error' || level === 2 ? 2 : 1 });
  }
  return active;
}

/** Whether a text may hold a directive that concerns our rules. Those that name other rules only are no matter. */
function hasDirective(text: string): boolean {
  if (!text.includes('eslint')) return false;
  if (text.includes('multi-region/')) return true;
  return /eslint-(?:disable|enable)(?:-next-line|-line)?(?![\w-]|[ \t]+[@\w])/u.test(text);
}

/** ESLint looks at nothing outside of its folder, and leaves these folders out by itself. */
function isOutside(filename: string, cwd: string): boolean {
  const parts = relative(cwd, filename).split(sep);
  return parts.some((part) => part === '..' || part === 'node_modules' || part === '.git');
}

function toFatal({ message, lineNumber, column }: ParseError): Linter.LintMessage {
  const place = { line: lineNumber, column };
  return { ruleId: null, fatal: true, severity: 2, message: `Parsing error: ${message}`, ...place };
}
