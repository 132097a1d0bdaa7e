import { DidChangeWorkspaceFoldersNotification } from 'vscode-languageserver-protocol/node';
import type { ScratchRepository } from '../support/scratch-repository.ts';
import { simple } from './capabilities.ts';
import { startEditor, stopAll, toUri, type Editor } from './editor.ts';
import { clientIn, createProject } from './samples.ts';
import { linkPackages } from './link-packages.ts';

const flatConfig = (severity: string) => `import multiRegion from 'eslint-plugin-multi-region';
export default [{ files: ['**/*.ts'], plugins: { 'multi-region': multiRegion }, rules: { 'multi-region/no-hardcoded-region': '${severity}' } }];
`;

let project: ScratchRepository;
beforeEach(() => {
  project = createProject();
});
afterEach(async () => {
  await stopAll();
  project.remove();
});

const uriOf = (path: string) => toUri(`${project.root}/${path}`);

async function start(options: Parameters<typeof startEditor>[0] = {}) {
  return startEditor({ roots: [project.root], ...options });
}

async function codesOf(editor: Editor, uri: string): Promise<unknown[]> {
  return (await editor.pull(uri)).map(({ code, severity }) => `${String(code)} ${severity ?? 0}`);
}

/** Waits for the request to ask again, which a change brings. */
async function waitForRefresh({ received }: Editor, action: () => unknown): Promise<void> {
  const { refreshes } = received;
  await action();
  await vi.waitFor(() => {
    expect(received.refreshes).toBeGreaterThan(refreshes);
  }, 20_000);
}

const preset = ['multi-region/require-client-failover 2', 'multi-region/no-hardcoded-region 1'];

describe('the ESLint config of the workspace', () => {
  beforeEach(() => {
    linkPackages(project.root);
    project.write({ 'eslint.config.js': flatConfig('warn') });
  });

  it('decides when the workspace is trusted, and not before', async () => {
    const editor = await start({ initializationOptions: { trusted: false } });
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    expect(await codesOf(editor, uri)).toEqual(preset);
    await waitForRefresh(editor, () =>
      editor.connection.sendNotification('multiRegion/trust', { trusted: true }),
    );
    expect(await codesOf(editor, uri)).toEqual(['multi-region/no-hardcoded-region 2']);
  });

  it('is not evaluated for an editor that says nothing of trust', async () => {
    const editor = await start();
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    expect(await codesOf(editor, uri)).toEqual(preset);
    expect(editor.received.logged).toContainEqual(expect.stringContaining('trusted'));
  });

  it('takes effect when it changes, without a restart', async () => {
    const editor = await start({ initializationOptions: { trusted: true } });
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    expect(await codesOf(editor, uri)).toEqual(['multi-region/no-hardcoded-region 2']);
    project.write({ 'eslint.config.js': flatConfig('error') });
    await waitForRefresh(editor, () => editor.touch(uriOf('eslint.config.js')));
    expect(await codesOf(editor, uri)).toEqual(['multi-region/no-hardcoded-region 1']);
  });

  it('is shown once when it throws, and the last good one stays', async () => {
    const editor = await start({ initializationOptions: { trusted: true } });
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    const good = await codesOf(editor, uri);
    project.write({ 'eslint.config.js': "throw new Error('I am broken');\n" });
    await waitForRefresh(editor, () => editor.touch(uriOf('eslint.config.js')));
    expect(await codesOf(editor, uri)).toEqual(good);
    await editor.change(uri, 2, `${clientIn('us-east-1')}\n`);
    await editor.pull(uri);
    expect(editor.received.messages).toEqual([expect.stringContaining('I am broken')]);
    expect(editor.received.messages[0]).toContain('eslint.config.js');
    await vi.waitFor(() => {
      expect(editor.received.status.at(-1)?.warning).toContain('I am broken');
    });
    project.write({ 'eslint.config.js': flatConfig('error') });
    await waitForRefresh(editor, () => editor.touch(uriOf('eslint.config.js')));
    await editor.pull(uri);
    await vi.waitFor(() => {
      expect(editor.received.status.at(-1)?.warning).toBeUndefined();
    });
  });
});

