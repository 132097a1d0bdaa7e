import type { LintedFile } from '../../lint/linted-file.ts';

/** The documents that were linted last, with their trees: what code actions and lenses are made from. */
export interface LintedFiles {
  get(uri: string, version: number): LintedFile | undefined;
  set(uri: string, version: number, file: LintedFile): void;
  delete(uri: string): void;
  clear(): void;
}

/**
 * Keeps a few: a tree takes some hundred times the memory of its text, and people look at a few files at a time.
 *
 * @param limit how many
 */
export function createLintedFiles(limit = 6): LintedFiles {
  // In the order of their last use.
  const files = new Map<string, { version: number; file: LintedFile }>();
  return {
    get(uri, version) {
      const known = files.get(uri);
      if (known?.version !== version) return undefined;
      files.delete(uri);
      files.set(uri, known);
      return known.file;
    },
    set(uri, version, file) {
      files.delete(uri);
      files.set(uri, { version, file });
      const [oldest] = files.keys();
      if (files.size > limit && oldest !== undefined) files.delete(oldest);
    },
    delete(uri) {
      files.delete(uri);
    },
    clear() {
      files.clear();
    },
  };
}
