import { dirname } from 'node:path';
import { isInside } from '../files/inside.ts';
import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';

/** The folders that are open in the editor, as absolute paths. */
export interface Roots {
  /** Takes the folders of the `initialize` request. */
  initialize(params: InitializeParams): void;
  /** Takes a change of them. */
  update(change: WorkspaceFoldersChangeEvent): void;
  /** The innermost open folder that a file is in, or else the folder of the file. */
  getRoot(path: string): string;
  /** Whether a path is an open folder, or in one. */
  contains(path: string): boolean;
  /** All open folders. */
  getAll(): string[];
  /** Any open folder, for documents that have no path. */
  getFirst(): string | undefined;
}

/** Starts with none. */
export function createRoots(): Roots {
  const roots = new Set<string>();

  return {
    initialize({ workspaceFolders }) {
      for (const { uri } of workspaceFolders ?? []) roots.add(toPath(uri));
    },
    update({ added, removed }) {
      for (const { uri } of removed) roots.delete(toPath(uri));
      for (const { uri } of added) roots.add(toPath(uri));
    },
    getRoot(path) {
      const around = [...roots].filter((root) => isInside(root, path));
      return around.sort((a, b) => b.length - a.length)[0] ?? dirname(path);
    },
    contains: (path) => [...roots].some((root) => root === path || isInside(root, path)),
    getAll: () => [...roots],
    getFirst() {
      const [first] = roots;
      return first;
    },
  };
}

function toPath(uri: string): string {
  return URI.parse(uri).fsPath;
}
