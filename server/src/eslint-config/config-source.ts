import { dirname } from 'node:path';
import type { LintResult } from '../lint/file-linter.ts';
import type { FileConfig } from '../lint/file-config.ts';
import { createConfigFinder } from './find-config.ts';
import { findEslint, type EslintInstallation } from './find-eslint.ts';
import { createHost, HostError, type Host } from './host-process.ts';
import { listDependencies } from './list-dependencies.ts';
import type { HostRequest } from './protocol.ts';

/** A config, and how it is to be loaded. */
export interface ConfigTarget {
  configFile: string;
  cwd: string;
  installation: EslintInstallation;
}

/** The configs of a workspace as they are now: what was found out is kept, and not looked at again. */
export interface ConfigSource {
  /** The nearest config of a file; undefined when there is none, or it is known to be none of our business. */
  findConfig(path: string): string | undefined;
  /** The ESLint that a config is for, or why there is none that can be used. */
  findEslint(configFile: string): EslintInstallation | string;
  /**
   * Asks how a file is to be linted; files of one config that are asked for at a time go together.
   *
   * @returns undefined when the config never mentions the plugin
   * @throws HostError
   */
  ask(path: string, target: ConfigTarget): Promise<FileConfig | undefined>;
  /** @throws HostError */
  lint(request: HostRequest & { kind: 'lint' }, installation: EslintInstallation): Promise<LintResult>;
  /** Absolute: the files that the configs consist of. */
  listDependencies(): ReadonlySet<string>;
  /** Ends its processes; what is not answered yet fails. */
  stop(): Promise<void>;
}

/** Files of one config that are asked about together. */
interface Batch {
  paths: string[];
  answer: Promise<{ get(path: string): FileConfig | undefined }>;
}

/**
 * Makes a source that knows nothing yet.
 *
 * @param startHost starts a process for an ESLint, by the folder of its package
 */
export function createConfigSource(startHost: (eslintFolder: string) => Host): ConfigSource {
  const finder = createConfigFinder();
  const installations = new Map<string, EslintInstallation | string>();
  const hosts = new Map<string, Host>();
  const batches = new Map<string, Batch>();
  const foreign = new Set<string>();
  const broken = new Map<string, HostError>();
  const dependencies = new Map<string, readonly string[]>();

  function getHost({ folder }: EslintInstallation): Host {
    const host = hosts.get(folder) ?? startHost(folder);
    hosts.set(folder, host);
    return host;
  }

  function startBatch(key: string, { configFile, cwd, installation }: ConfigTarget): Batch {
    // As it is before anybody changes it: a module that goes is none that can be found.
    if (!dependencies.has(configFile)) dependencies.set(configFile, listDependencies(configFile));
    const paths: string[] = [];
    const asked = getHost(installation).ask(() => {
      // Its turn: who comes now is too late for this batch.
      batches.delete(key);
      return { kind: 'configs', configFile, cwd, paths };
    });
    const answer = asked.then(
      ({ isForeign, configs, indices, error }) => {
        if (isForeign) foreign.add(configFile);
        const found = new Map(paths.map((path, position) => [path, indices[position] ?? -1]));
        return {
          get(path: string) {
            if (isForeign) return undefined;
            const config = configs[found.get(path) ?? -1];
            if (!config) throw new HostError(error ?? 'it gave no answer');
            return config;
          },
        };
      },
      (error: unknown) => {
        // It would take as long again, and end the same way.
        if (error instanceof HostError && !error.isStopped) broken.set(configFile, error);
        throw error;
      },
    );
    const batch = { paths, answer };
    batches.set(key, batch);
    return batch;
  }

  return {
    findConfig(path) {
      const configFile = finder.find(dirname(path));
      return configFile !== undefined && foreign.has(configFile) ? undefined : configFile;
    },
    findEslint(configFile) {
      const installation = installations.get(configFile) ?? findEslint(configFile);
      installations.set(configFile, installation);
      return installation;
    },
    async ask(path, target) {
      const { configFile, cwd } = target;
      const known = broken.get(configFile);
      if (known) throw known;
      const key = `${configFile}\0${cwd}`;
      const batch = batches.get(key) ?? startBatch(key, target);
      batch.paths.push(path);
      return (await batch.answer).get(path);
    },
    lint: (request, installation) => getHost(installation).ask(() => request),
    listDependencies: () => new Set([...dependencies.values()].flat()),
    async stop() {
      await Promise.all(Array.from(hosts.values(), (host) => host.stop()));
    },
  };
}

/** Makes what `createConfigSource` starts processes with. */
export function createHostStarter(
  script: URL,
  limits: { timeoutMs?: number | undefined; idleMs?: number | undefined },
): (eslintFolder: string) => Host {
  return (eslintFolder) => createHost({ script, eslintFolder, ...limits });
}
