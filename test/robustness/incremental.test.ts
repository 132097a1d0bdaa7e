import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createComparison } from './incremental/compare-parsers.ts';

// A small part of what `node scripts/fuzz-incremental.mjs FOLDER` does with other people's code.

const editsOfAFile = 40;
const examples = join(import.meta.dirname, '../../examples');

it('gives the same for a file that is edited as for one that is parsed afresh', { timeout: 300_000 }, () => {
  const { counts, compare } = createComparison();
  const files = readdirSync(examples, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/u.test(path) && !/node_modules|test/u.test(path))
    .sort();
  const seed = Number(process.env.FUZZ_SEED ?? 0);
  for (const [index, path] of files.entries()) {
    compare(path, readFileSync(join(examples, path), 'utf8'), seed + index, editsOfAFile);
  }
  for (const [index, [path, text]] of Object.entries(samples()).entries()) {
    compare(path, text, seed + 1000 + index, editsOfAFile);
  }
  // It would be no test of anything if the syntax never broke, or the tree was never kept.
  expect(counts.broken / counts.edits).toBeGreaterThan(0.2);
  expect(counts.incremental / counts.edits).toBeGreaterThan(0.15);
  expect(counts.findings).toBeGreaterThan(counts.edits / 4);
});

/** What the examples have none of. */
function samples(): Record<string, string> {
  return {
    'src/common.js': `'use strict';
const AWS = require('aws-sdk')
const a = async () => { const s3 = new AWS.S3({ region: 'us-east-1' }); for (const x of y) { await s3.getObject(x); if (x) break } }
module.exports = function* () { yield a
  { 'text'; let b = 1 }
}
`,
    'src/class.ts': `import { S3Client } from '@aws-sdk/client-s3';
@sealed export class A<T> extends B<T> {
  static #clients = new Map<string, S3Client>()
  region = process.env.AWS_REGION ?? 'us-east-1';
  static { this.#clients.set('us-east-1', new S3Client({ region: 'us-east-1' })); }
  constructor(private readonly name: string) { super(); }
  abstract run(): void
  get client() { return A.#clients.get(this.region) ?? new S3Client({ region: this.region }) }
  async *[Symbol.iterator]() { for await (const x of this.all()) { yield* x } }
}
namespace N { export const zone = 'us-east-1a'; export function f() { return zone } }
interface N { a: string } interface N { b: 'us-east-1' }
declare global { interface Window { region: string } }
`,
    'src/view.tsx': `import { S3Client } from '@aws-sdk/client-s3';
export const View = ({ region = 'us-east-1' }) => <ul>{[1, 2].map((n) => { const client = new S3Client({ region }); return <li key={n}>{client.config.region} us-west-2</li>; })}</ul>
`,
  };
}
