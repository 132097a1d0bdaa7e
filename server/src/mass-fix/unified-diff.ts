import { relative, sep } from 'node:path';
import { formatDiff } from '../files/file-change.ts';
import type { FixChange } from './fix-plan.ts';

/**
 * Shows changes as one unified diff that `git apply` takes in the folder `root`.
 *
 * @param root absolute
 */
export function formatChanges(changes: readonly FixChange[], root: string): string {
  return changes
    .map((change) => {
      const path = relative(root, change.path).split(sep).join('/');
      return formatDiff(change, `a/${path}`, `b/${path}`);
    })
    .join('');
}
