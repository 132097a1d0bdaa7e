import type { SourceText } from './source-text.ts';

/**
 * Gives items one after the other, until the analysis of their file has taken its time: what no limit of size foresees
 * ends nevertheless. The facts then say that a part of the file is unread.
 */
export function* whileInTime<Item>(source: SourceText, items: Iterable<Item>): Generator<Item> {
  for (const item of items) {
    if (isTimeUp(source)) return;
    yield item;
  }
}

/** Whether the analysis of a file has taken its time. */
export function isTimeUp(source: SourceText): boolean {
  // ESLint hands on what comes with the tree of a parser.
  const { isTimeUp: ask, parserServices } = source as SourceText & { parserServices?: Partial<SourceText> };
  return (ask ?? parserServices?.isTimeUp)?.() ?? false;
}
