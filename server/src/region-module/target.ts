import type { Cloud } from 'eslint-plugin-multi-region/facts';
import type { FileEdit } from '../lint/file-edit.ts';

/** What is to be kept in config. */
export interface EntryWish {
  /** `us-east-1` */
  region: string;
  cloud: Cloud;
  /** The environment variable that the code reads for this region already. */
  variable?: string;
  /** Words for its name, best first: the constant's name, the service. */
  names: readonly string[];
}

/** What stands in the code in the region's place. */
export interface ConfigEntry {
  /** `regions.bedrock` */
  expression: string;
  /** Whether it was not in the config before this plan. */
  isNew: boolean;
}

/** The module that the regions of a package are kept in, as it is, and with the entries that are added to it. */
export interface ConfigTarget {
  /** Absolute; the same for all files that share the module, whether it exists or is to be created. */
  path: string;
  exists: boolean;
  /** What the module is, or will be. */
  format: { language: 'ts' | 'js'; module: 'esm' | 'cjs' };
  /** Whether the module reads the regions from the environment, or holds them itself. */
  kind: 'env' | 'module';
  /** The name to import, with which `expression` begins: `regions`. Empty: nothing is to be imported. */
  exportName: string;
  /** `default`: `import regions from …`, `const regions = require(…)`. `named`: `{ regions }`. */
  exportKind: 'named' | 'default';
  /** What to import it from, as the settings say it; undefined: the module at `path`. */
  specifier: string | undefined;
  /** Reuses an entry that stands for the region, or adds one. The same wish twice gives the same entry. */
  addEntry(wish: EntryWish): ConfigEntry | { refused: string };
  /** Whether an entry of the existing module has the region as a literal, so that using it changes nothing. */
  holdsLiterally(region: string): boolean;
  /** The edits of the module, of `.env.example` and of turbo.json; empty when nothing was added. */
  getEdits(): FileEdit[];
}

/**
 * The config modules of one plan. Targets of one plan share `.env.example` and turbo.json, so take all of them from
 * here, and the edits at the end.
 */
export interface ConfigTargets {
  /** @param sourcePath absolute: the file that is to read its region from config */
  open(sourcePath: string): ConfigTarget;
  /** The edits of all targets: one for each file. */
  getEdits(): FileEdit[];
}
