import { createRoots } from './roots.ts';

const folder = (path: string) => ({ name: path, uri: `file://${path}` });

function rootsOf(...paths: string[]) {
  const roots = createRoots();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its type requires rootUri
  roots.initialize({ processId: null, rootUri: null, capabilities: {}, workspaceFolders: paths.map(folder) });
  return roots;
}

describe('createRoots', () => {
  it('gives the innermost open folder of a file', () => {
    const roots = rootsOf('/code', '/code/packages/a', '/code/pack');
    expect(roots.getRoot('/code/packages/a/src/x.ts')).toBe('/code/packages/a');
    expect(roots.getRoot('/code/packages/b/x.ts')).toBe('/code');
    expect(roots.getFirst()).toBe('/code');
  });

  it('gives the folder of a file that is in none', () => {
    expect(rootsOf('/code').getRoot('/codes/x.ts')).toBe('/codes');
    expect(rootsOf().getRoot('/tmp/x.ts')).toBe('/tmp');
    expect(rootsOf().getFirst()).toBeUndefined();
  });

  it('follows the folders that come and go', () => {
    const roots = rootsOf('/code');
    roots.update({ added: [folder('/other')], removed: [folder('/code')] });
    expect(roots.getRoot('/other/src/x.ts')).toBe('/other');
    expect(roots.getRoot('/code/src/x.ts')).toBe('/code/src');
  });
});
