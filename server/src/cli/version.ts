declare const MULTI_REGION_VERSION: string | undefined;

/** The version of the package; esbuild puts it in. */
export const version = typeof MULTI_REGION_VERSION === 'undefined' ? '0.0.0' : MULTI_REGION_VERSION;

declare const MULTI_REGION_PARSER: string | undefined;

/** Names the parser's wasm, which is no part of the code; esbuild puts it in. */
export const parserBuild = typeof MULTI_REGION_PARSER === 'undefined' ? '' : MULTI_REGION_PARSER;
