import { arrayDeclaration, moduleText } from './code.mjs';

/** The module with Google Cloud's regions. */
export function gcpRegionsModule({ source, regions }) {
  return moduleText(
    [source],
    [
      `export interface GcpRegion {
  id: string;
  place: string;
}`,
      arrayDeclaration('export const gcpRegions: readonly GcpRegion[]', regions),
    ],
  );
}
