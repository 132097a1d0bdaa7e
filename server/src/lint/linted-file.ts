import type { SourceCode } from 'eslint-plugin-multi-region/edits';
import type { FileFacts } from 'eslint-plugin-multi-region/facts';
import type { Finding } from './finding.ts';

/** The text as ESLint sees it, with the types of typescript-eslint. */
export type { SourceCode };

/** A file in the version that is to be edited, and what linting it said. */
export interface LintedFile {
  /** absolute */
  path: string;
  text: string;
  findings: readonly Finding[];
  facts: FileFacts;
  sourceCode: SourceCode;
}

/** How far the offsets of findings and edits are ahead of those of the parsed text, which has no byte order mark. */
export function getShift({ sourceCode }: { sourceCode: Pick<SourceCode, 'hasBOM'> }): number {
  return sourceCode.hasBOM ? 1 : 0;
}
