import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { FileEdit } from '../lint/file-edit.ts';

/** A file on its way to its new text. */
export interface Draft {
  /** absolute */
  path: string;
  /** The text that the file has; undefined when it is to be created. */
  before: string | undefined;
  /** The text that it gets, without a byte order mark. */
  text: string;
  mark: string;
  label: string;
}

/** @param label what happens to the file */
export function openDraft(path: string, files: WorkspaceFiles, label: string): Draft {
  const before = files.read(path);
  const mark = before?.startsWith('\uFEFF') ? '\uFEFF' : '';
  return { path, before, text: before?.slice(mark.length) ?? '', mark, label };
}

/** @returns undefined when nothing changes */
export function toFileEdit({ path, before, text, mark, label }: Draft): FileEdit | undefined {
  const after = mark + text;
  if (before === undefined)
    return text === '' ? undefined : { path, before, edits: [{ range: [0, 0], text }], label };
  if (after === before) return undefined;
  return { path, before, edits: [shrink(before, after)], label };
}

/** The smallest piece that has to be replaced. It does not cut a line break or a surrogate pair in two. */
function shrink(before: string, after: string): FileEdit['edits'][number] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  while (start > 0 && isInside(before, after, start)) start -= 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  while (end > 0 && (cuts(before, before.length - end) || cuts(after, after.length - end))) end -= 1;
  return { range: [start, before.length - end], text: after.slice(start, after.length - end) };
}

function isInside(before: string, after: string, offset: number): boolean {
  return cuts(before, offset) || cuts(after, offset);
}

function cuts(text: string, offset: number): boolean {
  const pair = text.slice(offset - 1, offset + 1);
  return pair === '\r\n' || /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/u.test(pair);
}
