import type { Finding } from '../../lint/finding.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { EditPlan } from '../fix.ts';
import { getLineEnding } from '../source/lines.ts';
import { writeDirective } from './directive.ts';

/** Silences the rules of some findings in their whole file, with a comment at its top in which a reason is to be filled in. */
export function disableFile({ path, text, sourceCode }: LintedFile, findings: readonly Finding[]): EditPlan {
  const rules = [...new Set(findings.map(({ ruleId }) => ruleId))].sort();
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  // Behind what names the interpreter, which has to stay first.
  const shebang = /^#!.*(?:\r\n|\n|$)/u.exec(text.slice(mark))?.[0].length ?? 0;
  const at = mark + shebang;
  const comment = `/* ${writeDirective('eslint-disable', rules)} */${getLineEnding(sourceCode.text)}`;
  return {
    files: [
      {
        path,
        before: text,
        edits: [{ range: [at, at], text: comment }],
        label: 'Disable rules for the file',
      },
    ],
    done: [...findings],
    refused: [],
  };
}
