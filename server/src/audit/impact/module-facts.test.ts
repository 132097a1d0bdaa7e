import { createOxc } from '../../parse/oxc.ts';
import { exportsHandler, readModule, type ModuleFacts } from './module-facts.ts';

const oxc = createOxc();

function read(code: string, filename = 'a.ts'): ModuleFacts {
  const { program } = oxc.parse(filename, code);
  if (!program) throw new Error(`cannot be parsed: ${code}`);
  return readModule(program);
}

describe('readModule', () => {
  it.each([
    [`import './a';`],
    [`import a, { type B } from './a';`],
    [`export * as a from './a';`],
    [`export { a } from './a';`],
    [`import a = require('./a');`],
    [`const load = () => import('./a');`],
    ['const load = () => import(`./a`);'],
    [`if (x) { const { a } = require('./a'); }`],
  ])('counts %s', (code) => {
    expect([...read(code).imports]).toEqual(['./a']);
  });

  it.each([
    [`import type { A } from './a';`],
    [`import { type A, type B } from './a';`],
    [`export type { A } from './a';`],
    [`export type * from './a';`],
    [`export { type A } from './a';`],
    [`import type a = require('./a');`],
    [`type A = import('./a').A;`],
    [`// import './a'\nconst text = "import './a'";`],
    [`const load = (name: string) => import(name);`],
  ])('does not count %s', (code) => {
    expect([...read(code).imports]).toEqual([]);
  });

  it.each([
    [`export const handler = async () => {};`, true],
    [`export async function handler() {}`, true],
    [`const handle = () => {}; export { handle as handler };`, true],
    [`export { handler } from './a';`, true],
    [`exports.handler = async () => {};`, true],
    [`module.exports.handler = async () => {};`, true],
    [`module.exports = { handler };`, true],
    [`const handler = () => {};`, false],
    [`export const command = 'deploy'; export const handler = () => {};`, false],
  ])('sees in %s whether a handler is exported', (code, wanted) => {
    expect(exportsHandler(read(code))).toBe(wanted);
  });

  it.each([
    [`app.listen(3000);`, true],
    [`await fastify.listen({ port: 3000 });`, true],
    [`serve({ fetch: app.fetch });`, true],
    [`Bun.serve({});`, true],
    [`cache.serve();`, false],
    [`events.on('listen', f);`, false],
  ])('sees in %s whether a server is started', (code, wanted) => {
    expect(read(code).listens).toBe(wanted);
  });
});
