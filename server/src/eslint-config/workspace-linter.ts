import type { Settings } from 'eslint-plugin-multi-region/facts';
import type { FileConfig } from '../lint/file-config.ts';
import { createConfigLinter } from './config-linter.ts';
import { createWorkspaceConfigs, type WorkspaceConfigsOptions } from './workspace-configs.ts';
import type { FileLinter } from '../lint/file-linter.ts';
import { readFileSettings } from './read-file-settings.ts';

/** Lints the files of a workspace as its own ESLint config says, or else with the embedded recommended preset. */
export interface WorkspaceLinter extends FileLinter {
  /** The settings of a file, as far as they are known: after it was linted. */
  getSettings(path: string): Settings;
  /** The config that decides about a file, in words; undefined when it was not asked for yet. */
  describeConfig(path: string): string | undefined;
  /** Forgets what configs say; after a change that only the caller knows of, such as a new trust. */
  invalidate(): void;
  /**
   * Takes changes of files on disk, whichever they are.
   *
   * @param paths absolute
   * @returns whether all files should be linted again, because a config may say something else now
   */
  reload(paths: readonly string[]): Promise<boolean>;
  /** Ends the processes that load configs. Nothing is to be linted afterwards. */
  dispose(): Promise<void>;
}

/**
 * Makes the linter of the language server and of the command line. Code of the workspace is run in processes of
 * their own only, and only where `isTrusted` says so. They start with the first file that may concern regions and
 * lies below an ESLint config, and end when nothing is asked.
 */
export function createWorkspaceLinter(options: WorkspaceConfigsOptions): WorkspaceLinter {
  const configs = createWorkspaceConfigs(options);
  const linter = createConfigLinter(configs);
  return {
    lint: (text, path, options) => linter.lint(text, path, options),
    getSettings: (path) => readFileSettings(configs.peek(path)),
    describeConfig: (path) => describe(configs.peek(path)),
    invalidate: () => {
      configs.invalidate();
    },
    reload: (paths) => Promise.resolve(configs.reload(paths)),
    dispose: () => configs.dispose(),
  };
}

function describe(config: FileConfig | undefined): string | undefined {
  switch (config?.kind) {
    case 'workspace':
      return config.configFile;
    case 'preset':
      return 'the recommended preset, since no ESLint config there has the plugin';
    default:
      return undefined;
  }
}
