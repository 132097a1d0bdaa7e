import { join } from 'node:path';
import parser from '@typescript-eslint/parser';
import { RuleTester as CoreRuleTester } from 'eslint';
import type { RuleFactory } from '../create-rule.ts';
import { ecmascript } from '../languages/ecmascript/ecmascript.ts';

export interface ExpectedSuggestion {
  messageId: string;
  data?: Record<string, string>;
  /** What the marked text becomes. */
  replace?: string;
  /** The marked lines as they become; with a line break in front, the whole file. */
  output?: string;
}

export interface ExpectedError {
  messageId: string;
  data?: Record<string, string>;
  suggestions?: readonly ExpectedSuggestion[];
}

interface TestCase {
  name: string;
  /** With a line break in front, it is freed of its indentation. */
  code: string;
  /** From the working directory. The default is `src/orders.tsx`. */
  filename?: string;
  /** What the config holds under `settings['multi-region']`. */
  project?: Record<string, unknown>;
  /** The rule's own options. */
  options?: readonly unknown[];
}

interface InvalidTestCase extends TestCase {
  /** In the order of the marks `«…»` in the code, which say where each is reported. */
  errors: readonly ExpectedError[];
  /** What one run of `--fix` makes of the code, where there is a fix. */
  output?: string;
}

interface Tests {
  valid: readonly TestCase[];
  invalid: readonly InvalidTestCase[];
}

interface Mark {
  start: number;
  end: number;
}

/**
 * ESLint's RuleTester with TypeScript and JSX. Every error states its message, its data, where it starts and
 * ends, and all of its suggestions.
 */
export class RuleTester {
  private readonly core = new CoreRuleTester({
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  });

  run(name: string, rule: RuleFactory, { valid, invalid }: Tests): void {
    this.core.run(name, rule([ecmascript]), {
      valid: valid.map((test) => ({ ...toCoreCase(test), code: dedent(test.code) })),
      invalid: invalid.map(toCoreInvalidCase),
      assertionOptions: { requireMessage: 'messageId', requireLocation: true, requireData: true },
    });
  }
}

const defaultFilename = 'src/orders.tsx';

function toCoreCase({ name, filename = defaultFilename, options, project }: TestCase) {
  return {
    name,
    ...(options && { options: [...options] }),
    filename: join(process.cwd(), filename),
    ...(project && { settings: { 'multi-region': project } }),
  };
}

function toCoreInvalidCase(test: InvalidTestCase): CoreRuleTester.InvalidTestCase {
  const { code, marks } = readMarks(dedent(test.code));
  if (marks.length !== test.errors.length) {
    throw new Error(`'${test.name}' has ${marks.length} marks for ${test.errors.length} errors.`);
  }
  const errors = test.errors.map((error, index) => toCoreError(test, code, marks[index], error));
  const { output } = test;
  return { ...toCoreCase(test), code, errors, ...(output !== undefined && { output: dedent(output) }) };
}

function toCoreError(
  test: TestCase,
  code: string,
  mark: Mark | undefined,
  { messageId, data, suggestions }: ExpectedError,
): CoreRuleTester.TestCaseError {
  if (!mark) throw new Error(`'${test.name}' has too few marks.`);
  const [line, column] = getPosition(code, mark.start);
  const [endLine, endColumn] = getPosition(code, mark.end);
  return {
    messageId,
    ...(data && { data }),
    line,
    column,
    endLine,
    endColumn,
    ...(suggestions && {
      suggestions: suggestions.map((suggestion) => ({
        messageId: suggestion.messageId,
        ...(suggestion.data && { data: suggestion.data }),
        output: getOutput(test, code, mark, suggestion),
      })),
    }),
  };
}

function getOutput(
  { name, filename }: TestCase,
  code: string,
  mark: Mark,
  { output, replace }: ExpectedSuggestion,
): string {
  const whole = output?.startsWith('\n') === true ? dedent(output) : undefined;
  const [start, end] =
    output === undefined
      ? [mark.start, mark.end]
      : [code.lastIndexOf('\n', mark.start - 1) + 1, `${code}\n`.indexOf('\n', mark.end)];
  const result = whole ?? code.slice(0, start) + (output ?? replace ?? '') + code.slice(end);
  const kept = readComments(result, filename);
  const lost = readComments(code, filename).filter((comment) => !kept.includes(comment));
  if (lost.length > 0) throw new Error(`'${name}' expects a suggestion that loses a comment: ${lost.join()}`);
  return result;
}

function readComments(code: string, filename = defaultFilename): string[] {
  const { ast } = parser.parseForESLint(code, { comment: true, filePath: filename });
  return ast.comments.map(({ value }) => value);
}

/** Takes the marks `«…»` out of a code. */
function readMarks(marked: string): { code: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let code = '';
  for (const part of marked.split(/(?=[«»])/)) {
    if (part.startsWith('«')) marks.push({ start: code.length, end: code.length });
    const last = marks.at(-1);
    if (part.startsWith('»') && last) last.end = code.length;
    code += part.replace(/^[«»]/, '');
  }
  return { code, marks };
}

function getPosition(code: string, offset: number): [line: number, column: number] {
  const lines = code.slice(0, offset).split('\n');
  return [lines.length, (lines.at(-1)?.length ?? 0) + 1];
}

/** Takes the indentation of the first line off all lines, and the line breaks around the text. */
function dedent(text: string): string {
  const indentation = /^\n( *)/.exec(text)?.[1];
  return indentation === undefined
    ? text
    : text.replaceAll(`\n${indentation}`, '\n').replace(/^\n|\n *$/g, '');
}
