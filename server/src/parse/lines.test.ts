import { createLineIndex } from './lines.ts';

describe('createLineIndex', () => {
  it('counts lines from 1 and columns from 0', () => {
    const { positionOf, offsetOf } = createLineIndex('ab\ncd\r\n\nef');
    const offsets = [0, 2, 3, 5, 7, 8, 10];
    expect(offsets.map(positionOf)).toEqual([
      { line: 1, column: 0 },
      { line: 1, column: 2 },
      { line: 2, column: 0 },
      { line: 2, column: 2 },
      { line: 3, column: 0 },
      { line: 4, column: 0 },
      { line: 4, column: 2 },
    ]);
    expect(offsets.map((offset) => offsetOf(positionOf(offset)))).toEqual(offsets);
    const backwards = offsets.toReversed();
    expect(backwards.map((offset) => offsetOf(positionOf(offset)))).toEqual(backwards);
  });

  it('knows the line breaks of ECMAScript', () => {
    expect(createLineIndex('a\rb\u2028c\u2029d').positionOf(6)).toEqual({ line: 4, column: 0 });
  });
});
