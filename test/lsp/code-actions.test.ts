import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LSPErrorCodes, type CodeAction, type TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import type { ScratchRepository } from '../support/scratch-repository.ts';
import { applyEdit } from './apply-edit.ts';
import { modern, simple } from './capabilities.ts';
import { startEditor, stopAll, toUri } from './editor.ts';
import { clientIn, clientRange, createProject, regionRange } from './samples.ts';

let project: ScratchRepository;
beforeEach(() => {
  project = createProject();
});
afterEach(async () => {
  await stopAll();
  project.remove();
});

const uriOf = (path: string) => toUri(`${project.root}/${path}`);
const read = (path: string) => readFileSync(`${project.root}/${path}`, 'utf8');
const place = { start: regionRange.start, end: regionRange.start };

async function start(options: Parameters<typeof startEditor>[0] = {}) {
  return startEditor({ roots: [project.root], ...options });
}

function find(actions: readonly CodeAction[], title: RegExp): CodeAction {
  const action = actions.find((each) => title.test(each.title));
  if (!action)
    throw new Error(`There is no ${String(title)} among: ${actions.map((each) => each.title).join('; ')}`);
  return action;
}

describe('code actions', () => {
  it('offer each way out of a finding, and compute it when it is chosen', async () => {
    const editor = await start();
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    const actions = await editor.actions(uri, place, ['quickfix']);
    expect(actions.map(({ title }) => title)).toEqual([
      "Move 'us-east-1' to src/config/regions.ts",
      expect.stringMatching(/^Remove the option/u),
      expect.stringMatching(/^Read the region from/u),
      'Disable 2 rules of multi-region for this line, with a reason',
      expect.stringMatching(/^Disable .* for this file, with a reason$/u),
      'Show documentation for multi-region/no-hardcoded-region',
    ]);
    expect(actions.filter(({ isPreferred }) => isPreferred)).toEqual([actions[0]]);
    for (const action of actions) {
      expect(action.edit).toBeUndefined();
      expect(action.diagnostics?.map(({ code }) => code)).toContain('multi-region/no-hardcoded-region');
    }
    const { edit } = await editor.resolve(find(actions, /^Move/u));
    if (!edit) throw new Error('no edit');
    applyEdit(edit);
    expect(read('src/a.ts')).toContain("import { regions } from './config/regions.js';");
    expect(read('src/a.ts')).not.toContain('us-east-1');
    expect(read('src/config/regions.ts')).toContain('export const regions');
  });

  it('write nothing outside of the folder, wherever links lead', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    mkdirSync(`${project.root}/src`, { recursive: true });
    symlinkSync(elsewhere, `${project.root}/src/config`);
    const uri = uriOf('src/a.ts');
    const editor = await start();
    await editor.open(uri);
    const actions = await editor.actions(uri, place, ['quickfix']);
    await expect(editor.resolve(find(actions, /^Move 'us/u))).rejects.toThrow('outside of');
    await stopAll();
    // An editor that is told all at once is not offered it.
    const other = await start({ capabilities: simple });
    await other.open(uri);
    const offered = await other.actions(uri, place, ['quickfix']);
    expect(offered.filter(({ title }) => title.startsWith("Move 'us"))).toEqual([]);
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(elsewhere, { recursive: true });
  });

  it('name the version of what is open, and none of what is not', async () => {
    const editor = await start();
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    await editor.change(uri, 7, `\n${clientIn('us-east-1')}`);
    const below = { line: 2, character: 45 };
    const actions = await editor.actions(uri, { start: below, end: below });
    const { edit } = await editor.resolve(find(actions, /^Move 'us/u));
    expect(edit?.documentChanges).toMatchObject([
      { kind: 'create', uri: uriOf('src/config/regions.ts') },
      { textDocument: { uri: uriOf('src/config/regions.ts'), version: null } },
      { textDocument: { uri, version: 7 } },
    ]);
  });

  it('see a config module that is open and not saved', async () => {
    const editor = await start();
    const [uri, config] = [uriOf('src/a.ts'), uriOf('src/config/regions.ts')];
    project.write({ 'src/config/regions.ts': "export const regions = {\n  primary: 'eu-west-1',\n};\n" });
    await editor.open(uri);
    const unsaved = "export const regions = {\n  primary: 'eu-west-1',\n  virginia: 'us-east-1',\n};\n";
    await editor.open(config, unsaved);
    const { edit } = await editor.resolve(find(await editor.actions(uri, place), /^Move 'us/u));
    expect(JSON.stringify(edit)).toContain('regions.virginia');
    expect(edit?.documentChanges).toHaveLength(1);
  });

  it('are refused when the document has moved on', async () => {
    const editor = await start();
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    const action = find(await editor.actions(uri, place), /^Remove/u);
    await editor.change(uri, 2, `// new\n${clientIn('us-east-1')}`);
    await expect(editor.resolve(action)).rejects.toMatchObject({
      code: LSPErrorCodes.ContentModified,
    });
  });

  it('are computed at once for a client that cannot ask again, without those it cannot do', async () => {
    const editor = await start({ capabilities: simple });
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    const actions = await editor.actions(uri, place);
    const titles = actions.map(({ title }) => title);
    expect(titles).toEqual([
      expect.stringMatching(/^Remove the option/u),
      expect.stringMatching(/^Read the region from/u),
      expect.stringMatching(/^Disable .* for this line/u),
      expect.stringMatching(/^Disable .* for this file/u),
    ]);
    for (const { edit, data } of actions) {
      expect(Object.keys(edit?.changes ?? {})).toEqual([uri]);
      expect(data).toBeUndefined();
    }
    // Nothing has to be created for it any more.
    project.write({ 'src/config/regions.ts': "export const regions = {\n  primary: 'us-east-1',\n};\n" });
    const move = find(await editor.actions(uri, place), /^Move 'us/u);
    expect(Object.keys(move.edit?.changes ?? {})).toEqual([uri]);
  });

  it('give a client a second region', async () => {
    const editor = await start();
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    const actions = await editor.actions(uri, clientRange, ['quickfix']);
    const { edit } = await editor.resolve(find(actions, /second region/u));
    if (!edit) throw new Error('no edit');
    applyEdit(edit);
    expect(read('src/a.ts')).toContain('withRegionFailover(');
  });

  it('are offered once where two rules suggest the same', async () => {
    const editor = await start();
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    const whole = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };
    const keys = (await editor.actions(uri, whole)).map(({ title, kind }) => `${kind ?? ''} ${title}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('move all regions of a file, or of the workspace, with a preview', async () => {
    const editor = await start();
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    // Also a file that is open, and not saved.
    await editor.open(uriOf('src/b.ts'), clientIn('ap-south-1'));
    const actions = await editor.actions(uri, place, ['refactor.extract']);
    expect(actions.map(({ title, kind }) => [title, kind])).toEqual([
      ['Move all regions in this file to config', 'refactor.extract.multiRegion'],
      ['Move all regions in the workspace to config', 'refactor.extract.multiRegion'],
    ]);
    const ofFile = await editor.resolve(find(actions, /file/u));
    expect(JSON.stringify(ofFile.edit)).not.toContain('src/b.ts');
    const { edit } = await editor.resolve(find(actions, /workspace/u));
    expect(Object.values(edit?.changeAnnotations ?? {})).toEqual(
      expect.arrayContaining([{ label: 'Read regions from src/config/regions.ts', needsConfirmation: true }]),
    );
    const edited = (edit?.documentChanges ?? []).flatMap((change) =>
      'kind' in change ? [] : change.textDocument.uri,
    );
    expect(edited).toEqual(expect.arrayContaining([uri, uriOf('src/b.ts'), uriOf('src/config/regions.ts')]));
    expect(JSON.stringify(edit)).toContain('ap-south-1');
    expect(JSON.stringify(edit)).not.toContain('eu-west-1');
  });

  it('come without annotations for a client that does not know them', async () => {
    const workspaceEdit = { documentChanges: true, resourceOperations: ['create' as const] };
    const editor = await start({
      capabilities: { ...modern, workspace: { ...modern.workspace, workspaceEdit } },
    });
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    const { edit } = await editor.resolve(find(await editor.actions(uri, place), /^Move all .* workspace/u));
    expect(edit?.changeAnnotations).toBeUndefined();
    expect(JSON.stringify(edit)).not.toContain('annotationId');
    expect(edit?.documentChanges?.length).toBeGreaterThan(2);
  });

  it('fix on save only what is safe', async () => {
    const editor = await start();
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    expect(await editor.actions(uri, place, ['source.fixAll'])).toEqual([]);
    project.write({ 'src/config/regions.ts': "export const regions = {\n  primary: 'us-east-1',\n};\n" });
    const actions = await editor.actions(uri, place, ['source.fixAll.multiRegion']);
    expect(actions).toMatchObject([{ kind: 'source.fixAll.multiRegion' }]);
    const { edit } = await editor.resolve(find(actions, /^Fix all/u));
    const [change, ...more] = edit?.documentChanges as TextDocumentEdit[];
    expect(more).toEqual([]);
    expect(change?.textDocument).toEqual({ uri, version: 1 });
    expect(JSON.stringify(change)).toContain('regions.primary');
    // In a menu for a place it would be in the way.
    const kinds = (await editor.actions(uri, place)).map(({ kind }) => kind);
    expect(kinds).not.toContain('source.fixAll.multiRegion');
  });

  it('disable all that is reported on a line, and put the cursor where the reason goes', async () => {
    const line =
      "export const s3 = new S3Client({ region: 'us-east-1', endpoint: 'https://s3.us-east-1.amazonaws.com' });";
    project.write({ 'src/a.ts': `import { S3Client } from '@aws-sdk/client-s3';\n${line}\n` });
    const { workspace } = modern;
    const workspaceEdit = { ...workspace?.workspaceEdit, snippetEditSupport: true };
    const editor = await start({ capabilities: { ...modern, workspace: { ...workspace, workspaceEdit } } });
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    const rules = new Set((await editor.pull(uri)).map(({ code }) => code));
    expect(rules.size).toBeGreaterThan(1);
    const actions = await editor.actions(uri, place, ['quickfix']);
    const { edit } = await editor.resolve(find(actions, /^Disable \d rules of multi-region for this line/u));
    const text = JSON.stringify(edit);
    for (const rule of rules) expect(text).toContain(rule);
    expect(text).toContain('-- reason: $0');
    const whole = await editor.resolve(find(actions, /^Disable .* for this file/u));
    expect(JSON.stringify(whole.edit)).toContain('/* eslint-disable multi-region/');
  });

  it('say what to set after a move, where an example lists it and the editor can run a command then', async () => {
    project.write({ '.env.example': 'PORT=8080\n' });
    const codeAction = {
      ...modern.textDocument?.codeAction,
      resolveSupport: { properties: ['edit', 'command'] },
    };
    const textDocument = { ...modern.textDocument, codeAction };
    const editor = await start({ capabilities: { ...modern, textDocument } });
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    const { command } = await editor.resolve(find(await editor.actions(uri, place), /^Move 'us-east-1'/u));
    await editor.connection.sendRequest('workspace/executeCommand', command);
    expect(editor.received.messages).toEqual([
      expect.stringMatching(
        /^The code now reads \w+\. Set it where it is deployed; \.env\.example lists it\.$/u,
      ),
    ]);
  });

  it('open the page of a rule, and no other page', async () => {
    const editor = await start();
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    const { command } = find(await editor.actions(uri, place), /^Show documentation/u);
    await editor.connection.sendRequest('workspace/executeCommand', command);
    await editor.connection.sendRequest('workspace/executeCommand', {
      ...command,
      arguments: ['https://localhost/elsewhere'],
    });
    expect(editor.received.documents).toEqual([
      { uri: expect.stringContaining('no-hardcoded-region') as string, external: true },
    ]);
  });

  describe('of an old withRegionFailover', () => {
    const version1 = readFileSync(
      new URL('../fixtures/region-failover/version-1.ts', import.meta.url),
      'utf8',
    );
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const title = 'Update region-failover.ts from version 1 to 2';

    it('bring it up to date, in its own file', async () => {
      project.write({ 'src/config/region-failover.ts': version1 });
      const editor = await start();
      const uri = uriOf('src/config/region-failover.ts');
      await editor.open(uri);
      const actions = await editor.actions(uri, top);
      expect(actions.map((each) => each.title)).toEqual([title]);
      expect(await editor.actions(uri, top, ['quickfix'])).toEqual([]);
      const { edit } = await editor.resolve(find(actions, /^Update/u));
      if (!edit) throw new Error('no edit');
      applyEdit(edit);
      expect(read('src/config/region-failover.ts')).toContain('region-failover, version 2.');
      expect(read('src/config/region-failover.ts')).toContain('export function leaveRegion(');
      await editor.change(uri, 2, read('src/config/region-failover.ts'));
      expect(await editor.actions(uri, top)).toEqual([]);
    });

    it('are offered where it is used, also to a client that asks once', async () => {
      const user = `import { S3Client } from '@aws-sdk/client-s3';
import { withRegionFailover } from './config/region-failover.js';

export const s3 = withRegionFailover(['us-east-1', 'us-west-2'], (region) => new S3Client({ region }));
`;
      project.write({ 'src/config/region-failover.ts': version1, 'src/user.ts': user });
      const editor = await start({ capabilities: simple });
      const uri = uriOf('src/user.ts');
      await editor.open(uri);
      const line = (index: number) => ({
        start: { line: index, character: 0 },
        end: { line: index, character: 0 },
      });
      const { edit } = find(await editor.actions(uri, line(3), ['refactor']), /^Update/u);
      expect(Object.keys(edit?.changes ?? {})).toEqual([uriOf('src/config/region-failover.ts')]);
    });

    it('say that changes in it get lost', async () => {
      project.write({ 'src/config/region-failover.ts': version1.replace('25_000', '5_000') });
      const editor = await start();
      const uri = uriOf('src/config/region-failover.ts');
      await editor.open(uri);
      expect((await editor.actions(uri, top)).map((each) => each.title)).toEqual([
        `${title}, which undoes your changes in it`,
      ]);
    });
  });

  it('survive what no editor sends', async () => {
    const editor = await start();
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    const action = { title: 'x', kind: 'quickfix' };
    for (const data of [
      undefined,
      'x',
      { uri },
      { uri, version: 1, scope: 'updateFailover' },
      { uri, version: 1, scope: 'offer', choice: { kind: 'x', id: 'x' } },
    ]) {
      const answer = editor.resolve({ ...action, data }).catch(() => 'refused');
      expect(await answer).toBeDefined();
    }
    expect(await editor.pull(uri)).not.toEqual([]);
  });
});