describe('components', () => {
  const open = (editor: Editor, path: string, language: string) =>
    editor.open(uriOf(path), undefined, language);
  const component = `<template>us-east-1</template>\n<script>\n${clientIn('us-east-1')}</script>\n`;
  const config = `${flatConfig('warn').replace("'**/*.ts'", "'**/*.{vue,svelte,astro}'")}
import * as parser from './parser.mjs';
export default [...config, { files: ['**/*.{vue,svelte,astro}'], languageOptions: { parser } }];
`.replace('export default [', 'const config = [');
  // As those of components do, it leaves nothing of the text but the script, at its place.
  const parser = `import { parseForESLint as parse } from '@typescript-eslint/parser';
export const meta = { name: 'component-parser', version: '1.0.0' };
export const parseForESLint = (text, options) =>
  parse(text.replace(/^(?:<.*)$/gm, (line) => ' '.repeat(line.length)), options);
`;
  const paths = { 'src/A.vue': 'vue', 'src/B.svelte': 'svelte', 'src/c.astro': 'astro' };
  beforeEach(() => {
    linkPackages(project.root);
    project.write({ 'eslint.config.js': config, 'parser.mjs': parser });
    project.write(Object.fromEntries(Object.keys(paths).map((path) => [path, component])));
  });

  it('are linted where a config says how to read them', async () => {
    const editor = await start({ initializationOptions: { trusted: true } });
    for (const [path, language] of Object.entries(paths)) {
      await open(editor, path, language);
      expect(await editor.pull(uriOf(path))).toMatchObject([
        { code: 'multi-region/no-hardcoded-region', range: { start: { line: 3, character: 41 } } },
      ]);
    }
    await editor.change(uriOf('src/A.vue'), 2, component.replace('S3Client({', 'S3Client(\n{'));
    expect(await editor.pull(uriOf('src/A.vue'))).toMatchObject([{ range: { start: { line: 4 } } }]);
  });

  it('are read out of the box where none does', async () => {
    const editor = await start({ initializationOptions: { trusted: false } });
    for (const [path, language] of Object.entries(paths)) {
      await open(editor, path, language);
      expect(await editor.pull(uriOf(path))).toMatchObject([
        { code: 'multi-region/require-client-failover', range: { start: { line: 3, character: 18 } } },
        { code: 'multi-region/no-hardcoded-region', range: { start: { line: 3, character: 41 } } },
      ]);
    }
  });

  it('are looked at again when they change on the disk', async () => {
    const editor = await start({
      initializationOptions: { trusted: true },
      settings: { diagnostics: { scope: 'workspace' } },
    });
    const findings = () => editor.received.status.at(-1)?.findings;
    // One of each component, and two of each module, which the config has no object for: these get the preset.
    await vi.waitFor(() => {
      expect([editor.received.status.at(-1)?.state, findings()]).toEqual(['ready', 7]);
    }, 20_000);
    project.write({ 'src/A.vue': '<template/>\n' });
    await editor.touch(uriOf('src/A.vue'));
    await vi.waitFor(() => {
      expect(findings()).toBe(6);
    }, 20_000);
  });
});

