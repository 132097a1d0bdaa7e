import { runAudit } from './one-verdict/run-audit.ts';
import { runEslint } from './one-verdict/run-eslint.ts';
import { askServer } from './one-verdict/language-server.ts';
import { createTree, type Tree } from './one-verdict/tree.ts';
import { trees } from './one-verdict/trees.ts';
import { join } from 'node:path';

const made: Tree[] = [];
afterAll(() => {
  for (const tree of made) tree.remove();
});

function make(files: Record<string, string>, eslint: string | undefined): Tree {
  const tree = createTree(files, eslint);
  made.push(tree);
  return tree;
}

describe.each(['eslint', 'eslint-v9'])('with %s', (eslint) => {
  it.each(trees)('$name', async ({ files, folders, count }) => {
    const tree = make(files, eslint);
    const { root } = tree;
    const called = eslint === 'eslint' ? undefined : folders;
    const [runs, audit, served] = await Promise.all([
      Promise.all((called ?? ['']).map((folder) => runEslint(root, { cwd: join(root, folder) }))),
      runAudit(root),
      askServer(root, tree.listSources()),
    ]);
    for (const { stderr, code } of runs) expect(code, stderr).toBeLessThan(2);
    const expected = runs.flatMap(({ verdicts }) => verdicts).sort();
    expect(audit.verdicts).toEqual(expected);
    expect(served.verdicts).toEqual(expected);
    expect(audit.stderr).toBe('');
    expect(expected).toHaveLength(count);
  });
});
