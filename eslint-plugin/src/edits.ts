// The package's entry `eslint-plugin-multi-region/edits`: the edits of one file, for who moves regions out of many.
export { addImport, type AddedImport } from './languages/ecmascript/editing/add-import.ts';
export type { Edit } from './languages/ecmascript/editing/edit.ts';
export { getFallbackVariable } from './languages/ecmascript/editing/fallback.ts';
export {
  replaceRegion,
  replaceRegions,
  type RegionReplacement,
} from './languages/ecmascript/editing/replace-region.ts';
export type { WantedImport } from './languages/ecmascript/editing/wanted-import.ts';
