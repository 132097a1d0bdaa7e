import type { Linter, Rule, SourceCode } from 'eslint';
import { fillIn } from './fill-in.ts';
import { mergeEdits } from './merge-edits.ts';

/** A rule that is switched on. */
export interface ActiveRule {
  /** `multi-region/no-hardcoded-region` */
  id: string;
  rule: Rule.RuleModule;
  severity: 1 | 2;
}

/** The part of a rule's context that does not depend on the rule. */
export interface RunInput {
  sourceCode: SourceCode;
  /** Absolute. */
  filename: string;
  cwd: string;
  settings: Readonly<Record<string, unknown>>;
}

/**
 * Runs rules that look at a file as a whole, as ours do.
 *
 * @param input of a file whose nodes know their parents
 * @returns ESLint's messages in ESLint's order; undefined when a rule wants to visit more than the program, for which
 *   it takes ESLint itself
 */
export function runRules(rules: readonly ActiveRule[], input: RunInput): Linter.LintMessage[] | undefined {
  const messages: Linter.LintMessage[] = [];
  const visits: (() => void)[] = [];
  for (const active of rules) {
    const { Program: visit, ...others } = active.rule.create(createContext(active, input, messages));
    if (Object.keys(others).length > 0) return undefined;
    if (visit)
      visits.push(() => {
        visit(input.sourceCode.ast);
      });
  }
  for (const visit of visits) visit();
  return messages.sort((a, b) => a.line - b.line || a.column - b.column);
}

function createContext(
  { id, rule, severity }: ActiveRule,
  { sourceCode, filename, cwd, settings }: RunInput,
  messages: Linter.LintMessage[],
): Rule.RuleContext {
  const context = {
    id,
    options: structuredClone(rule.meta?.defaultOptions ?? []),
    sourceCode,
    filename,
    physicalFilename: filename,
    cwd,
    settings,
    languageOptions: {},
    report(descriptor: Rule.ReportDescriptor) {
      messages.push(toMessage(descriptor, { id, rule, severity }, sourceCode));
    },
  };
  return context;
}

function toMessage(
  descriptor: Rule.ReportDescriptor,
  { id, rule, severity }: ActiveRule,
  sourceCode: SourceCode,
): Linter.LintMessage {
  const { data, fix, suggest } = descriptor;
  const word = (each: { messageId?: string; message?: string; desc?: string }): string => {
    const text =
      each.messageId === undefined ? (each.message ?? each.desc) : rule.meta?.messages?.[each.messageId];
    if (text !== undefined) return text;
    throw new TypeError(`${id} has no message '${each.messageId ?? ''}'.`);
  };
  const place = 'loc' in descriptor ? descriptor.loc : sourceCode.getLoc(descriptor.node as Rule.Node);
  const { start, end } = 'start' in place ? place : { start: place, end: undefined };
  const edit = mergeEdits(fix, sourceCode.text);
  const suggestions = (suggest ?? []).flatMap((each): Linter.LintSuggestion[] => {
    const its = mergeEdits(each.fix, sourceCode.text);
    if (!its) return [];
    return [{ ...each, desc: fillIn(word(each), each.data), fix: its }];
  });
  return {
    ruleId: id,
    severity,
    message: fillIn(word(descriptor), data),
    line: start.line,
    column: start.column + 1,
    ...('messageId' in descriptor ? { messageId: descriptor.messageId } : {}),
    ...(end ? { endLine: end.line, endColumn: end.column + 1 } : {}),
    ...(edit ? { fix: edit } : {}),
    ...(suggestions.length > 0 ? { suggestions } : {}),
  };
}
