import type { NodeFactory } from '../node-factory.ts';
import type { DocumentNode, ScalarNode } from '../tree.ts';
import type { Scanner } from './scanner.ts';

const quotedMarks = /\\[^]|[$%]?[$%]\{|["\n]/g;
const openMarks = /[$%]?[$%]\{/g;
const heredocStart = /<<[-~]?([A-Za-z_][\w-]*)[ \t\r]*\n/y;

/**
 * Makes what reads strings and heredocs.
 *
 * @param readExpression reads what is interpolated, from the scanner's position on
 */
export function createTemplateReader(
  scanner: Scanner,
  create: NodeFactory,
  readExpression: () => DocumentNode,
): { readString: () => ScalarNode; readHeredoc: () => DocumentNode } {
  const { text } = scanner;

  /**
   * Reads up to `limit`, in quotes up to the closing one or the end of the line.
   *
   * @returns what is interpolated
   */
  function readContent(limit: number, isQuoted: boolean): DocumentNode[] {
    const inner: DocumentNode[] = [];
    const marks = isQuoted ? quotedMarks : openMarks;
    for (;;) {
      marks.lastIndex = scanner.position;
      const match = marks.exec(text);
      if (!match || match.index >= limit) {
        scanner.position = limit;
        return inner;
      }
      const [mark] = match;
      scanner.position = match.index;
      if (mark === '"' || mark === '\n') return inner;
      scanner.position += mark.length;
      if (mark !== '${' && mark !== '%{') continue; // escaped
      scanner.skip('~');
      scanner.skipSpace(true);
      inner.push(readExpression());
      skipToBrace(isQuoted);
    }
  }

  /** Passes over the rest of an interpolation: what was not understood, and the closing brace. */
  function skipToBrace(isQuoted: boolean): void {
    let depth = 0;
    for (; !scanner.isAtEnd(); scanner.position++) {
      if (scanner.isAt('{')) depth++;
      else if (scanner.isAt('}') && depth-- === 0) break;
      else if (isQuoted && scanner.isAt('\n')) return;
    }
    scanner.skip('}');
  }

  return {
    readString() {
      const start = scanner.position++;
      const inner = readContent(text.length, true);
      const end = scanner.position;
      scanner.skip('"');
      return create.scalar([start + 1, end], 'double', inner, [start, scanner.position]);
    },

    readHeredoc() {
      const start = scanner.position;
      heredocStart.lastIndex = start;
      const match = heredocStart.exec(text);
      if (!match?.[1]) {
        scanner.position += 2;
        return create.reference('', [start, scanner.position]);
      }
      const contentStart = start + match[0].length;
      const endMark = new RegExp(`^[ \\t]*${match[1]}[ \\t\\r]*$`, 'gm');
      endMark.lastIndex = contentStart;
      const end = endMark.exec(text);
      const contentEnd = end?.index ?? text.length;
      scanner.position = contentStart;
      const inner = readContent(contentEnd, false);
      scanner.position = end ? contentEnd + end[0].length : text.length;
      return create.scalar([contentStart, contentEnd], 'block', inner, [start, scanner.position]);
    },
  };
}
