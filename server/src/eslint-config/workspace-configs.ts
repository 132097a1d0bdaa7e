import { basename, dirname } from 'node:path';
import { createFileNotice } from '../lint/lint-notices.ts';
import type { Notice } from '../files/notice.ts';
import { isInside } from '../files/inside.ts';
import { findText } from '../files/read-text.ts';
import { createConfigSource, createHostStarter, type ConfigSource } from './config-source.ts';
import type { FileConfig } from '../lint/file-config.ts';
import type { FileConfigs } from './file-configs.ts';
import { configNames } from './find-config.ts';
import { createSettingsFinder, settingsNames, type SettingsFile } from './settings-file.ts';
import { findHostScript, HostError } from './host-process.ts';

/** What is needed to ask the workspace how its files are to be linted. */
export interface WorkspaceConfigsOptions {
  /** The project folder of a file, absolute and above it: rules read paths from there. */
  getRoot: (path: string) => string;
  /** Whether the code that lints a file may be run; asked for each file that is not known yet. */
  isTrusted: (path: string) => boolean;
  /** Is told what is wrong with a config; of the same thing, once. */
  notice: (notice: Notice) => void;
  /** Absolute: the settings for all files, instead of those in their folders. */
  settingsFile?: string | undefined;
  /** The code of the host process; found by itself in the bundle. */
  hostScript?: URL | undefined;
  /** How long a config may take to answer. */
  timeoutMs?: number | undefined;
  /** How long a host process stays when nothing is asked. */
  idleMs?: number | undefined;
}

/** The configurations of the files of a workspace, as its own ESLint has them. */
export interface WorkspaceConfigs extends FileConfigs {
  /** What is known of a file already, without asking. */
  peek(path: string): FileConfig | undefined;
  /** Forgets all answers; those of before are used only where a config cannot be loaded any more. */
  invalidate(): void;
  /**
   * Takes changes of files: forgets all answers when one of them may change a config.
   *
   * @param paths absolute
   * @returns whether it did
   */
  reload(paths: readonly string[]): boolean;
  /** Ends all that was started. */
  dispose(): Promise<void>;
}

/** Files that any config may depend on, by name. */
const dependencyNames = new Set([
  ...configNames,
  ...settingsNames,
  '.gitignore',
  'package.json',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'yarn.lock',
  'bun.lock',
  'bun.lockb',
]);

