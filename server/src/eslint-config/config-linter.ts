import type { Linter } from 'eslint';
import plugin from 'eslint-plugin-multi-region';
import { getFacts, isLeftOut } from 'eslint-plugin-multi-region/facts';
import { ecmascript } from 'eslint-plugin-multi-region/ecmascript';
import { mayHaveFacts } from 'eslint-plugin-multi-region/prefilter';
import type { DocumentLinter } from '../lint/lint-document.ts';
import { createTextLinter } from '../lint/lint-text.ts';
import type { FileConfig, PresetConfig, UncoveredConfig, WorkspaceConfig } from '../lint/file-config.ts';
import type { FileConfigs } from './file-configs.ts';
import type { FileLinter, LintResult } from '../lint/file-linter.ts';
import {
  createCrashNotice,
  createFileNotice,
  createParseNotice,
  createProblemNotice,
  createUnreadNotice,
  isParseError,
} from '../lint/lint-notices.ts';
import { readFileSettings } from './read-file-settings.ts';
import { blankOutMarkup, isComponentName } from '../project/component-code.ts';
import { isDocumentName, isParsedHere } from '../files/source-names.ts';
import { dirname, join } from 'node:path';
import { isOurs, toFinding } from '../lint/to-finding.ts';

/**
 * Lints each file as its configuration says, here with a parser that need not be installed (../lint);
 * or has it linted where its configuration wants to be.
 *
 * @param configs says how; it is asked for files that may concern regions only
 */
