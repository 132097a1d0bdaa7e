import { getDocumentPath } from './document-path.ts';

describe('getDocumentPath', () => {
  it.each([
    ['file:///p/a%20b.ts', 'typescript', '/p/a b.ts'],
    ['file:///p/a.d.ts', 'typescript', '/p/a.d.ts'],
    ['file:///p/script', 'javascript', '/p/script.js'],
    ['file:///p/page.es6', 'javascriptreact', '/p/page.es6.jsx'],
    ['file:///p/a.vue', 'vue', '/p/a.vue'],
    ['untitled:Untitled-1', 'typescriptreact', '/fallback/Untitled-1.tsx'],
    ['vscode-remote://host/p/a.ts', 'typescript', '/fallback/a.ts'],
  ])('gives %s (%s) the path %s', (uri, languageId, path) => {
    expect(getDocumentPath({ uri, languageId }, '/fallback')).toBe(path);
  });

  it.each([
    ['file:///p/a.py', 'python'],
    ['file:///p/node_modules/x/a.js', 'javascript'],
  ])('gives none to %s (%s)', (uri, languageId) => {
    expect(getDocumentPath({ uri, languageId }, '/fallback')).toBeUndefined();
  });
});
