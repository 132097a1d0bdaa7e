import type { Random } from '../fuzz/random.ts';

/** What parsers and searches stumble over. */
const pieces = [
  ...[
    '"',
    "'",
    '`',
    '${',
    '}',
    '{',
    '(',
    ')',
    '[',
    ']',
    '<',
    '>',
    '/',
    '*/',
    '/*',
    '//',
    '#',
    '\\',
    '?.',
    '=>',
  ],
  ...[
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\u2028',
    '\uFEFF',
    '\0',
    '\u{1F600}',
    '\uD800',
    'é',
    ' ',
    ';',
    ',',
    ':',
    '=',
    '&a ',
    '*a',
  ],
  ...[
    "'us-east-1'",
    'us-east-1',
    'arn:aws:s3:::x',
    'process.env.AWS_REGION',
    ' ?? ',
    ' || ',
    'await ',
    'region: ',
    '...',
  ],
  ...[
    '<<EOT\n',
    '%{ if x }',
    '!Sub ',
    '{{ x }}',
    '- ',
    '---\n',
    '/* eslint-disable */',
    '__proto__',
    'constructor',
  ],
];

/**
 * Changes a text in a few places: what was there is gone, doubled, moved or replaced.
 *
 * @param most places
 * @returns mostly what no person would write, and often what does not parse
 */
export function mutate(text: string, random: Random, most = 4): string {
  let result = text;
  for (let count = 1 + random.below(most); count > 0; count--) result = mutateOnce(result, random);
  return result;
}

function mutateOnce(text: string, random: Random): string {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + 1 + random.below(random.pick([3, 12, 80])));
  const part = text.slice(start, end);
  switch (random.below(6)) {
    case 0:
      return text.slice(0, start) + text.slice(end);
    case 1:
      return text.slice(0, end) + part + text.slice(end);
    case 2:
      return text.slice(0, start) + random.pick(pieces) + text.slice(start);
    case 3:
      return text.slice(0, start) + random.pick(pieces) + text.slice(end);
    case 4: {
      const rest = text.slice(0, start) + text.slice(end);
      const place = random.below(rest.length + 1);
      return rest.slice(0, place) + part + rest.slice(place);
    }
    default:
      return swapLines(text, random);
  }
}

function swapLines(text: string, random: Random): string {
  const lines = text.split('\n');
  const [first, second] = [random.below(lines.length), random.below(lines.length)];
  [lines[first], lines[second]] = [lines[second] ?? '', lines[first] ?? ''];
  return lines.join('\n');
}
