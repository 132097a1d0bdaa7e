import { TextDocument } from 'vscode-languageserver-textdocument';
import { toWorkspaceEdit, type EditOptions } from './to-workspace-edit.ts';

const client = { changeAnnotations: false, createFiles: true, documentChanges: true };
const edit = {
  path: '/p/a.ts',
  before: '\uFEFFone\ntwo\n',
  edits: [{ range: [1, 4] as [number, number], text: '1' }],
  label: 'x',
};

function options(document?: TextDocument): EditOptions {
  return { client, needsConfirmation: false, open: { find: () => document } };
}

describe('toWorkspaceEdit', () => {
  it('does not count the byte order mark of a file, which no editor shows', () => {
    const { documentChanges } = toWorkspaceEdit([edit], options());
    expect(documentChanges).toEqual([
      {
        textDocument: { uri: 'file:///p/a.ts', version: null },
        edits: [
          { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } }, newText: '1' },
        ],
      },
    ]);
  });

  it('refuses edits for another text than the one that is open', () => {
    const document = TextDocument.create('file:///p/a.ts', 'typescript', 4, 'one\n');
    expect(() => toWorkspaceEdit([edit], options(document))).toThrow('changed meanwhile');
    expect(toWorkspaceEdit([{ ...edit, before: 'one\n' }], options(document)).documentChanges).toMatchObject([
      { textDocument: { version: 4 } },
    ]);
  });

  it('creates files before it edits those that read them', () => {
    const created = {
      path: '/p/new.ts',
      before: undefined,
      edits: [{ range: [0, 0] as [number, number], text: 'x' }],
      label: 'x',
    };
    const kinds = toWorkspaceEdit([edit, created], options()).documentChanges?.map((change) =>
      'kind' in change ? change.kind : change.textDocument.uri,
    );
    expect(kinds).toEqual(['create', 'file:///p/new.ts', 'file:///p/a.ts']);
  });
});
