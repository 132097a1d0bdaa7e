import type { ESLint, Linter } from 'eslint';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createProbe, type Probe } from './probe.ts';

/** The flat configs of an array as ESLint holds them after loading. */
type ConfigArray = Linter.Config[] & { basePath?: string };

/** The workspace's own ESLint, loaded into this process. */
export interface EslintHost {
  version: string;
  /** Sees what is linted. */
  probe: Probe;
  /** The ESLint of a working directory; configs are loaded once for each. */
  get(cwd: string): ESLint;
  /** All elements of the config array that was loaded last from a folder; undefined when that is not known. */
  getConfigArray(folder: string): (readonly Linter.Config[] & FileStatus) | undefined;
}

/** What a config array says of a file: `unconfigured` when no element is for it. Old versions do not say. */
interface FileStatus {
  getConfigStatus?: (path: string) => 'external' | 'ignored' | 'matched' | 'unconfigured';
}

/**
 * Loads an ESLint.
 *
 * @param folder absolute; the folder of its package
 */
export function loadEslint(folder: string): EslintHost {
  const load = createRequire(join(folder, 'package.json'));
  const { ESLint: Engine } = load('./lib/api.js') as { ESLint: typeof ESLint };
  const arrays = watchConfigArrays(load);
  const probe = createProbe();
  const engines = new Map<string, ESLint>();

  return {
    version: Engine.version,
    probe,
    get(cwd) {
      const known = engines.get(cwd);
      if (known) return known;
      const engine = new Engine({
        cwd,
        warnIgnored: false,
        // Rules of others are none of our business, and may take seconds.
        ruleFilter: ({ ruleId }) => ruleId.startsWith('multi-region/') || ruleId === probe.ruleId,
        overrideConfig: probe.config,
      });
      engines.set(cwd, engine);
      return engine;
    },
    getConfigArray: (at) => arrays.get(at),
  };
}

/** ESLint does not give away the whole array of a config, only what applies to one file; so we look on as it is made. */
function watchConfigArrays(load: NodeJS.Require): Map<string, ConfigArray> {
  const arrays = new Map<string, ConfigArray>();
  try {
    const { ConfigArray } = load('@eslint/config-array') as {
      ConfigArray: { prototype: { normalize: (this: ConfigArray, context?: unknown) => Promise<unknown> } };
    };
    const { normalize } = ConfigArray.prototype;
    ConfigArray.prototype.normalize = async function (context) {
      const result = await normalize.call(this, context);
      if (this.basePath !== undefined) arrays.set(this.basePath, this);
      return result;
    };
  } catch {
    // Without it, only files that the plugin applies to tell that the config mentions it.
  }
  return arrays;
}
