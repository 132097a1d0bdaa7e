import { insertBlock, lintsAlready } from './hook-block.ts';

const block = ['# start', 'lint || exit 1', '# end'];

describe('the lines in a hook', () => {
  it.each([
    ['#!/bin/sh\nexit 0\n', '#!/bin/sh\n# start\nlint || exit 1\n# end\nexit 0\n'],
    [
      '#!/usr/bin/env bash\r\nexit\r\n',
      '#!/usr/bin/env bash\r\n# start\r\nlint || exit 1\r\n# end\r\nexit\r\n',
    ],
    ['#!/bin/sh', '#!/bin/sh\n# start\nlint || exit 1\n# end\n'],
    ['npm test\n', '# start\nlint || exit 1\n# end\nnpm test\n'],
    ['', '# start\nlint || exit 1\n# end\n'],
  ])('come first: %j', (hook, after) => {
    expect(insertBlock(hook, block)).toBe(after);
  });

  it.each(['#!/usr/bin/env node\n', '#!/usr/bin/python3\n', '#!/usr/bin/fish\n'])(
    'are not for %j',
    (hook) => {
      expect(insertBlock(hook, block)).toBeUndefined();
    },
  );
});

describe('a hook that lints', () => {
  const start = '# multi-region: refuses the commit while ESLint finds errors in the staged files.';
  const own = [start, "eslint 'packages/orders'", '# multi-region: end'];
  const other = [start, "eslint 'packages/mails'", '# multi-region: end'];

  it.each([
    ['npx eslint .\n', true],
    ['npx lint-staged\r\n', true],
    [`#!/bin/sh\r\n${own.join('\r\n')}\r\nnpm test\r\n`, true],
    [`${other.join('\n')}\n${own.join('\n')}\n`, true],
    [`#!/bin/sh\n${other.join('\n')}\nnpm test\n`, false],
    [`${other.join('\n')}\nnpx eslint tools\n`, true],
    ['# npx eslint .\n', false],
    ['npm test\n', false],
  ])('is recognised: %j', (hook, lints) => {
    expect(lintsAlready(hook, own)).toBe(lints);
  });
});