export function createConfigLinter(configs: FileConfigs): FileLinter {
  const { parser, lint: lintText } = createTextLinter();
  const known = new WeakMap<FileConfig, Linter.Config>();
  const presets = new WeakMap<UncoveredConfig, PresetConfig>();

  /** The same object for the same configuration saves time. */
  function getPreset(config: PresetConfig | UncoveredConfig): PresetConfig {
    if (config.kind === 'preset') return config;
    const preset = presets.get(config) ?? { ...config, kind: 'preset' };
    presets.set(config, preset);
    return preset;
  }
  let documentLinter: Promise<DocumentLinter> | undefined;

  function getLinterConfig(config: PresetConfig | WorkspaceConfig): Linter.Config {
    const made = known.get(config) ?? toLinterConfig(config, parser);
    known.set(config, made);
    return made;
  }

  async function lintHere(
    text: string,
    path: string,
    fileConfig: PresetConfig | WorkspaceConfig,
    isEdited: boolean,
  ): Promise<LintResult> {
    const { cwd } = fileConfig;
    const config = getLinterConfig(fileConfig);
    const { settings = {} } = config;
    if (isLeftOut(ecmascript, text, { filename: path, cwd, settings })) return nothing;
    const { messages, sourceCode } = await lintText(text, { filename: path, cwd, isEdited }, config);
    const broken = messages.find(isParseError);
    if (broken) return { ...nothing, notice: createParseNotice(path, broken) };
    if (!sourceCode) return { ...nothing, notice: createProblemNotice(path, messages) };

    const facts = getFacts(ecmascript, { sourceCode, filename: path, cwd, settings });
    const findings = messages
      .filter(isOurs)
      .map((message) => toFinding(message, { path, sourceCode, facts }));
    const notice = createProblemNotice(path, messages) ?? createUnreadNotice(path, facts);
    return { findings, facts, sourceCode, notice };
  }

  /** The scripts of a component are code; edits would have to know what is around them. */
  async function lintComponent(
    text: string,
    path: string,
    config: PresetConfig,
    isEdited: boolean,
  ): Promise<LintResult> {
    const result = await lintHere(blankOutMarkup(path, text), path, config, isEdited);
    const findings = result.findings.map((finding) => ({ ...finding, suggestions: [] }));
    return { ...result, findings, sourceCode: undefined };
  }

  /** The findings are the host's; where the text can be parsed here as well, edits get what they need. */
  async function lintInHost(
    text: string,
    path: string,
    config: WorkspaceConfig,
    isEdited: boolean,
  ): Promise<LintResult> {
    const result = await configs.lint(text, path, config);
    if ((result.notice && result.findings.length === 0) || !isParsedHere(path)) return result;
    try {
      const { facts, sourceCode } = await lintHere(text, path, config, isEdited);
      return facts ? { ...result, facts, sourceCode } : result;
    } catch {
      return result; // settings of another version of the plugin, say
    }
  }

  /** A document goes by what holds for code in its folder: hardly any ESLint config names documents. */
  async function lintDocument(text: string, path: string): Promise<LintResult> {
    const config = await configs.get(getConfigPath(path));
    if (config.kind === 'ignored') return nothing;
    // Its parsers are loaded with the first document that may concern regions.
    documentLinter ??= import('../lint/lint-document.ts').then(({ createDocumentLinter }) =>
      createDocumentLinter(),
    );
    const preset = config.kind === 'workspace' ? config : getPreset(config);
    const result = await (await documentLinter)(text, path, preset);
    return config.kind === 'workspace' ? { ...result, services: readFileSettings(config).services } : result;
  }

  async function lint(text: string, path: string, isEdited: boolean): Promise<LintResult> {
    if (!mayHaveFacts(text)) return nothing;
    if (isDocumentName(path)) return await lintDocument(text, path);
    const config = await configs.get(path);
    if (config.kind === 'ignored') return nothing;
    if (config.kind === 'preset' || config.kind === 'uncovered') {
      const { settings, settingsFile } = config;
      const preset = getPreset(config);
      try {
        const result = isComponentName(path)
          ? await lintComponent(text, path, preset, isEdited)
          : await lintHere(text, path, preset, isEdited);
        return settings === undefined ? result : { ...result, services: readFileSettings(preset).services };
      } catch (error) {
        if ((error as Error).name !== 'SettingsError' || settingsFile === undefined) throw error;
        const message = (error as Error).message.replace(/settings\['multi-region'\]\.?/u, '');
        return { ...nothing, notice: { ...createFileNotice(settingsFile, message), isMistake: true } };
      }
    }
    try {
      const isHere = config.lintedBy === 'server';
      const result = await (isHere
        ? lintHere(text, path, config, isEdited)
        : lintInHost(text, path, config, isEdited));
      return { ...result, services: readFileSettings(config).services };
    } catch (error) {
      if ((error as Error).name !== 'SettingsError') throw error;
      return {
        ...nothing,
        notice: { ...createFileNotice(config.configFile, (error as Error).message), isMistake: true },
      };
    }
  }

  return {
    async lint(text, path, { isEdited = false } = {}) {
      try {
        return await lint(text, path, isEdited);
      } catch (error) {
        return { ...nothing, notice: createCrashNotice(path, error) };
      }
    },
  };
}

/** The path by which a file is asked for in a config: for a document, that of a script beside it. */
export function getConfigPath(path: string): string {
  return isDocumentName(path) ? join(dirname(path), 'index.js') : path;
}

function toLinterConfig(config: PresetConfig | WorkspaceConfig, parser: Linter.Parser): Linter.Config {
  const base: Linter.Config = {
    files: [...ecmascript.files.map((glob) => `**/${glob}`), '**/*.{vue,svelte,astro}'],
    languageOptions: { parser },
    // Comments that silence other rules are no business of ours.
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  };
  if (config.kind === 'preset') {
    const own = config.settings === undefined ? {} : { settings: { 'multi-region': config.settings } };
    return { ...plugin.configs.recommended, ...base, ...own };
  }
  const { rules, settings, noInlineConfig, sourceType, lintedBy } = config;
  return {
    ...base,
    plugins: { 'multi-region': plugin },
    // What the host lints is only read here.
    rules: lintedBy === 'server' ? rules : {},
    ...(settings === undefined ? {} : { settings: { 'multi-region': settings } }),
    languageOptions: { parser, sourceType },
    linterOptions: { ...base.linterOptions, noInlineConfig },
  };
}

const nothing: LintResult = { findings: [], facts: undefined, sourceCode: undefined, notice: undefined };
