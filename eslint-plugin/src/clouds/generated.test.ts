import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

describe('the generated tables', () => {
  it('are what their generator writes', () => {
    const generator = fileURLToPath(new URL('../../../scripts/catalog/generate.mjs', import.meta.url));
    expect(execFileSync(process.execPath, [generator, '--check'], { encoding: 'utf8' })).toBe('');
  });
});
