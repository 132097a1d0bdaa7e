import { applyEdits } from '../../../testing/apply-edits.ts';
import { parse } from '../../../testing/read-facts.ts';
import { addImport } from './add-import.ts';

const from = '#config/regions.js';

/** The code with `regions` imported, and what it is called there. */
function add(code: string, style: 'cjs' | 'esm' = 'esm'): { code: string; localName: string } {
  const { edits, localName } = addImport(parse(code), { name: 'regions', from, style });
  const result = applyEdits(code, edits);
  const again = addImport(parse(result), { name: 'regions', from, style });
  expect(again, result).toEqual({ edits: [], localName });
  return { code: result, localName };
}

describe('addImport: a default export', () => {
  const addDefault = (code: string, style: 'cjs' | 'esm' = 'esm') => {
    const wanted = { name: 'regions', from, style, kind: 'default' } as const;
    const { edits, localName } = addImport(parse(code), wanted);
    const result = applyEdits(code, edits);
    expect(addImport(parse(result), wanted)).toEqual({ edits: [], localName });
    return { code: result, localName };
  };

  it.each([
    [`import regions from '${from}';`, 'regions'],
    [`import { default as where } from '${from}';`, 'where'],
    [`import * as config from '${from}';`, 'config.default'],
    [`import where = require('${from}');`, 'where'],
    [`const where = require('${from}');`, 'where'],
  ])('is used where it is imported: %s', (code, localName) => {
    expect(addDefault(code)).toEqual({ code, localName });
  });

  it.each([
    [`import { a } from '${from}';`, `import regions, { a } from '${from}';`],
    [
      `const { a } = require('${from}');`,
      `const { a } = require('${from}');\nimport regions from '${from}';`,
    ],
    [
      `import type { A } from '${from}';`,
      `import type { A } from '${from}';\nimport regions from '${from}';`,
    ],
    ['const regions = 1;', `import cloudRegions from '${from}';\n\nconst regions = 1;`],
  ])('is imported beside what is there: %s', (before, after) => {
    expect(addDefault(before).code).toBe(after);
  });

  it('is the whole module in CommonJS', () => {
    expect(addDefault('start();', 'cjs').code).toBe(`const regions = require('${from}');\n\nstart();`);
  });
});

function lines(...all: string[]): string {
  return all.join('\n');
}

describe('addImport: a new import', () => {
  it.each([
    ['nothing', [], ["import { regions } from '#config/regions.js';", '']],
    [
      'other imports',
      ["import { S3Client } from '@aws-sdk/client-s3';", "import './polyfill.js'; // first", '', 'start();'],
      [
        "import { S3Client } from '@aws-sdk/client-s3';",
        "import './polyfill.js'; // first",
        "import { regions } from '#config/regions.js';",
        '',
        'start();',
      ],
    ],
    [
      'an import on the line of other code',
      ["import a from 'a'; start();"],
      ["import a from 'a';", "import { regions } from '#config/regions.js';", ' start();'],
    ],
    ['code', ['start();'], ["import { regions } from '#config/regions.js';", '', 'start();']],
    [
      'a shebang',
      ['#!/usr/bin/env node', 'start();'],
      ['#!/usr/bin/env node', "import { regions } from '#config/regions.js';", '', 'start();'],
    ],
    [
      'a directive',
      ["'use client';", '', 'start();'],
      ["'use client';", '', "import { regions } from '#config/regions.js';", '', 'start();'],
    ],
    [
      'a directive and code on one line',
      ["'use client'; start();"],
      ["'use client';", "import { regions } from '#config/regions.js';", ' start();'],
    ],
    [
      'a licence, a pragma and a comment of the code',
      [
        '/*',
        ' * Copyright 2025 Orders Ltd.',
        ' */',
        '// @flow',
        '/** Starts. */',
        'export function start() {}',
      ],
      [
        '/*',
        ' * Copyright 2025 Orders Ltd.',
        ' */',
        '// @flow',
        "import { regions } from '#config/regions.js';",
        '',
        '/** Starts. */',
        'export function start() {}',
      ],
    ],
    [
      'a comment that stands apart',
      ['// Orders.', '', '/** Starts. */', 'export function start() {}'],
      [
        '// Orders.',
        '',
        "import { regions } from '#config/regions.js';",
        '',
        '/** Starts. */',
        'export function start() {}',
      ],
    ],
    [
      'a comment for the next line',
      ['// @ts-expect-error: it comes later', 'start();'],
      [
        "import { regions } from '#config/regions.js';",
        '',
        '// @ts-expect-error: it comes later',
        'start();',
      ],
    ],
    [
      'statements before the imports',
      ["jest.mock('a');", "import a from 'a';", 'a();'],
      ["jest.mock('a');", "import a from 'a';", "import { regions } from '#config/regions.js';", 'a();'],
    ],
  ])('goes where it should, with %s', (_, before, after) => {
    expect(add(lines(...before)).code).toBe(lines(...after));
  });

  it.each([
    [
      'import a from "a"\r\nstart()\r\n',
      'import a from "a"\r\nimport { regions } from "#config/regions.js"\r\nstart()\r\n',
    ],
    [
      "import {a} from 'a'\nstart()",
      "import {a} from 'a'\nimport {regions} from '#config/regions.js'\nstart()",
    ],
    ['start("a")\nstop("b")', 'import { regions } from "#config/regions.js"\n\nstart("a")\nstop("b")'],
  ])('is written as the file is: %j', (before, after) => {
    expect(add(before).code).toBe(after);
  });

  it.each([
    [
      ["'use strict';", "const a = require('a');", "require('dotenv').config();", 'start();'],
      [
        "'use strict';",
        "const a = require('a');",
        "require('dotenv').config();",
        "const { regions } = require('#config/regions.js');",
        'start();',
      ],
    ],
    // A require is run where it stands.
    [
      ["process.env.AWS_REGION = 'us-east-1';", "const a = require('a');"],
      [
        "const { regions } = require('#config/regions.js');",
        '',
        "process.env.AWS_REGION = 'us-east-1';",
        "const a = require('a');",
      ],
    ],
    [
      ['(async () => {})()', 'start()'],
      ["const { regions } = require('#config/regions.js');", '', '(async () => {})()', 'start()'],
    ],
    [
      ["const a = require('a')", ';(async () => {})()'],
      ["const a = require('a')", "const { regions } = require('#config/regions.js')", ';(async () => {})()'],
    ],
  ])('is a require in CommonJS: %j', (before, after) => {
    expect(add(lines(...before), 'cjs').code).toBe(lines(...after));
  });
});

