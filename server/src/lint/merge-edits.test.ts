import type { Rule } from 'eslint';
import { mergeEdits } from './merge-edits.ts';

const source = 'one two three';

function merge(fix: Rule.ReportFixer | null): string | undefined {
  const edit = mergeEdits(fix, source);
  return edit && source.slice(0, edit.range[0]) + edit.text + source.slice(edit.range[1]);
}

describe('mergeEdits', () => {
  it('takes a single edit as it is', () => {
    expect(mergeEdits((fixer) => fixer.replaceTextRange([4, 7], '2'), source)).toEqual({
      range: [4, 7],
      text: '2',
    });
  });

  it('makes one edit of several, in whatever order they come', () => {
    const edit = mergeEdits(
      (fixer) => [
        fixer.removeRange([7, 13]),
        fixer.insertTextBeforeRange([0, 3], '('),
        fixer.insertTextAfterRange([0, 3], ')'),
      ],
      source,
    );
    expect(edit).toEqual({ range: [0, 13], text: '(one) two' });
  });

  it('takes a generator, and nodes for ranges', () => {
    const node = { range: [4, 7] } as unknown as Rule.Node;
    expect(
      merge(function* (fixer) {
        yield fixer.insertTextBefore(node, '<');
        yield fixer.insertTextAfter(node, '>');
      }),
    ).toBe('one <two> three');
    expect(merge((fixer) => fixer.replaceText(node, '2'))).toBe('one 2 three');
    expect(merge((fixer) => fixer.remove(node))).toBe('one  three');
  });

  it('makes nothing of nothing', () => {
    expect(merge(null)).toBeUndefined();
    expect(merge(() => null)).toBeUndefined();
    expect(merge(() => [])).toBeUndefined();
  });

  it('refuses edits that overlap', () => {
    expect(() => merge((fixer) => [fixer.removeRange([0, 5]), fixer.removeRange([4, 7])])).toThrow('overlap');
  });
});
