declare const MULTI_REGION_VERSION: string | undefined;

/** The version of the package; esbuild puts it in. */
export const version = typeof MULTI_REGION_VERSION === 'undefined' ? '0.0.0' : MULTI_REGION_VERSION;
