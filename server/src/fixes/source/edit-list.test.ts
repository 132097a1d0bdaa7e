import { createEditList } from './edit-list.ts';

const edit = (start: number, end: number, text = 'x') => ({ range: [start, end] as [number, number], text });

describe('createEditList', () => {
  it('gives the edits in the order of the text', () => {
    const list = createEditList();
    expect(list.add([edit(8, 9), edit(2, 3)])).toBe(true);
    expect(list.add([edit(5, 5)])).toBe(true);
    expect(list.get().map(({ range }) => range[0])).toEqual([2, 5, 8]);
  });

  it('keeps the order of what is put in at one place, and puts it before a replacement', () => {
    const list = createEditList();
    list.add([edit(2, 4, 'replaced')]);
    list.add([edit(2, 2, 'a'), edit(2, 2, 'b')]);
    expect(list.get().map(({ text }) => text)).toEqual(['a', 'b', 'replaced']);
  });

  it('takes the same edit once', () => {
    const list = createEditList();
    expect([list.add([edit(1, 3)]), list.add([edit(1, 3)])]).toEqual([true, true]);
    expect(list.get()).toHaveLength(1);
  });

  it.each([
    [1, 4],
    [3, 8],
    [2, 2],
    [1, 3],
  ])('refuses all of what gets in the way: %i to %i', (start, end) => {
    const list = createEditList();
    list.add([edit(1, 5, 'first')]);
    expect(list.add([edit(start, end), edit(9, 9)])).toBe(false);
    expect(list.get()).toHaveLength(1);
  });
});