/** Asks the workspace's own ESLint, in processes of their own, how files are to be linted. */
export function createWorkspaceConfigs(options: WorkspaceConfigsOptions): WorkspaceConfigs {
  const { getRoot, isTrusted, hostScript = findHostScript() } = options;
  const share = createSharer();
  let settingsFinder = createSettingsFinder({ isTrusted, file: options.settingsFile });
  const answers = new Map<string, Promise<FileConfig>>();
  const known = new Map<string, FileConfig>();
  /** The last good answer for each file, whatever has changed since. */
  const lastGood = new Map<string, FileConfig>();
  /** What is known to be wrong with a config. */
  const told = new Map<string, string>();
  const ending = new Set<Promise<void>>();
  let source = hostScript && createConfigSource(createHostStarter(hostScript, options));
  let isDisposed = false;

  function get(path: string): Promise<FileConfig> {
    const answer = answers.get(path) ?? findNow(path);
    answers.set(path, answer);
    return answer;
  }

  /** What was found with a source that is out of date by now counts no more. */
  async function findNow(path: string): Promise<FileConfig> {
    const asked = source;
    const config = await find(path, asked);
    if (asked !== source && !isDisposed) return findNow(path);
    known.set(path, config);
    return config;
  }

  async function find(path: string, asked: ConfigSource | undefined): Promise<FileConfig> {
    const root = getRoot(path);
    const file = await settingsFinder.find(path);
    if (file?.problem !== undefined) tell(file.path, file.problem, true);
    const own = file?.settings && { settings: file.settings, settingsFile: file.path };
    const preset = share({ kind: 'preset', cwd: root, ...own });
    const configFile = isTrusted(path) ? asked?.findConfig(path) : undefined;
    if (!asked || configFile === undefined) return preset;
    const installation = asked.findEslint(configFile);
    if (typeof installation === 'string') {
      // A folder where nothing is installed is nothing to talk about, unless its config is for us.
      if (namesPlugin(configFile)) {
        tell(configFile, `${installation} Until then the recommended preset is used.`);
      }
      return preset;
    }
    const folder = dirname(configFile);
    const cwd = installation.looksFromFile || (folder !== root && !isInside(root, folder)) ? root : folder;
    try {
      const answer = await asked.ask(path, { configFile, cwd, installation });
      const config = answer ? share(addSettings(answer, file)) : preset;
      lastGood.set(path, config);
      told.delete(configFile);
      return config;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (!error.isStopped) tell(configFile, describeFailure(error));
      return lastGood.get(path) ?? preset;
    }
  }

  /** The settings of the ESLint config win, where it has any. */
  function addSettings(config: FileConfig, file: SettingsFile | undefined): FileConfig {
    if (!file?.settings || config.kind === 'ignored' || config.kind === 'preset') return config;
    const { settings, path: settingsFile } = file;
    if (config.kind === 'uncovered') return { ...config, settings, settingsFile };
    if (config.settings === undefined) return { ...config, settings };
    if (JSON.stringify(config.settings) !== JSON.stringify(file.settings)) {
      tell(
        file.path,
        `${basename(config.configFile)} has settings['multi-region'] too, and says something else: what it says holds. Keep the settings in one of them.`,
      );
    }
    return config;
  }

  function tell(configFile: string, message: string, isMistake = false): void {
    if (told.get(configFile) === message) return;
    told.set(configFile, message);
    options.notice({ ...createFileNotice(configFile, message), ...(isMistake && { isMistake }) });
  }

  function invalidate(): void {
    if (source) {
      const end: Promise<void> = source.stop().finally(() => ending.delete(end));
      ending.add(end);
    }
    source = hostScript && createConfigSource(createHostStarter(hostScript, options));
    settingsFinder = createSettingsFinder({ isTrusted, file: options.settingsFile });
    answers.clear();
    known.clear();
  }

  return {
    get,
    peek: (path) => known.get(path),
    async lint(text, path, { configFile, cwd }) {
      const nothing = { findings: [], facts: undefined, sourceCode: undefined };
      if (!source) return { ...nothing, notice: undefined };
      const installation = source.findEslint(configFile);
      if (typeof installation === 'string') {
        return { ...nothing, notice: createFileNotice(path, installation) };
      }
      try {
        return await source.lint({ kind: 'lint', configFile, cwd, path, text }, installation);
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        if (error.isStopped) return { ...nothing, notice: undefined };
        const message = `Could not be linted with ESLint ${installation.version}: ${error.message}.`;
        return { ...nothing, notice: createFileNotice(path, message) };
      }
    },
    invalidate,
    reload(paths) {
      const dependencies = source?.listDependencies();
      const isMeant = paths.some((path) => dependencyNames.has(basename(path)) || dependencies?.has(path));
      if (isMeant) invalidate();
      return isMeant;
    },
    async dispose() {
      isDisposed = true;
      invalidate();
      await Promise.all(ending);
    },
  };
}

/** Equal configurations become one object, so that what is made of them is made once. */
function createSharer(): (config: FileConfig) => FileConfig {
  const distinct = new Map<string, FileConfig>();
  return (config) => {
    const key = JSON.stringify(config);
    const known = distinct.get(key) ?? config;
    distinct.set(key, known);
    return known;
  };
}

function describeFailure({ message }: HostError): string {
  return `This ESLint config cannot be used: ${message.replace(/\.$/u, '')}. Files that were linted with it keep its last good state, for others the recommended preset is used, until it is mended.`;
}

function namesPlugin(configFile: string): boolean {
  return findText(configFile)?.includes('multi-region') ?? false;
}
