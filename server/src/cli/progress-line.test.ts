import { createProgressLine } from './progress-line.ts';

function createTerminal({ isTTY = true, columns = 80 } = {}) {
  let time = 0;
  const written: string[] = [];
  const stream = { isTTY, columns, write: (text: string) => written.push(text) > 0 };
  const line = createProgressLine('Looking at files', stream, () => time);
  return { line, written, waitFor: (ms: number) => (time += ms) };
}

describe('createProgressLine', () => {
  it('stays away from work that is done at once', () => {
    const { line, written, waitFor } = createTerminal();
    line.show(1, 10);
    waitFor(499);
    line.show(9, 10);
    line.end();
    expect(written).toEqual([]);
  });

  it('shows how far the work is, not too often, and goes', () => {
    const { line, written, waitFor } = createTerminal();
    waitFor(500);
    line.show(2500, 10_000);
    line.show(2501, 10_000);
    waitFor(100);
    line.show(10_000, 10_000);
    line.end();
    line.end();
    expect(written).toEqual([
      `\r\u001B[KLooking at files ${'█'.repeat(6)}${'░'.repeat(18)} 2,500 of 10,000`,
      `\r\u001B[KLooking at files ${'█'.repeat(24)} 10,000 of 10,000`,
      '\r\u001B[K',
    ]);
  });

  it('never wraps', () => {
    const { line, written, waitFor } = createTerminal({ columns: 20 });
    waitFor(500);
    line.show(1, 2);
    expect(written).toEqual(['\r\u001B[KLooking at files ██']);
  });

  it('is for terminals only', () => {
    const { line, written, waitFor } = createTerminal({ isTTY: false });
    waitFor(1000);
    line.show(1, 2);
    line.end();
    expect(written).toEqual([]);
  });
});
