import { lineBreakOf } from '../parse/text-edit.ts';
import { cloudOf } from './region-names.ts';

/** The usual names of the file that shows which variables a program needs, likeliest first. */
export const exampleNames = [
  '.env.example',
  '.env.sample',
  '.env.template',
  '.env.dist',
  'env.example',
  '.env.defaults',
];

interface Line {
  name: string;
  value: string;
  /** Of the text behind `=`, up to a comment or the end of the line. */
  start: number;
  end: number;
}

/** A region that a variable stands for. */
export interface Assignment {
  variable: string;
  region: string;
}

/** Reads what the variables are set to; without quotes. */
export function readExample(text: string): Map<string, string> {
  return new Map(readLines(text).map(({ name, value }) => [name, value]));
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const read = readLine(line, start);
    if (read) lines.push(read);
    start += line.length + 1;
  }
  return lines;
}

/** @param offset of the line in its text */
function readLine(line: string, offset: number): Line | undefined {
  const [head, name] = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=/u.exec(line) ?? [];
  if (head === undefined || name === undefined) return undefined;
  const rest = line.slice(head.length);
  const lead = rest.length - rest.trimStart().length;
  const raw = readRaw(rest.trim());
  const start = offset + head.length + (raw === '' ? 0 : lead);
  const quote = /^["']/u.exec(raw)?.[0];
  const isQuoted = quote !== undefined && raw.length > 1 && raw.endsWith(quote);
  return { name, value: isQuoted ? raw.slice(1, -1) : raw, start, end: start + raw.length };
}

/** What stands behind `=`: up to the closing quote, or up to a comment. */
function readRaw(rest: string): string {
  const [quoted] = /^(?:"[^"]*"|'[^']*')(?=$|[ \t]+#)/u.exec(rest) ?? [];
  if (quoted !== undefined) return quoted;
  const comment = /(?:^|[ \t])#/u.exec(rest);
  return (comment ? rest.slice(0, comment.index) : rest).trimEnd();
}

/**
 * Writes down which region a variable stands for. What is there stays: a value is replaced only where it says
 * that someone is to fill it in.
 *
 * @param text undefined: there is no such file yet
 * @param title what the first line of a new file says; it has line feeds, for `docker --env-file` takes a carriage return
 *   into the value
 */
export function addToExample(
  text: string | undefined,
  { variable, region }: Assignment,
  title: string,
): string {
  const value = /\s/u.test(region) ? `"${region}"` : region;
  const assignment = `${variable}=${value}`;
  if (text === undefined || text.trim() === '') return `${text ?? ''}# ${title}\n${assignment}\n`;
  const line = readLines(text).find(({ name }) => name === variable);
  if (line) {
    return isPlaceholder(line.value) ? text.slice(0, line.start) + value + text.slice(line.end) : text;
  }
  const lineBreak = lineBreakOf(text);
  const neighbour = readLines(text).findLast(({ name }) => prefixOf(name) === prefixOf(variable));
  if (neighbour) {
    const end = text.indexOf('\n', neighbour.end);
    return end < 0
      ? text + lineBreak + assignment
      : text.slice(0, end + 1) + assignment + lineBreak + text.slice(end + 1);
  }
  return text.endsWith('\n') ? text + assignment + lineBreak : text + lineBreak + assignment;
}

/** What a variable is about, as its first word says: `GOOGLE` of `GOOGLE_CLOUD_REGION`. */
function prefixOf(variable: string): string {
  return /^(?:EXPO_PUBLIC|NEXT_PUBLIC|REACT_APP|VITE)_/u.exec(variable)?.[0] ?? variable.split('_')[0] ?? '';
}

function isPlaceholder(value: string): boolean {
  return (
    cloudOf(value) === undefined &&
    /^$|^<.*>$|^\{.*\}$|^\[.*\]$|your|xxx|change|replace|todo|example|\.\.\./iu.test(value)
  );
}
