import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { readSettings } from 'eslint-plugin-multi-region/facts';
import { createMemoryProject, type Texts } from '../testing/memory-project.ts';
import { renderFailoverModule } from './failover-client/render.ts';
import { failoverVersion, findImportedFailover, findOldFailover, updateFailover } from './update-failover.ts';

const fixture = new URL('../../../../test/fixtures/region-failover/version-1.ts', import.meta.url);
const first = readFileSync(fixture, 'utf8');
const style = { quote: "'", semicolons: true, indent: '  ', eol: '\n' } as const;
const newest = renderFailoverModule({ language: 'ts', module: 'esm', ...style });
const path = '/project/src/config/region-failover.ts';

function update(texts: Texts, name: string): string | undefined {
  const project = createMemoryProject(texts, readSettings({}));
  const old = findOldFailover(`/project/${name}`, texts[name] ?? '');
  const edit = old && updateFailover(old, project.context);
  return edit && project.apply({ files: [edit], done: [], refused: [] })[name];
}

describe('a failover module', () => {
  it('of the first version is known as it was written, in any style', async () => {
    expect(findOldFailover(path, first)).toEqual({ path, version: 1, isChanged: false });
    const other = await format(first, {
      parser: 'typescript',
      semi: false,
      useTabs: true,
      endOfLine: 'crlf',
    });
    expect(other).not.toBe(first);
    expect(findOldFailover(path, other)?.isChanged).toBe(false);
    expect(findOldFailover(path, `\uFEFF${first}`)?.isChanged).toBe(false);
  });

  it('is known to be changed', () => {
    const changed = first.replace('60_000', '30_000');
    expect(findOldFailover(path, changed)).toEqual({ path, version: 1, isChanged: true });
  });

  it.each([
    ['the newest', path, newest],
    ['a later one', path, newest.replace(`version ${failoverVersion}`, `version ${failoverVersion + 1}`)],
    ['one without our header', path, first.replace(/^.*\n/u, '')],
    ['another file of ours', path, '// Written by Multi-Region. It is yours now: change it as you like.\n'],
    ['its test', '/project/src/config/region-failover.test.ts', first],
  ])('is left alone: %s', (_, name, text) => {
    expect(findOldFailover(name, text)).toBeUndefined();
  });

  it('is replaced by the newest', () => {
    expect(update({ 'src/region-failover.ts': first }, 'src/region-failover.ts')).toBe(newest);
  });

  it('is replaced in the language and the style of the file', () => {
    const script = `${first.split('\n')[0] ?? ''}\nfunction withRegionFailover() {\n\treturn undefined\n}\n\nmodule.exports = { withRegionFailover }\n`;
    const text = update({ 'region-failover.cjs': script }, 'region-failover.cjs') ?? '';
    expect(text).toBe(
      renderFailoverModule({ ...style, language: 'js', module: 'cjs', semicolons: false, indent: '\t' }),
    );
  });
});

describe('the module that a file imports', () => {
  const texts = { 'src/config/region-failover.ts': first, 'src/lib/failover.js': newest };
  const { files } = createMemoryProject(texts).context;

  it.each([
    ["import { withRegionFailover } from './config/region-failover.js';", path],
    ["import { withRegionFailover } from './config/region-failover';", path],
    ["const { withRegionFailover } = require('./config/region-failover');", path],
    ["import { withRegionFailover } from './lib/failover.js';", undefined],
    ["import { withRegionFailover } from './config/failover.js';", undefined],
    ["import { withRegionFailover } from 'region-failover';", undefined],
  ])('is found: %s', (text, found) => {
    expect(findImportedFailover('/project/src/a.ts', text, files)?.path).toBe(found);
  });
});
