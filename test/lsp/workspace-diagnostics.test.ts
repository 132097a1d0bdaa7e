import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  WorkDoneProgress,
  WorkspaceDiagnosticRequest,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import type { ScratchRepository } from '../support/scratch-repository.ts';
import { simple } from './capabilities.ts';
import { startEditor, stopAll, toUri, type Editor } from './editor.ts';
import { clientIn, createProject } from './samples.ts';

const scope = { diagnostics: { scope: 'workspace' } };

let repository: ScratchRepository;
beforeEach(() => {
  repository = createProject({
    'dist/built.js': clientIn('us-east-1'),
    'node_modules/x/index.js': clientIn('us-east-1'),
  });
});
afterEach(async () => {
  await stopAll();
  repository.remove();
});

const uriOf = (path: string) => toUri(`${repository.root}/${path}`);

function pullAll(
  { connection }: Editor,
  previousResultIds: PreviousResultId[] = [],
  partialResultToken?: string,
): Promise<WorkspaceDiagnosticReport> {
  return connection.sendRequest(WorkspaceDiagnosticRequest.type, {
    previousResultIds,
    ...(partialResultToken !== undefined && { partialResultToken }),
  });
}

function toIds(items: readonly WorkspaceDocumentDiagnosticReport[]): PreviousResultId[] {
  return items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : { uri, value: resultId }));
}

function count(items: readonly WorkspaceDocumentDiagnosticReport[]): Record<string, number> {
  return Object.fromEntries(
    items.map((item) => [
      item.uri.slice(toUri(repository.root).length + 1),
      item.kind === 'full' ? item.items.length : -1,
    ]),
  );
}

describe('workspace diagnostics for a client that asks', () => {
  it('tell of files that nobody has opened, and of no others', async () => {
    const editor = await startEditor({ roots: [repository.root], settings: scope });
    const { items } = await pullAll(editor);
    expect(count(items)).toEqual({ 'src/a.ts': 2, 'src/b.ts': 2 });
  });

  it('come in parts where the client takes parts', async () => {
    const editor = await startEditor({ roots: [repository.root], settings: scope });
    const parts: WorkspaceDocumentDiagnosticReport[] = [];
    editor.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'parts', ({ items }) => {
      parts.push(...items);
    });
    expect((await pullAll(editor, [], 'parts')).items).toEqual([]);
    expect(count(parts)).toEqual({ 'src/a.ts': 2, 'src/b.ts': 2 });
  });

  it('wait until something changes, then tell only of that', async () => {
    const editor = await startEditor({ roots: [repository.root], settings: scope });
    const first = await pullAll(editor);
    const second = pullAll(editor, toIds(first.items));
    repository.write({ 'src/b.ts': 'export {};\n', 'src/c.ts': clientIn('us-west-2') });
    await editor.touch(uriOf('src/b.ts'));
    expect(count((await second).items)).toEqual({ 'src/b.ts': 0 });
    const third = pullAll(
      editor,
      toIds(first.items).filter(({ uri }) => !uri.endsWith('b.ts')),
    );
    await editor.touch(uriOf('src/c.ts'), uriOf('src/a.ts'));
    expect(count((await third).items)).toEqual({ 'src/c.ts': 2 });
  });

  it('are those of the text that is open, and of the disk again when it is closed', async () => {
    const editor = await startEditor({ roots: [repository.root], settings: scope });
    const first = await pullAll(editor);
    const uri = uriOf('src/a.ts');
    await editor.open(uri, '');
    expect(await editor.pull(uri)).toEqual([]);
    const second = pullAll(editor, toIds(first.items));
    await editor.close(uri);
    // An editor takes back what it showed of a document, so that it has to be told again.
    expect(count((await second).items)).toEqual({ 'src/a.ts': 2 });
  });

  it('take back what was typed and never saved, when it is closed', async () => {
    const editor = await startEditor({ roots: [repository.root], settings: scope });
    const first = await pullAll(editor);
    const uri = uriOf('src/none.ts');
    await editor.open(uri, clientIn('us-east-1'));
    expect(await editor.pull(uri)).toHaveLength(2);
    await editor.close(uri);
    // An editor forgets which result it has of a document that it closes.
    expect(count((await pullAll(editor, toIds(first.items))).items)).toEqual({ 'src/none.ts': 0 });
  });

  it('are told again when a document was closed, though nothing was changed', async () => {
    const editor = await startEditor({ roots: [repository.root], settings: scope });
    const first = await pullAll(editor);
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    await editor.close(uri);
    expect(count((await pullAll(editor, toIds(first.items))).items)).toEqual({ 'src/a.ts': 2 });
  });

  it('come and go with their setting', async () => {
    const editor = await startEditor({ roots: [repository.root] });
    const pending = pullAll(editor);
    await editor.setSettings(scope);
    const { items } = await pending;
    expect(count(items)).toEqual({ 'src/a.ts': 2, 'src/b.ts': 2 });
    const next = pullAll(editor, toIds(items));
    await editor.setSettings({});
    expect(count((await next).items)).toEqual({ 'src/a.ts': 0, 'src/b.ts': 0 });
  });

  it('are taken back with a file that is gone', async () => {
    const editor = await startEditor({ roots: [repository.root], settings: scope });
    const { items } = await pullAll(editor);
    const next = pullAll(editor, toIds(items));
    rmSync(join(repository.root, 'src/b.ts'));
    await editor.touch(uriOf('src/b.ts'));
    expect(count((await next).items)).toEqual({ 'src/b.ts': 0 });
  });

  it('show the progress of a large workspace', async () => {
    const files = Array.from({ length: 400 }, (_, index) => [`src/many/${index}.ts`, clientIn('us-east-1')]);
    repository.write(Object.fromEntries(files) as Record<string, string>);
    const editor = await startEditor({ roots: [repository.root], settings: scope });
    const kinds = new Set<string>();
    editor.connection.onProgress(WorkDoneProgress.type, 'work', ({ kind }) => {
      kinds.add(kind);
    });
    let parts = 0;
    let found = 0;
    editor.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'parts', ({ items }) => {
      parts++;
      found += items.length;
    });
    await editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [],
      partialResultToken: 'parts',
      workDoneToken: 'work',
    });
    expect([...kinds]).toEqual(['begin', 'report', 'end']);
    expect(parts).toBeGreaterThan(1);
    expect(found).toBe(402);
  });
});

