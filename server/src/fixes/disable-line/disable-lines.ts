import type { TextEdit } from 'eslint-plugin-multi-region/facts';
import type { Finding } from '../../lint/finding.ts';
import type { EditResult } from '../plan-file.ts';
import type { Refusal } from '../fix.ts';
import { getShift, type LintedFile } from '../../lint/linted-file.ts';
import { createEditList } from '../source/edit-list.ts';
import { getLine, getLineEnding } from '../source/lines.ts';
import { extendDirective, writeDirective } from './directive.ts';
import { findCommentPlace, type CommentPlace } from './comment-place.ts';

/**
 * Silences findings where they are, with comments in which a reason is to be filled in. What is reported on
 * one line gets one comment.
 *
 * @returns edits with the offsets of the parsed text
 */
export function disableLines(file: LintedFile, findings: readonly Finding[]): EditResult {
  const groups = new Map<string, { place: CommentPlace; findings: Finding[] }>();
  const refused: Refusal[] = [];
  for (const finding of findings) {
    const place = findCommentPlace(file.sourceCode, finding.range[0] - getShift(file));
    if (!place) {
      refused.push({ finding, reason: 'No comment of a script can stand here.' });
      continue;
    }
    const at = place.kind === 'line' ? `line ${place.line.start}` : `around ${place.statement.range[0]}`;
    const group = groups.get(at);
    if (group) group.findings.push(finding);
    else groups.set(at, { place, findings: [finding] });
  }
  const list = createEditList();
  for (const { place, findings: some } of groups.values()) list.add(disable(file, place, some));
  return {
    edits: list.get(),
    done: findings.filter((finding) => !refused.some((refusal) => refusal.finding === finding)),
    refused,
  };
}

function disable({ sourceCode }: LintedFile, place: CommentPlace, findings: readonly Finding[]): TextEdit[] {
  const rules = [...new Set(findings.map(({ ruleId }) => ruleId))].sort();
  const eol = getLineEnding(sourceCode.text);
  if (place.kind === 'around') {
    const [start, end] = place.statement.range;
    const { code, indent } = getLine(sourceCode, start);
    const gap = code === start ? `${eol}${indent}` : ' ';
    return [
      { range: [start, start], text: `/* ${writeDirective('eslint-disable', rules)} */${gap}` },
      { range: [end, end], text: `${gap}/* eslint-enable ${rules.join(', ')} */` },
    ];
  }
  const { line, isJsx } = place;
  const extension = extendDirective(sourceCode, line.start, rules);
  if (extension) return [extension];
  const directive = writeDirective('eslint-disable-next-line', rules);
  const comment = isJsx ? `{/* ${directive} */}` : `// ${directive}`;
  return [{ range: [line.start, line.start], text: `${line.indent}${comment}${eol}` }];
}
