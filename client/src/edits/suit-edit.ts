import type {
  CreateFile,
  DeleteFile,
  RenameFile,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageclient/node';

type Change = CreateFile | DeleteFile | RenameFile | TextDocumentEdit;

/** The label of the edit that makes VS Code show the others. */
const review = 'Changes nothing: the other edits are shown first';

/**
 * Puts an edit of the server into the form that VS Code treats best:
 * - files are created first: with edits of text before them, one undo would not take all of it back;
 * - what is to be confirmed is ticked in the preview: VS Code ticks nothing that needs confirmation. So what needs it is
 *   an edit that changes nothing.
 */
export function suitEdit(edit: WorkspaceEdit): WorkspaceEdit {
  const { documentChanges, changeAnnotations = {} } = edit;
  if (!documentChanges) return edit;
  const changes = [
    ...documentChanges.filter((change) => !isTextEdit(change)),
    ...documentChanges.filter(isTextEdit),
  ];
  const annotations = Object.entries(changeAnnotations);
  if (!annotations.some(([, { needsConfirmation }]) => needsConfirmation)) {
    return { ...edit, documentChanges: changes };
  }
  return {
    ...edit,
    documentChanges: addReview(changes),
    changeAnnotations: {
      ...Object.fromEntries(annotations.map(([id, each]) => [id, { ...each, needsConfirmation: false }])),
      [review]: { label: review, needsConfirmation: true },
    },
  };
}

/** Adds an edit to the last file whose text is edited: in the preview it is the last then. */
function addReview(changes: readonly Change[]): Change[] {
  const index = changes.findLastIndex(isTextEdit);
  const start = { line: 0, character: 0 };
  const nothing = { range: { start, end: start }, newText: '', annotationId: review };
  return changes.map((change, at) =>
    at === index && isTextEdit(change) ? { ...change, edits: [...change.edits, nothing] } : change,
  );
}

function isTextEdit(change: Change): change is TextDocumentEdit {
  return !('kind' in change);
}