describe('workspace diagnostics for a client that is told', () => {
  const initializationOptions = { multiRegion: scope };
  const countPublished = ({ received }: Editor) =>
    Object.fromEntries(
      received.published.map(({ uri, diagnostics }) => [
        uri.slice(toUri(repository.root).length + 1),
        diagnostics.length,
      ]),
    );

  it('are sent, taken over by the document that is opened, and sent again', async () => {
    const editor = await startEditor({
      roots: [repository.root],
      capabilities: simple,
      initializationOptions,
    });
    await vi.waitFor(() => {
      expect(countPublished(editor)).toEqual({ 'src/a.ts': 2, 'src/b.ts': 2 });
    }, 20_000);
    const uri = uriOf('src/a.ts');
    await editor.open(uri, '');
    await vi.waitFor(() => {
      expect(countPublished(editor)).toEqual({ 'src/a.ts': 0, 'src/b.ts': 2 });
    });
    await editor.close(uri);
    await vi.waitFor(() => {
      expect(countPublished(editor)).toEqual({ 'src/a.ts': 2, 'src/b.ts': 2 });
    }, 20_000);
    await editor.setSettings({});
    await vi.waitFor(() => {
      expect(countPublished(editor)).toEqual({ 'src/a.ts': 0, 'src/b.ts': 0 });
    });
  });

  it('are sent again for a document that was closed at once', async () => {
    const editor = await startEditor({
      roots: [repository.root],
      capabilities: simple,
      initializationOptions,
    });
    await vi.waitFor(() => {
      expect(countPublished(editor)).toEqual({ 'src/a.ts': 2, 'src/b.ts': 2 });
    }, 20_000);
    const uri = uriOf('src/a.ts');
    editor.received.published.splice(0);
    await editor.open(uri);
    await editor.close(uri);
    await vi.waitFor(() => {
      const counts = editor.received.published.map(({ diagnostics }) => diagnostics.length);
      // What the open document had may have come before, or was given up.
      expect(counts.slice(-2)).toEqual([0, 2]);
    }, 20_000);
  });
});
