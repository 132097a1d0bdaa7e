import type { TSESLint } from '@typescript-eslint/utils';
import type { ClientSite } from '../languages/ecmascript/site.ts';

/** Where a client is reported: `new S3Client`, without its options, which have findings of their own. */
export function getClientLocation(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { node }: ClientSite,
): TSESLint.AST.SourceLocation {
  return {
    start: sourceCode.getLocFromIndex(node.range[0]),
    end: sourceCode.getLocFromIndex(node.callee.range[1]),
  };
}
