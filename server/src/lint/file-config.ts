import type { Linter } from 'eslint';

/** How one file is to be linted. Plain data: it crosses processes and threads. */
export type FileConfig = PresetConfig | IgnoredConfig | UncoveredConfig | WorkspaceConfig;

/** Settings from a file of their own, where no ESLint config has any. */
interface FileSettings {
  /** The same as `settings['multi-region']`, unchecked. */
  settings?: unknown;
  /** Absolute: where they are, for messages. */
  settingsFile?: string;
}

/** Nothing in the workspace says how: the embedded recommended preset. */
export interface PresetConfig extends FileSettings {
  kind: 'preset';
  /** Absolute: the folder that rules read paths from. */
  cwd: string;
}

/** The workspace's ESLint leaves the file out, or has no rule of ours for it. */
export interface IgnoredConfig {
  kind: 'ignored';
}

/** The workspace's ESLint has our plugin, but no config object for such a file: it is linted with the preset. */
export interface UncoveredConfig extends FileSettings {
  kind: 'uncovered';
  /** Absolute. */
  configFile: string;
  /** Absolute: the folder that rules read paths from. */
  cwd: string;
}

/** The ESLint config of the workspace decides. */
export interface WorkspaceConfig {
  kind: 'workspace';
  /** Absolute: the config file, for messages. */
  configFile: string;
  /** Absolute: the folder that rules read paths from. */
  cwd: string;
  /** The rules of the plugin, with severities and options; those of other plugins are left out. */
  rules: Linter.RulesRecord;
  /** `settings['multi-region']`, unchecked; undefined when there is none. */
  settings: unknown;
  noInlineConfig: boolean;
  sourceType: 'commonjs' | 'module' | 'script';
  /**
   * Who has to lint: `server`, with the embedded plugin and parser, or the `host`, with the workspace's own, because
   * they are other ones. Then `tools` names them all with their versions, as far as they have any.
   */
  lintedBy: 'host' | 'server';
  tools: string;
}

/** One text for equal configurations, different for different ones; for the keys of caches. */
export function getConfigKey(config: FileConfig): string {
  if (config.kind === 'workspace') return JSON.stringify({ ...config, configFile: '' });
  const settings = config.kind === 'ignored' ? undefined : config.settings;
  return settings === undefined ? config.kind : `${config.kind} ${JSON.stringify(settings)}`;
}
