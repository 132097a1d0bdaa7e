import type { TSESLint } from '@typescript-eslint/utils';
import type { Rule } from 'eslint';
import type { FileFacts } from './facts/file-facts.ts';
import { findLanguage } from './languages/find-language.ts';
import { getFacts } from './languages/get-facts.ts';
import type { Language } from './languages/language.ts';
import { remember } from './remember.ts';

export interface RuleDocs {
  /** One sentence, starting with Enforce, Require or Disallow; the rule table is generated from it. */
  description: string;
  /** The severity in the preset `recommended`; absent: not in it. */
  recommended?: 'error' | 'warn';
  /** The severity in the preset `strict`; absent: not in it. */
  strict?: 'error' | 'warn';
}

export type Context<MessageIds extends string, Options extends readonly unknown[]> = Readonly<
  TSESLint.RuleContext<MessageIds, Options>
>;

interface RuleDefinition<MessageIds extends string, Options extends readonly unknown[]> extends Pick<
  TSESLint.RuleModule<MessageIds, Options, RuleDocs>,
  'meta'
> {
  /** `no-hardcoded-region` */
  name: string;
  /**
   * Prepares the rule for a file.
   *
   * @returns what reports the facts of the file
   */
  create: (context: Context<MessageIds, Options>, language: Language) => (facts: FileFacts) => void;
}

/** Makes the rule for files of some languages, with ESLint's own type: a rule module for ESLint and oxlint. */
export type RuleFactory = (languages: readonly Language[]) => Rule.RuleModule;

/**
 * Makes a rule that judges facts. It looks at nothing in a file that the prefilter turns away, and else once at the
 * facts of the whole file, whatever its language.
 */
export function createRule<MessageIds extends string, Options extends readonly unknown[] = []>({
  name,
  meta,
  create,
}: RuleDefinition<MessageIds, Options>): RuleFactory {
  const url = `https://github.com/multi-region/multi-region/blob/main/eslint-plugin/docs/rules/${name}.md`;
  const isOutsidePresets = meta.docs?.strict === undefined;
  return (languages) => {
    const rule = {
      meta: { ...meta, docs: { ...meta.docs, url } },
      create(context: Context<MessageIds, Options>): TSESLint.RuleListener {
        const { sourceCode, filename, cwd, settings } = context;
        const { language, mayHaveFindings } = getSubject(sourceCode)(languages, filename);
        if (!language) return {};
        const report = create(context, language); // wrong options are refused in any file
        if (!mayHaveFindings && !(isOutsidePresets && language.mayHaveFacts(sourceCode.text))) return {};
        // The root is called Program in JavaScript and YAML, and Document in JSON.
        return {
          [sourceCode.ast.type]: () => {
            report(getFacts(language, { sourceCode, filename, cwd, settings }, true));
          },
        };
      },
    };
    // The plugin needs the types of @typescript-eslint/utils only, and does not name them in its own.
    return rule as unknown as Rule.RuleModule;
  };
}

interface Subject {
  language: Language | undefined;
  mayHaveFindings: boolean;
}

/** Eleven rules ask for the same file one after the other, all with the languages of their plugin. */
const getSubject = remember((sourceCode: Readonly<TSESLint.SourceCode>) => {
  let known: (Subject & { languages: readonly Language[]; filename: string }) | undefined;
  return (languages: readonly Language[], filename: string): Subject => {
    if (known?.languages !== languages || known.filename !== filename) {
      const language = findLanguageOf(languages, sourceCode, filename);
      known = { languages, filename, language, mayHaveFindings: mayHaveFindings(language, sourceCode.text) };
    }
    return known;
  };
});

function mayHaveFindings(language: Language | undefined, text: string): boolean {
  if (!language) return false;
  return language.mayHaveFindings ? language.mayHaveFindings(text) : language.mayHaveFacts(text);
}

/** The language of a file; components and blocks of code in other files have none by their name, but a tree of JavaScript. */
function findLanguageOf(
  languages: readonly Language[],
  sourceCode: Readonly<TSESLint.SourceCode>,
  filename: string,
): Language | undefined {
  const language = findLanguage(languages, filename);
  if (language) return language;
  const isScript = Boolean((sourceCode as Partial<typeof sourceCode>).scopeManager);
  return isScript ? languages.find(({ id }) => id === 'ecmascript') : undefined;
}