describe('addImport: what is imported already', () => {
  it.each([
    [`import { regions } from '${from}';`, 'regions'],
    [`import { a, regions as where } from '${from}';`, 'where'],
    [`import { 'regions' as where } from '${from}';`, 'where'],
    [`import * as config from '${from}';`, 'config.regions'],
    [`import config = require('${from}');`, 'config.regions'],
    [`const config = require('${from}');`, 'config.regions'],
    [`const { regions: where } = require('${from}');`, 'where'],
    [`const where = require('${from}').regions;`, 'where'],
  ])('is used: %s', (code, localName) => {
    expect(add(code)).toEqual({ code, localName });
  });

  it('is not used where an inner name hides it', () => {
    expect(add(`import { regions } from '${from}';\nfunction f(regions) {}`)).toEqual({
      code: `import { regions, regions as cloudRegions } from '${from}';\nfunction f(regions) {}`,
      localName: 'cloudRegions',
    });
  });
});

describe('addImport: an import of the same module', () => {
  it.each([
    [`import { a } from '${from}';`, `import { a, regions } from '${from}';`],
    [`import {\n  a,\n  b,\n} from '${from}';`, `import {\n  a,\n  b,\n  regions,\n} from '${from}';`],
    [`import a from '${from}';`, `import a, { regions } from '${from}';`],
    [`import a, { b } from '${from}';`, `import a, { b, regions } from '${from}';`],
    [`import {} from '${from}';`, `import { regions } from '${from}';`],
    [`import { type A } from '${from}';`, `import { type A, regions } from '${from}';`],
    [`const { a } = require('${from}');`, `const { a, regions } = require('${from}');`],
    [`const { a, ...rest } = require('${from}');`, `const { a, regions, ...rest } = require('${from}');`],
  ])('is added to: %j', (before, after) => {
    expect(add(before)).toEqual({ code: after, localName: 'regions' });
  });

  it.each([
    `import type { A } from '${from}';`,
    `import type { regions as R } from '${from}';`,
    `import a, * as b from '#config/other.js';`,
    `import '${from}';`,
    `export { regions } from '${from}';\nimport a from 'a';`,
  ])('is left as it is: %s', (code) => {
    expect(add(code)).toEqual({ code: `${code}\nimport { regions } from '${from}';`, localName: 'regions' });
  });
});

describe('addImport: names', () => {
  it.each([
    ['const regions = [];', 'cloudRegions'],
    ['function f({ regions }) {}', 'cloudRegions'],
    ['type regions = string;', 'cloudRegions'],
    ['start(regions);', 'cloudRegions'],
    ['const regions = 1, cloudRegions = 2;', 'cloudRegions2'],
    ['start(all.regions, { regions: 1 });', 'regions'],
  ])('does not hide or reuse what is there: %s', (code, localName) => {
    expect(add(code).localName).toBe(localName);
  });

  it('gives the other name in both forms', () => {
    expect(add('const regions = 1;').code).toContain(
      "import { regions as cloudRegions } from '#config/regions.js';",
    );
    expect(add('const regions = 1;', 'cjs').code).toContain(
      "const { regions: cloudRegions } = require('#config/regions.js');",
    );
  });
});
