import { createRandom } from '../fuzz/random.ts';

/** What people type into a file, whole or in halves. */
const pieces = [
  'x',
  ' ',
  '\n',
  ';',
  ',',
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '`',
  "'",
  '"',
  '/',
  '//',
  '/*',
  '*/',
  '=>',
  '<',
  '>',
  '<a>',
  '!',
  '?.',
  '??',
  '#',
  '@dec ',
  'async ',
  'await ',
  'yield ',
  'return ',
  'static ',
  'abstract ',
  'declare ',
  'export ',
  'export default ',
  'get ',
  'in ',
  'of ',
  'as const',
  'else ',
  'break;',
  "'use strict';",
  "'use client';\n",
  'import x from "y";\n',
  "import { S3Client } from '@aws-sdk/client-s3';\n",
  'const added = 1;\n',
  'function added() {}\n',
  'class Added {}\n',
  'type Added = string;\n',
  'namespace Added { export const a = 1 }\n',
  'if (added) {\n}\n',
  'for (const a of b) { added(a); }\n',
  'const s3 = new S3Client({ region: "us-east-1" });\n',
  "region: 'eu-west-1', ",
  "process.env.AWS_REGION ?? 'us-west-2'",
  'us-east-1',
  '-1',
  'arn:aws:sqs:us-east-1:123456789012:orders',
  '😀',
  '\u2028',
];

/**
 * Edits a text at random, at places of the code and near its regions: inserts, deletes, pastes pieces of the file, takes
 * back, changes the line endings. About every second edit breaks the syntax; nobody leaves it broken for long.
 *
 * @param seed the same edits for the same seed
 * @returns the text after each edit, without an end; `next` takes whether it parses
 */
export function* editAtRandom(original: string, seed: number): Generator<string, never, boolean | undefined> {
  const random = createRandom(seed);
  let text = original;
  let good = original;
  let broken = 0;
  for (;;) {
    const isTakenBack = broken > random.below(4);
    text = isTakenBack ? good : edit();
    const parses = yield text;
    broken = parses ? 0 : broken + 1;
    // It does not grow without end.
    if (parses) good = Math.abs(text.length - original.length) < 2000 ? text : original;
  }

  function edit(): string {
    const at = place();
    switch (random.below(10)) {
      case 0:
      case 1:
        return replace(at, at + 1 + random.below(3), '');
      case 2: {
        const line = text.indexOf('\n', at);
        return replace(at, line < 0 ? text.length : line, '');
      }
      case 3: {
        const from = place();
        return replace(at, at, text.slice(from, from + random.below(200)));
      }
      case 4: {
        // A whole line twice.
        const start = text.lastIndexOf('\n', at) + 1;
        const end = text.indexOf('\n', at) + 1 || text.length;
        return replace(start, start, text.slice(start, end));
      }
      case 5:
        if (random.below(8) > 0) return replace(at, at + random.below(20), random.pick(pieces));
        return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n');
      default:
        return replace(at, at, random.pick(pieces));
    }
  }

  function replace(start: number, end: number, inserted: string): string {
    return text.slice(0, start) + inserted + text.slice(end);
  }

  /** Anywhere, at a word, at a line, or near a region. */
  function place(): number {
    const at = random.below(text.length + 1);
    switch (random.below(4)) {
      case 0:
        return text.lastIndexOf('\n', at) + 1;
      case 1: {
        const word = /\b/gu;
        word.lastIndex = at;
        return word.exec(text)?.index ?? at;
      }
      case 2: {
        const region = text.indexOf('region', at);
        return region < 0 ? at : region + random.below(24);
      }
      default:
        return at;
    }
  }
}
