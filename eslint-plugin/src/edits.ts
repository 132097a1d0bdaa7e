// The package's entry `eslint-plugin-multi-region/edits`: the edits of one file, for who moves regions out of many.
export { addImport, type AddedImport } from './editing/add-import.ts';
export type { Edit } from './editing/edit.ts';
export { getFallbackVariable } from './editing/fallback.ts';
export { replaceRegion, replaceRegions, type RegionReplacement } from './editing/replace-region.ts';
export type { WantedImport } from './editing/wanted-import.ts';
