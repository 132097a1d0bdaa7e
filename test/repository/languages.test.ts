import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEmbeddedLanguage, findLanguage } from '../../eslint-plugin/src/languages/find-language.ts';
import { languages } from '../../eslint-plugin/src/languages/languages.ts';

const root = join(import.meta.dirname, '../..');

describe('the names of languages', () => {
  it('are the same in the list, the manifest and the client', () => {
    const generator = join(root, 'scripts/languages/generate.mjs');
    expect(execFileSync(process.execPath, [generator, '--check'], { encoding: 'utf8' })).toBe('');
  });

  it('start the extension, and show its commands, for every language', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    for (const id of languages.flatMap(({ editorIds }) => Object.keys(editorIds))) {
      expect(manifest).toContain(`"onLanguage:${id}"`);
      expect(manifest).toMatch(new RegExp(`editorLangId =~ /\\^\\((?:[\\w-]+\\|)*${id}(?:\\||\\)\\$/)`));
    }
  });

  it.each([
    ['src/orders.ts', 'ecmascript'],
    ['C:\\shop\\orders.mjs', 'ecmascript'],
    ['orders.d.ts', 'ecmascript'],
    ['orders.tsx.txt', undefined],
    ['ts', undefined],
  ])('tell what %s is', (path, id) => {
    expect(findLanguage(languages, path)?.id).toBe(id);
  });

  it('tell what a component holds, which takes a parser of the project', () => {
    expect(findLanguage(languages, 'Shop.vue')).toBeUndefined();
    expect(findEmbeddedLanguage(languages, 'Shop.vue')?.id).toBe('ecmascript');
    expect(findEmbeddedLanguage(languages, 'shop.css')).toBeUndefined();
  });
});
