import { isComponentName } from '../../project/component-code.ts';
import { codeOf } from './code-of.ts';

describe('codeOf', () => {
  it('takes code as it is', () => {
    expect(codeOf('src/a.tsx', 'const a = 1;')).toEqual([{ filename: 'src/a.tsx', text: 'const a = 1;' }]);
  });

  it('takes all scripts of a Vue or Svelte component', () => {
    const text = `<script>\nimport a from './a';\n</script>\n<p>hi</p>\n<script setup lang="ts">import b from './b';</script>`;
    expect(codeOf('App.vue', text).map((code) => code.text)).toEqual([
      `\nimport a from './a';\n`,
      `import b from './b';`,
    ]);
    expect(codeOf('App.svelte', text)[0]?.filename).toBe('App.svelte.ts');
  });

  it('takes the front matter of an Astro page', () => {
    const text = `---\nimport a from './a';\n---\n<p>--- not code ---</p>`;
    expect(codeOf('index.astro', text)).toEqual([
      { filename: 'index.astro.ts', text: `import a from './a';` },
    ]);
  });

  it('knows components by their names', () => {
    expect(['a.vue', 'a.svelte', 'a.astro', 'a.ts'].map(isComponentName)).toEqual([true, true, true, false]);
  });
});