describe('settings', () => {
  it('switch all off and on again', async () => {
    const editor = await start();
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    expect(await editor.pull(uri)).not.toEqual([]);
    await waitForRefresh(editor, () => editor.setSettings({ enable: false }));
    expect(await editor.pull(uri)).toEqual([]);
    await waitForRefresh(editor, () => editor.setSettings({}));
    expect(await editor.pull(uri)).not.toEqual([]);
  });

  it('come along with the notification, where the editor cannot be asked', async () => {
    const editor = await start({
      capabilities: simple,
      initializationOptions: { multiRegion: { enable: false } },
    });
    const { published } = editor.received;
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    await vi.waitFor(() => {
      expect(published).toMatchObject([{ uri, diagnostics: [] }]);
    });
    await editor.setSettings({ enable: true });
    await vi.waitFor(() => {
      expect(published.at(-1)?.diagnostics).toHaveLength(2);
    });
  });

  it('leave out what is larger than a limit, and say so once', async () => {
    const editor = await start({ settings: { maxFileSize: 1 } });
    const uri = uriOf('src/a.ts');
    const text = clientIn('us-east-1') + '// filling\n'.repeat(100);
    await editor.open(uri, text);
    expect(await editor.pull(uri)).toEqual([]);
    await editor.change(uri, 2, `${text}\n`);
    expect(await editor.pull(uri)).toEqual([]);
    const notes = editor.received.logged.filter((message) => message.includes('Skipped'));
    expect(notes).toEqual([expect.stringContaining('2 KB is more than the limit of 1 KB')]);
    expect(notes[0]).toContain('src/a.ts');
    await waitForRefresh(editor, () => editor.setSettings({}));
    expect(await editor.pull(uri)).toHaveLength(2);
  });

  it('let a document wait until it is saved: for who asks', async () => {
    const editor = await start({ settings: { run: 'onSave' } });
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    const pull = (previousResultId?: string) =>
      editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
    const first = (await pull()) as { resultId: string };
    await editor.change(uri, 2, '');
    expect(await pull(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await waitForRefresh(editor, () => editor.save(uri));
    expect(await pull(first.resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  it('let a document wait until it is saved: for who is told', async () => {
    const editor = await start({
      capabilities: simple,
      initializationOptions: { multiRegion: { run: 'onSave' } },
    });
    const { published } = editor.received;
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    await vi.waitFor(() => {
      expect(published).toMatchObject([{ version: 1 }]);
    });
    await editor.change(uri, 2, clientIn('eu-west-1'));
    await editor.change(uri, 3, '');
    await editor.save(uri);
    await vi.waitFor(() => {
      expect(published.slice(1)).toEqual([{ uri, version: 3, diagnostics: [] }]);
    });
  });
});

describe('folders', () => {
  it('come and go, with their files', async () => {
    const other = createProject({ 'src/a.ts': clientIn('sa-east-1') });
    try {
      const editor = await start({ initializationOptions: { trusted: true } });
      const regions = () => editor.received.status.at(-1)?.regions.map(({ region }) => region);
      const folder = { name: 'other', uri: toUri(other.root) };
      const change = (added: object[], removed: object[]) =>
        editor.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
          event: { added, removed },
        } as never);
      await change([folder], []);
      await vi.waitFor(() => {
        expect(regions()).toContain('sa-east-1');
      }, 20_000);
      await change([], [folder]);
      await vi.waitFor(() => {
        expect(regions()).toEqual(['eu-west-1', 'us-east-1']);
      }, 20_000);
    } finally {
      other.remove();
    }
  });
});

describe('files', () => {
  it('are looked at again when they change, also by another branch', async () => {
    project.commit();
    const editor = await start({ initializationOptions: { trusted: true } });
    const regions = () => editor.received.status.at(-1)?.regions.map(({ region }) => region);
    await vi.waitFor(() => {
      expect(regions()).toEqual(['eu-west-1', 'us-east-1']);
    }, 20_000);
    project.write({ 'src/b.ts': clientIn('sa-east-1') });
    await editor.touch(uriOf('src/b.ts'));
    await vi.waitFor(() => {
      expect(regions()).toEqual(['sa-east-1', 'us-east-1']);
    }, 20_000);
    project.git('checkout', '--quiet', '-b', 'other');
    project.write({ 'src/b.ts': clientIn('ap-south-1'), 'src/new.ts': clientIn('ap-south-1') });
    await editor.touch(uriOf('.git/HEAD'));
    await vi.waitFor(() => {
      expect(regions()).toEqual(['ap-south-1', 'us-east-1']);
    }, 20_000);
  });

  it('are watched, where the editor can', async () => {
    const editor = await start();
    await vi.waitFor(() => {
      expect(editor.received.registered.map(({ method }) => method)).toContain(
        'workspace/didChangeWatchedFiles',
      );
    });
    const globs = JSON.stringify(editor.received.registered);
    for (const name of [
      'eslint.config.',
      'package.json',
      '.gitignore',
      '.env.example',
      '.git/HEAD',
      'tsx',
      'vue',
    ]) {
      expect(globs).toContain(name);
    }
  });
});
