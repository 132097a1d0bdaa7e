import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import type { LineIndex } from './lines.ts';

/** What comes of parsing a file. Nodes know their parents. */
export interface ParsedFile {
  ast: TSESTree.Program;
  scopeManager: ScopeManager;
  visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
  lines: LineIndex;
}
