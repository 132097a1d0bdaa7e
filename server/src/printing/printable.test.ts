import { printable, printableLines } from './printable.ts';

describe('printable', () => {
  it.each([
    ['\u001B[2J\u001B]0;title\u0007', '?[2J?]0;title?'],
    ['a\r\nb\tc', 'a??b?c'],
    ['evil\u202Egnp.ts', 'evil?gnp.ts'],
    ['\u009B31m', '?31m'],
    ['größe 大 🙂', 'größe 大 🙂'],
  ])('shows what steers a terminal: %j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});

describe('printableLines', () => {
  it('keeps lines and tabs', () => {
    expect(printableLines('-\ta\r\n+\tb\u001B[0m\n')).toBe('-\ta?\n+\tb?[0m\n');
  });
});
