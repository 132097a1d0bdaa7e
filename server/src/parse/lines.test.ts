import { createLineIndex } from './lines.ts';

describe('createLineIndex', () => {
  it('counts lines from 1 and columns from 0', () => {
    const positionOf = createLineIndex('ab\ncd\r\n\nef');
    expect([0, 2, 3, 5, 7, 8, 10].map(positionOf)).toEqual([
      { line: 1, column: 0 },
      { line: 1, column: 2 },
      { line: 2, column: 0 },
      { line: 2, column: 2 },
      { line: 3, column: 0 },
      { line: 4, column: 0 },
      { line: 4, column: 2 },
    ]);
  });

  it('knows the line breaks of ECMAScript', () => {
    expect(createLineIndex('a\rb\u2028c\u2029d')(6)).toEqual({ line: 4, column: 0 });
  });
});
