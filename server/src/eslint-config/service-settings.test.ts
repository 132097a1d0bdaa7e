import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readServiceSettings } from './service-settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'multi-region-settings-'));
  mkdirSync(join(folder, '.git'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function read(config: string, name = 'eslint.config.js', from = ''): ReturnType<typeof readServiceSettings> {
  writeFileSync(join(folder, name), config);
  return readServiceSettings(join(folder, from));
}

describe('readServiceSettings', () => {
  it('reads what is written out, from where the config is', async () => {
    mkdirSync(join(folder, 'packages/a'), { recursive: true });
    const config = `import { defineConfig } from 'eslint/config';
      throw new Error('is not run');
      export default defineConfig([{ settings: { 'multi-region': {
        failover: 'client',
        services: { ses: { critical: false, failover: 'mails wait' }, 'route-53': { critical: true } },
      } } }]);`;
    expect(await read(config, 'eslint.config.mjs', 'packages/a')).toEqual({
      ses: { critical: false, failover: 'mails wait' },
      'route-53': { critical: true },
    });
  });

  it('follows constants of the file, and lets the later config win', async () => {
    const config = `const services = { s3: { critical: true, failover: 'replica' } } as const;
      const settings = { 'multi-region': { services } };
      export default [{ settings }, { settings: { 'multi-region': { services: { s3: { critical: false } } } } }];`;
    expect(await read(config, 'eslint.config.ts')).toEqual({ s3: { critical: false, failover: 'replica' } });
  });

  it.each([
    ['nothing of it', 'export default [];'],
    ['what is computed', `export default [{ settings: { 'multi-region': { services: load() } } }];`],
    ['what is wrong', `export default [{ settings: { 'multi-region': { services: [] } } }];`],
    ['what does not parse', `'multi-region' services {{{`],
    ['the key elsewhere', `export default [{ plugins: { 'multi-region': { services: { s3: {} } } } }];`],
  ])('finds nothing in %s', async (_name, config) => {
    expect(await read(config)).toEqual({});
  });

  it('finds nothing where there is no config, and looks no further than the repository', async () => {
    writeFileSync(
      join(folder, 'eslint.config.js'),
      `export default [{ settings: { 'multi-region': { services: { s3: { critical: true } } } } }];`,
    );
    mkdirSync(join(folder, 'inner/.git'), { recursive: true });
    expect(await readServiceSettings(join(folder, 'inner'))).toEqual({});
  });
});
