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
  const lines = text.matchAll(
    /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*("[^"\n]*"|'[^'\n]*'|.*?)[ \t]*(?:[ \t]#.*)?\r?$/gmu,
  );
  return Array.from(lines, (match) => {
    const [whole, name = '', raw = ''] = match;
    const start = match.index + whole.indexOf('=') + 1;
    const rawStart = raw === '' ? start : text.indexOf(raw, start);
    return { name, value: raw.replace(/^(['"])(.*)\1$/u, '$2'), start: rawStart, end: rawStart + raw.length };
  });
}

/**
 * Writes down which region a variable stands for. What is there stays: a value is replaced only where it says
 * that someone is to fill it in.
 *
 * @param text undefined: there is no such file yet
 * @param title what the first line of a new file says
 * @param eol for a new file
 */
export function addToExample(
  text: string | undefined,
  { variable, region }: Assignment,
  title: string,
  eol: string,
): string {
  const value = /\s/u.test(region) ? `"${region}"` : region;
  const assignment = `${variable}=${value}`;
  if (text === undefined || text.trim() === '') return `${text ?? ''}# ${title}${eol}${assignment}${eol}`;
  const line = readLines(text).find(({ name }) => name === variable);
  if (line) {
    return isPlaceholder(line.value) ? text.slice(0, line.start) + value + text.slice(line.end) : text;
  }
  const lineBreak = lineBreakOf(text);
  return text.endsWith('\n') ? text + assignment + lineBreak : text + lineBreak + assignment;
}

function isPlaceholder(value: string): boolean {
  return (
    cloudOf(value) === undefined &&
    /^$|^<.*>$|^\{.*\}$|^\[.*\]$|your|xxx|change|replace|todo|example|\.\.\./iu.test(value)
  );
}
