import type { TextEdit } from 'eslint-plugin-multi-region/facts';

/** Collects the edits of one file, and keeps them from getting into each other's way. */
export interface EditList {
  /**
   * Adds edits that belong together: all of them, or none.
   *
   * @returns whether they fit; edits that are there already fit too
   */
  add(edits: readonly TextEdit[]): boolean;
  /** In the order of the text; what is put in at one place stays in the order in which it was added. */
  get(): TextEdit[];
}

export function createEditList(): EditList {
  const kept: TextEdit[] = [];
  return {
    add(edits) {
      const fresh = edits.filter((edit) => !kept.some((other) => isSame(edit, other)));
      if (fresh.some((edit) => kept.some((other) => overlaps(edit, other)))) return false;
      kept.push(...fresh);
      return true;
    },
    get: () => [...kept].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]),
  };
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.range[0] === b.range[0] && a.range[1] === b.range[1] && a.text === b.text;
}

/** Two insertions at one place go one after the other; an insertion at the edge of a replacement does no harm. */
function overlaps({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return a[0] < b[1] && b[0] < a[1];
}
