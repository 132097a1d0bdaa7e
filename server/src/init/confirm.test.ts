import { PassThrough } from 'node:stream';
import { confirm } from './confirm.ts';

describe('a question', () => {
  it.each([
    ['y\n', true],
    ['Yes\r\n', true],
    ['\n', false],
    ['n\n', false],
    ['yesterday\n', false],
    ['', false],
  ])('takes %j for %s', async (typed, answer) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    input.end(typed);
    expect(await confirm('Write?', { input, output })).toBe(answer);
    expect(String(output.read())).toContain('Write? [y/N] ');
  });
});
