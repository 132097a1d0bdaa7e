import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Notice } from '../files/notice.ts';
import { createWorkspaceLinter, type WorkspaceLinter } from './workspace-linter.ts';

// The host process is a bundle of its own, so it is the built one that runs here.
const hostScript = new URL('../../dist/config-host.js', import.meta.url);
const modules = join(import.meta.dirname, '../../../node_modules');
const plugin = `import plugin from 'eslint-plugin-multi-region';\n`;
const code = `import { S3Client } from '@aws-sdk/client-s3';
export const s3 = new S3Client({ region: 'us-east-1' });
`;

let root: string;
let linter: WorkspaceLinter;
let notices: Notice[];
let isTrusted: boolean;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'multi-region-workspace-'));
  notices = [];
  isTrusted = true;
  symlinkSync(modules, join(root, 'node_modules'), 'junction');
  linter = start();
});
afterEach(async () => {
  await linter.dispose();
  rmSync(root, { recursive: true, force: true });
});

function start(options: { timeoutMs?: number; idleMs?: number } = {}): WorkspaceLinter {
  return createWorkspaceLinter({
    getRoot: () => root,
    isTrusted: () => isTrusted,
    notice: (notice) => notices.push(notice),
    hostScript,
    ...options,
  });
}

function write(path: string, text: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** A config with one rule, at a level that tells it from others. */
function configWith(level: string): string {
  return `${plugin}export default [{ plugins: { 'multi-region': plugin }, rules: { 'multi-region/no-hardcoded-region': '${level}' } }];`;
}

/** The rules and levels of what is found in a file. */
async function lint(path = 'src/a.js', text = code): Promise<string[]> {
  const { findings, notice } = await linter.lint(text, join(root, path));
  expect(notice).toBeUndefined();
  return findings.map(({ ruleId, severity }) => `${ruleId.replace('multi-region/', '')} ${severity}`).sort();
}

const preset = ['no-hardcoded-region error', 'require-client-failover warn'];

describe('createWorkspaceLinter', () => {
  it('has the preset where there is no config', async () => {
    expect(await lint()).toEqual(preset);
    expect(notices).toEqual([]);
  });

  it('has the preset below a config that never mentions the plugin, even for what that ignores', async () => {
    write('eslint.config.mjs', `export default [{ ignores: ['src/'] }, { rules: { semi: 'error' } }];`);
    expect(await lint()).toEqual(preset);
    expect(await lint('other/b.js')).toEqual(preset);
    expect(notices).toEqual([]);
  });

  it('is not interested in what is wrong with the rules of others', async () => {
    write(
      'eslint.config.mjs',
      `export default [{ rules: { semi: 'error' } }, { rules: { 'none/such': 'error' } }];`,
    );
    expect(await lint()).toEqual(preset);
    expect(notices).toEqual([]);
  });

  it('runs nothing of a workspace that is not trusted, until it is', async () => {
    const ran = join(root, 'ran');
    write(
      'eslint.config.mjs',
      `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(ran)}, ''); ${configWith('warn')}`,
    );
    isTrusted = false;
    expect(await lint()).toEqual(preset);
    expect(existsSync(ran)).toBe(false);
    isTrusted = true;
    linter.invalidate();
    expect(await lint()).toEqual(['no-hardcoded-region warn']);
    expect(existsSync(ran)).toBe(true);
  });

  it('asks nobody about a file that says nothing of regions', async () => {
    write('eslint.config.mjs', 'while (true);');
    expect(await lint('src/a.js', 'export const a = 1;')).toEqual([]);
  });

  it('knows the settings of a file after linting it', async () => {
    const file = join(root, 'src/a.js');
    write(
      'eslint.config.mjs',
      `${plugin}export default [plugin.configs.recommended, { settings: { 'multi-region': { regions: { kind: 'module' } } } }];`,
    );
    expect(linter.getSettings(file).regions.kind).toBe('env');
    await lint();
    expect(linter.getSettings(file).regions.kind).toBe('module');
  });

  it('names the config whose settings are wrong', async () => {
    const config = write(
      'eslint.config.mjs',
      `${plugin}export default [plugin.configs.recommended, { settings: { 'multi-region': { cloud: 'aws' } } }];`,
    );
    const { findings, notice } = await linter.lint(code, join(root, 'src/a.js'));
    expect(findings).toEqual([]);
    expect(notice?.path).toBe(config);
    expect(notice?.message).toContain("has no key 'cloud'");
  });

  describe('when a file changes', () => {
    it('takes what a config says now', async () => {
      const config = write('eslint.config.mjs', configWith('warn'));
      expect(await lint()).toEqual(['no-hardcoded-region warn']);
      write('eslint.config.mjs', configWith('error'));
      expect(await linter.reload([config])).toBe(true);
      expect(await lint()).toEqual(['no-hardcoded-region error']);
    });

    it('takes what the modules of a config say now, whatever their form', async () => {
      write('eslint.config.mjs', `export { default } from './tools/one.mjs';`);
      write(
        'tools/one.mjs',
        `import two from './two.cjs'; ${plugin}
        export default [{ plugins: { 'multi-region': plugin }, rules: two }];`,
      );
      write('tools/two.cjs', `module.exports = require('./rules.json');`);
      const rules = (level: string) => `{ "multi-region/no-hardcoded-region": "${level}" }`;
      const file = write('tools/rules.json', rules('warn'));
      expect(await lint()).toEqual(['no-hardcoded-region warn']);
      write('tools/rules.json', rules('error'));
      expect(await linter.reload([join(root, 'src/a.js'), file])).toBe(true);
      expect(await lint()).toEqual(['no-hardcoded-region error']);
    });

    it('lets others change', async () => {
      write('eslint.config.mjs', configWith('warn'));
      await lint();
      expect(await linter.reload([join(root, 'src/a.js'), join(root, 'README.md')])).toBe(false);
    });

    it('sees a config that comes, and one that goes', async () => {
      expect(await lint()).toEqual(preset);
      const config = write('src/eslint.config.mjs', configWith('warn'));
      await linter.reload([config]);
      expect(await lint()).toEqual(['no-hardcoded-region warn']);
      rmSync(config);
      await linter.reload([config]);
      expect(await lint()).toEqual(preset);
    });

    it('answers what was asked before with what is true now', async () => {
      const config = write('eslint.config.mjs', `await new Promise(() => {}); ${configWith('warn')}`);
      const asked = lint();
      await setTimeout(300); // the process is up, and stuck
      write('eslint.config.mjs', configWith('error'));
      await linter.reload([config]);
      expect(await asked).toEqual(['no-hardcoded-region error']);
      expect(notices).toEqual([]);
    });
  });

  describe('when a config breaks', () => {
    it('keeps the last good answers, has the preset for other files, and says so once', async () => {
      const config = write('eslint.config.mjs', configWith('warn'));
      await lint();
      write('eslint.config.mjs', `throw new Error('out of order');`);
      await linter.reload([config]);
      expect(await lint()).toEqual(['no-hardcoded-region warn']);
      expect(await lint('src/new.js')).toEqual(preset);
      expect(notices).toHaveLength(1);
      expect(notices[0]).toMatchObject({ kind: 'failed', path: config });
      expect(notices[0]?.message).toContain('out of order');

      write('eslint.config.mjs', configWith('error'));
      await linter.reload([config]);
      expect(await lint()).toEqual(['no-hardcoded-region error']);
      expect(await lint('src/new.js')).toEqual(['no-hardcoded-region error']);
      expect(notices).toHaveLength(1);
    });

    it.each([
      ['loops', 'while (true);'],
      ['waits for ever', 'await new Promise(() => {});'],
    ])('gets over one that %s', async (_name, text) => {
      await linter.dispose();
      linter = start({ timeoutMs: 1000 });
      const config = write('eslint.config.mjs', text);
      expect(await lint()).toEqual(preset);
      const message = expect.stringContaining('there was no answer within 1 s') as string;
      expect(notices).toMatchObject([{ path: config, message }]);
      expect(await lint('src/b.js')).toEqual(preset);
      expect(notices).toHaveLength(1);
    });

    it.each([
      ['ends the process', 'process.exit(3);', 'code 3'],
      ['is no JavaScript', 'export default [', 'Unexpected end of input'],
      ['has a rule that is not there', configWith('warn').replace('no-hardcoded-region', 'nope'), 'nope'],
      ['exports a function', 'export default () => [];', 'Unexpected function'],
    ])('gets over one that %s', async (_name, text, reason) => {
      const config = write('eslint.config.mjs', text);
      expect(await lint()).toEqual(preset);
      const message = expect.stringContaining(reason) as string;
      expect(notices).toMatchObject([{ path: config, message }]);
      expect(await lint('src/b.js')).toEqual(preset);
      expect(notices).toHaveLength(1);
    });

    it('goes on with the configs of others', async () => {
      await linter.dispose();
      linter = start({ timeoutMs: 10_000 });
      write('a/eslint.config.mjs', 'while (true);');
      write('b/eslint.config.mjs', configWith('warn'));
      expect(await Promise.all([lint('a/a.js'), lint('b/b.js')])).toEqual([
        preset,
        ['no-hardcoded-region warn'],
      ]);
      expect(notices).toHaveLength(1);
    });

    it('is not disturbed by what a config prints', async () => {
      write(
        'eslint.config.mjs',
        `console.log('x'.repeat(1e6)); console.error('y'.repeat(1e6)); ${configWith('warn')}`,
      );
      expect(await lint()).toEqual(['no-hardcoded-region warn']);
    });
  });

  it.each([
    ['is not installed', undefined, 'ESLint is not installed'],
    ['is too old', '{ "name": "eslint", "version": "9.14.0" }', 'Its ESLint is 9.14.0'],
  ])('has the preset where ESLint %s, and says what to do', async (_name, manifest, reason) => {
    rmSync(join(root, 'node_modules'));
    if (manifest !== undefined) write('node_modules/eslint/package.json', manifest);
    const config = write('eslint.config.mjs', configWith('warn'));
    expect(await lint()).toEqual(preset);
    expect(notices).toMatchObject([{ path: config, message: expect.stringContaining(reason) as string }]);
  });

  it('says nothing where nothing is installed, and the config is not for us', async () => {
    rmSync(join(root, 'node_modules'));
    write('eslint.config.mjs', `import js from '@eslint/js'; export default [js.configs.recommended];`);
    expect(await lint()).toEqual(preset);
    expect(notices).toEqual([]);
  });

  describe('its process', () => {
    const report = (file: string) =>
      `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(file)}, String(process.pid)); ${configWith('warn')}`;
    const isAlive = (pid: number) => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    async function waitForEnd(pid: number): Promise<void> {
      while (isAlive(pid)) await setTimeout(50); // the test's own timeout is the limit
    }

    it('ends when nothing is asked, and starts again', async () => {
      await linter.dispose();
      linter = start({ idleMs: 200 });
      const file = join(root, 'pid');
      write('eslint.config.mjs', report(file));
      await lint();
      const first = readFileSync(file, 'utf8');
      await waitForEnd(Number(first));
      expect(await lint('src/b.js')).toEqual(['no-hardcoded-region warn']);
      expect(readFileSync(file, 'utf8')).not.toBe(first);
    });

    it('is one for all configs of an ESLint, and gone after dispose', async () => {
      const pids = ['a', 'b'].map((name) => {
        const file = join(root, `${name}.pid`);
        write(`${name}/eslint.config.mjs`, report(file));
        return file;
      });
      await Promise.all([lint('a/a.js'), lint('b/b.js')]);
      const [a, b] = pids.map((file) => Number(readFileSync(file, 'utf8')));
      expect(a).toBe(b);
      await linter.dispose();
      expect(isAlive(a ?? 0)).toBe(false);
    });

    it('does not outlive one that is killed, not even when a config loops', async () => {
      const file = join(root, 'pid');
      const config = write(
        'eslint.config.mjs',
        `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(file)}, String(process.pid)); while (true);`,
      );
      // Node alone, without the loader of the tests, and as the server does it.
      const parent = spawn(process.execPath, [
        '--input-type=module',
        '--eval',
        `import { fork } from 'node:child_process';
        const host = fork(${JSON.stringify(hostScript.pathname)}, [${JSON.stringify(join(modules, 'eslint'))}], { serialization: 'advanced', execArgv: [] });
        host.send({ multiRegion: 1, content: { kind: 'configs', configFile: ${JSON.stringify(config)}, cwd: ${JSON.stringify(root)}, paths: [${JSON.stringify(join(root, 'a.js'))}] } });`,
      ]);
      while (!existsSync(file) || readFileSync(file, 'utf8') === '') await setTimeout(50);
      const pid = Number(readFileSync(file, 'utf8'));
      parent.kill('SIGKILL');
      await once(parent, 'exit');
      await waitForEnd(pid);
    });
  });
});
