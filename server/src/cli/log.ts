import { printableLines } from '../printing/printable.ts';

/** Tells the user something beside the result: on standard error, in lines of its own. */
export function log(text: string): void {
  process.stderr.write(`${printableLines(text)}\n`);
}
