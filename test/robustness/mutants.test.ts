import { join } from 'node:path';
import { checkMutants } from './mutants/check-mutants.ts';
import { compareWays } from './mutants/compare-ways.ts';
import { readSources } from './mutants/sources.ts';

// A small part: `node scripts/fuzz-mutants.mjs` has as many as one likes.
const root = join(import.meta.dirname, '../..');
const sources = [join(root, 'examples'), join(root, 'test/fixtures')].flatMap(readSources);

it('breaks down on no mutant, and breaks none by an edit', { timeout: 60_000 }, async () => {
  const counts = await checkMutants(sources, { count: 600, seed: Number(process.env.FUZZ_SEED ?? 0) });
  expect(counts.parsed).toBeGreaterThan(50);
  expect(counts.plans).toBeGreaterThan(10);
});

it('says the same of mutants in eslint, the audit and the server', { timeout: 60_000 }, async () => {
  const { files, eslint, audit, server } = await compareWays(sources, { count: 30, seed: 0 });
  expect(files).toBeGreaterThan(4);
  expect(eslint.length).toBeGreaterThan(0);
  expect(audit).toEqual(eslint);
  expect(server).toEqual(eslint);
});
