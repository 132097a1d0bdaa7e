import { isRecord } from './is-record.ts';

/** Where a package.json names other packages. */
export type DependencyField =
  'dependencies' | 'devDependencies' | 'optionalDependencies' | 'peerDependencies';

/** The packages that some fields of a package.json name. */
export function listDependencies(
  manifest: Readonly<Record<string, unknown>>,
  fields: readonly DependencyField[],
): string[] {
  return fields.flatMap((field) => {
    const packages = manifest[field];
    return isRecord(packages) ? Object.keys(packages) : [];
  });
}
