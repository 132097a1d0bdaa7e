import { isDocumentName } from '../../files/source-names.ts';
import type { ImpactEntry } from '../impact/impact.ts';

/** Whether an entry is code that something starts: templates and workflows name regions, too, but they do not run. */
export function isStarted({ kind, path }: Pick<ImpactEntry, 'kind' | 'path'>): boolean {
  return kind !== 'root' || !isDocumentName(path);
}
