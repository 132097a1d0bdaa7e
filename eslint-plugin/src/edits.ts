// The package's entry `eslint-plugin-multi-region/edits`: the edits of one file, for code that moves regions out of many.
export type { SourceCode } from './languages/ecmascript/ast.ts';
export { addImport, type AddedImport } from './languages/ecmascript/editing/add-import.ts';
export { describeMend, type MendDescription } from './languages/ecmascript/editing/describe-mend.ts';
export type { NearestSource } from './languages/ecmascript/editing/nearest-source.ts';
export type { ReasonToStay } from './languages/ecmascript/editing/reasons/reasons.ts';
export {
  getReplacedReading,
  replaceRegion,
  replaceRegions,
  type RegionReplacement,
  type ReplacedReading,
} from './languages/ecmascript/editing/replace-region.ts';
export type { WantedImport } from './languages/ecmascript/editing/wanted-import.ts';
export { getLiteralNode } from './languages/ecmascript/literal.ts';
export { getNodeOf } from './languages/ecmascript/place-of.ts';
