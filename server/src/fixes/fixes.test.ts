import { createMemoryProject, parse, type Texts } from './testing/memory-project.ts';
import { applyEdits } from '../parse/apply-edits.ts';
import { getOffers } from './get-offers.ts';
import { planEdits } from './plan-edits.ts';
import { fixes } from './fixes.ts';
import type { FileEdit } from '../lint/file-edit.ts';

/** Ways to write down the region of a client, each with a name of its own. */
const regions: readonly ((name: string) => string)[] = [
  (name) => `const ${name} = new S3Client({ region: 'us-east-1' });`,
  (name) => `const ${name} = new S3Client({ maxAttempts: 2, region: "eu-west-1", });`,
  (name) => `const ${name}Region = 'us-west-2';\nconst ${name} = new S3Client({ region: ${name}Region });`,
  (name) =>
    `const ${name} = new S3Client({\n  region: process.env.${name.toUpperCase()}_REGION ?? 'us-east-1', // why\n  maxAttempts: 2,\n});`,
  (name) => `const ${name} = (region = 'ap-south-1') => new S3Client({ region });`,
  (name) => `class ${name} {\n  region = 'us-east-1';\n  s3 = new S3Client({ region: this.region });\n}`,
  (name) => `const ${name} = { url: 'https://sqs.us-east-1.amazonaws.com/1/orders' };\nfetch(${name}.url);`,
  (name) => `fetch(\`https://sqs.us-east-1.amazonaws.com/1/\${${name}}\n\`);`,
  (name) => `const ${name} = { ...{ region: 'us-east-1' } };\nnew S3Client(${name});`,
  (name) =>
    `function ${name}() {\n\tif (true) return new S3Client({ region: 'eu-west-1' });\n\treturn undefined;\n}`,
];

/** Ways to write a file. */
const forms: readonly { path: string; write: (code: string) => string }[] = [
  { path: 'src/a.ts', write: (code) => `import { S3Client } from '@aws-sdk/client-s3';\n\n${code}\n` },
  { path: 'src/a.mjs', write: (code) => `import { S3Client } from "@aws-sdk/client-s3"\n${code}` },
  {
    path: 'src/a.cjs',
    write: (code) => `'use strict';\nconst { S3Client } = require('@aws-sdk/client-s3');\n\n${code}\n`,
  },
  {
    path: 'src/a.ts',
    write: (code) =>
      `\uFEFF// Copyright\n\nimport { S3Client } from '@aws-sdk/client-s3';\n${code}\n`.replaceAll(
        '\n',
        '\r\n',
      ),
  },
  {
    path: 'bin/a.js',
    write: (code) =>
      `#!/usr/bin/env node\nconst { S3Client } = require('@aws-sdk/client-s3');\nconst regions = [];\n${code}\n`,
  },
];

/** The regions in pairs, so that each meets each. */
const programs = forms.flatMap(({ path, write }) =>
  regions.map((region, index) => {
    const other = regions[(index * 3 + 1) % regions.length] ?? region;
    return { path, text: write(`${region('first')}\n${other('second')}`) };
  }),
);

describe.each(fixes)('$kind', ({ kind }) => {
  it.each(programs)('program %#', async ({ path, text }) => {
    const project = createMemoryProject({ [path]: text });
    const targets = await project.lintAll();
    const findings = targets.flatMap((target) => target.findings);
    expect(findings.length).toBeGreaterThan(1);
    const plan = await planEdits({ kind }, targets, project.context);

    // Each finding is done, or there is a reason why not.
    const answered = [...plan.done, ...plan.refused.map(({ finding }) => finding)];
    expect(new Set(answered)).toEqual(new Set(findings));
    expect(answered).toHaveLength(findings.length);
    for (const { reason } of plan.refused) expect(reason).toMatch(/^[A-Z'].*\.$/);
    for (const edit of plan.files) checkEdits(edit);

    const after = project.apply(plan);
    for (const [file, each] of Object.entries(after)) if (/\.[cm]?[jt]s$/.test(file)) parse(each, file);
    expect(breaksOf(after[path] ?? '')).toEqual(breaksOf(text));

    // There is nothing left of that kind.
    const next = createMemoryProject(after);
    const again = await planEdits({ kind }, await next.lintAll(), next.context);
    expect(again.done.map(({ message }) => `${message}\n${after[path] ?? ''}`)).toEqual([]);
    expect(again.files).toEqual([]);
  });
});

it('does what it offers', async () => {
  for (const { path, text } of programs) {
    const project = createMemoryProject({ [path]: text });
    for (const { file, findings } of await project.lintAll()) {
      for (const finding of findings) {
        for (const { kind, id } of getOffers(file, finding, project.context)) {
          const plan = await planEdits({ kind, id }, [{ file, findings: [finding] }], project.context);
          expect(plan.done, `${kind} ${id}\n${text}`).toEqual([finding]);
        }
      }
    }
  }
});

function checkEdits({ path, before, edits, label }: FileEdit): void {
  expect(label).toMatch(/^[A-Z]/);
  expect(applyEdits(before ?? '', edits), path).not.toBe(before);
  let end = 0;
  for (const { range } of edits) {
    expect(range[0]).toBeGreaterThanOrEqual(end);
    [, end] = range;
  }
}

/** The kinds of line ends in a text. */
function breaksOf(text: string): Texts[string][] {
  return [...new Set(text.match(/\r?\n/g))];
}
