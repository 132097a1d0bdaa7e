import type { Cloud } from 'eslint-plugin-multi-region/facts';
import type { FileEdit } from '../lint/file-edit.ts';

/** What is to be kept in config. */
export interface EntryRequest {
  /** `us-east-1` */
  region: string;
  cloud: Cloud;
  /** The variables that the entry takes the place of, in the order in which they are tried; empty where the code reads none. */
  reads: readonly string[];
  /** What stands between them. */
  operator: '??' | '||';
  /** The variable whose reader stays in the code, in front of the entry: the entry only holds the region. */
  kept: string | undefined;
  /** Words for its name, best first: the constant's name, the service. */
  names: readonly string[];
  /** Whether it is not to be shared with what the package does elsewhere: an identity of SES, a model of Bedrock. */
  isApart: boolean;
}

/** What stands in the code in the region's place. */
export interface ConfigEntry {
  /** `regions.bedrock` */
  expression: string;
  /** What to import, where it is not the target's `exportName`: a constant of its own. */
  exportName?: string;
  /** Whether it was not in the config before this plan. */
  isNew: boolean;
}

/** A variable that an added entry reads. */
export interface AddedVariable {
  name: string;
  /** The region of today. */
  region: string;
  /** Whether the entry throws without it; else it gives the region of today. */
  isRequired: boolean;
  /** Absolute: the module that reads it. */
  path: string;
  /** Absolute: the file that shows it, `.env.example`; undefined where none does. */
  example: string | undefined;
}

/** The module that the regions of a package are kept in, as it is, and with the entries that are added to it. */
export interface ConfigTarget {
  /** Absolute; the same for all files that share the module, whether it exists or is to be created. */
  path: string;
  exists: boolean;
  /** Absolute: the folder of the package that the module belongs to. */
  packageFolder: string;
  /** Whether the package is published: it never begins to need a variable. */
  isPublished: boolean;
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
  /** Reuses an entry that stands for the region, or adds one. The same request twice gives the same entry. */
  addEntry(request: EntryRequest): ConfigEntry | { refused: string };
  /** Whether an entry of the existing module has the region as a literal, so that using it changes nothing. */
  holdsLiterally(region: string): boolean;
  /** The variables that the added entries read. */
  getVariables(): readonly AddedVariable[];
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
  /** The variables that the added entries of all targets read. */
  getVariables(): readonly AddedVariable[];
  /** The edits of all targets: one for each file. */
  getEdits(): FileEdit[];
}
