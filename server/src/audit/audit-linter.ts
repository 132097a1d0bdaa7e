import { createWorkspaceConfigs } from '../eslint-config/workspace-configs.ts';
import type { FileConfig } from '../lint/file-config.ts';
import type { FileConfigs } from '../eslint-config/file-configs.ts';
import type { FileLinter } from '../lint/file-linter.ts';
import type { Notice } from '../files/notice.ts';

/** What the audit lints with, and how it knows the way each file is to be linted. */
export interface AuditLinter extends FileLinter {
  configs: FileConfigs;
}

/** The linter of the main thread, which asks the workspace for its configuration. */
export interface MainAuditLinter extends AuditLinter {
  /** What is known of a file after it was linted. */
  peekConfig(path: string): FileConfig | undefined;
  /** Whether a config could not be used. */
  hasFailed(): boolean;
  /** Takes what was wrong with configs since the last call. */
  takeNotices(): Notice[];
  /** Ends the processes that load configs. */
  dispose(): Promise<void>;
}

/**
 * Makes what the audit lints with: the ESLint config of each file decides, where one mentions the plugin.
 *
 * @param root absolute; the audited folder
 * @param options `noConfig`: run no code of the folder, the recommended preset is used for all
 */
export function createAuditLinter(
  root: string,
  { noConfig = false, settingsFile }: { noConfig?: boolean; settingsFile?: string | undefined } = {},
): MainAuditLinter {
  let notices: Notice[] = [];
  let hasFailed = false;
  const configs = createWorkspaceConfigs({
    getRoot: () => root,
    isTrusted: () => !noConfig,
    settingsFile,
    notice(notice) {
      hasFailed = true;
      notices.push(notice);
    },
  });
  return {
    ...createThreadAuditLinter(configs),
    peekConfig: (path) => configs.peek(path),
    hasFailed: () => hasFailed,
    takeNotices() {
      const taken = notices;
      notices = [];
      return taken;
    },
    dispose: () => configs.dispose(),
  };
}

/**
 * Makes the same for another thread. ESLint and the parser are loaded with the first file that needs them: in most
 * folders that is none.
 *
 * @param configs those of the main thread
 */
export function createThreadAuditLinter(configs: FileConfigs): AuditLinter {
  let linter: Promise<FileLinter> | undefined;
  return {
    configs,
    async lint(text, path) {
      linter ??= import('../eslint-config/config-linter.ts').then(({ createConfigLinter }) =>
        createConfigLinter(configs),
      );
      return (await linter).lint(text, path);
    },
  };
}
