import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageclient/node';
import { suitEdit } from './suit-edit.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };

function textEdit(uri: string, annotationId: string): TextDocumentEdit {
  return { textDocument: { uri, version: 1 }, edits: [{ range, newText: 'x', annotationId }] };
}

function edit(needsConfirmation: boolean): WorkspaceEdit {
  return {
    documentChanges: [
      textEdit('file:///a.ts', 'read'),
      { kind: 'create', uri: 'file:///b.ts', annotationId: 'write' },
      textEdit('file:///b.ts', 'write'),
    ],
    changeAnnotations: {
      read: { label: 'Read it', needsConfirmation },
      write: { label: 'Write it', needsConfirmation },
    },
  };
}

describe('suitEdit', () => {
  it('creates files before any text is edited, and changes nothing else', () => {
    const { documentChanges: [read, create, write] = [], ...rest } = edit(false);
    expect(suitEdit(edit(false))).toEqual({ documentChanges: [create, read, write], ...rest });
  });

  it('has only an edit that changes nothing confirmed, so that the others are ticked', () => {
    const { documentChanges = [], changeAnnotations = {} } = suitEdit(edit(true));
    const [[id] = [], ...others] = Object.entries(changeAnnotations).filter(
      ([, each]) => each.needsConfirmation,
    );
    expect(others).toEqual([]);
    expect(documentChanges.slice(0, 2)).toEqual([
      { kind: 'create', uri: 'file:///b.ts', annotationId: 'write' },
      textEdit('file:///a.ts', 'read'),
    ]);
    const last = documentChanges[2] as TextDocumentEdit;
    expect(last.edits).toEqual([
      ...textEdit('file:///b.ts', 'write').edits,
      { range: { start: range.start, end: range.start }, newText: '', annotationId: id },
    ]);
  });

  it('leaves alone what has no document changes', () => {
    const plain = { changes: { 'file:///a.ts': [{ range, newText: 'x' }] } };
    expect(suitEdit(plain)).toBe(plain);
  });
});
