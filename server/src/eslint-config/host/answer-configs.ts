import type { Linter } from 'eslint';
import plugin from 'eslint-plugin-multi-region';
import { dirname } from 'node:path';
import { isParsedHere } from '../../files/source-names.ts';
import type { FileConfig } from '../../lint/file-config.ts';
import type { ConfigsAnswer, HostRequest } from '../protocol.ts';
import type { EslintHost } from './eslint-host.ts';
import { describeError } from './describe-error.ts';

/**
 * Says how files are to be linted.
 *
 * @param host the ESLint of the workspace
 * @param request of files that have the same config file
 */
export async function answerConfigs(
  host: EslintHost,
  { configFile, cwd, paths }: HostRequest & { kind: 'configs' },
): Promise<ConfigsAnswer> {
  const eslint = host.get(cwd);
  const isForeign = () => {
    const array = host.getConfigArray(dirname(configFile));
    return array !== undefined && !array.some(mentionsPlugin);
  };
  const answer: ConfigsAnswer = { configs: [], indices: [], isForeign: false, error: undefined };
  // ESLint gives the same object to files that the same elements apply to.
  const parsedHere = new Map<unknown, number>();
  const parsedThere = new Map<unknown, number>();

  for (const path of paths) {
    try {
      const config = (await eslint.calculateConfigForFile(path)) as CalculatedConfig | undefined;
      if (isForeign()) return { ...answer, isForeign: true };
      // ESLint leaves such a file out for want of an object, not because somebody wants it left out.
      const isUncovered =
        !config && host.getConfigArray(dirname(configFile))?.getConfigStatus?.(path) === 'unconfigured';
      if (isUncovered) {
        const at = answer.configs.findIndex(({ kind }) => kind === 'uncovered');
        answer.indices.push(at >= 0 ? at : answer.configs.push({ kind: 'uncovered', configFile, cwd }) - 1);
        continue;
      }
      const indices = isParsedHere(path) ? parsedHere : parsedThere;
      const index =
        indices.get(config) ?? answer.configs.push(toFileConfig(config, { configFile, cwd, path, host })) - 1;
      indices.set(config, index);
      answer.indices.push(index);
    } catch (error) {
      // What is wrong with the rules of others is their business.
      if (isForeign()) return { ...answer, isForeign: true };
      answer.indices.push(-1);
      answer.error ??= describeError(error);
    }
  }
  return answer;
}

/** What ESLint makes of a config array for one file, as far as it matters here. */
interface CalculatedConfig {
  plugins?: Record<string, { meta?: Named; languages?: Record<string, unknown> }>;
  rules?: Linter.RulesRecord;
  settings?: Record<string, unknown>;
  linterOptions?: { noInlineConfig?: boolean };
  language?: unknown;
  languageOptions?: { sourceType?: 'commonjs' | 'module' | 'script'; parser?: Named & { meta?: Named } };
  processor?: Named & { meta?: Named };
}

interface Named {
  name?: string;
  version?: string;
}

function mentionsPlugin({ plugins }: Linter.Config): boolean {
  return plugins !== undefined && 'multi-region' in plugins;
}

/** Parsers of the same trees as ours; other ones read other languages, or these in another way. */
const equalParsers = ['espree', 'typescript-eslint/parser', 'multi-region/oxc'];

function toFileConfig(
  config: CalculatedConfig | undefined,
  { configFile, cwd, path, host }: { configFile: string; cwd: string; path: string; host: EslintHost },
): FileConfig {
  const installed = config?.plugins?.['multi-region'];
  if (!config || !installed) return { kind: 'ignored' };
  const { rules = {}, settings = {}, linterOptions = {}, languageOptions = {}, processor } = config;
  const { parser } = languageOptions;
  const isSame =
    isParsedHere(path) &&
    !processor &&
    config.language === config.plugins?.['@']?.languages?.js &&
    (!parser || equalParsers.includes((parser.meta ?? parser).name ?? '')) &&
    installed.meta?.version === plugin.meta?.version;
  return {
    kind: 'workspace',
    configFile,
    cwd,
    rules: pickRules(rules),
    settings: toPlain(settings['multi-region']),
    noInlineConfig: linterOptions.noInlineConfig === true,
    sourceType: languageOptions.sourceType ?? 'module',
    lintedBy: isSame ? 'server' : 'host',
    // Those of the server are the same for all files.
    tools: isSame
      ? ''
      : [`eslint@${host.version}`, ...[installed, parser, processor].map(nameTool)].join(' '),
  };
}

function nameTool(tool: { meta?: Named } | undefined): string {
  const { name = 'unknown', version = 'unknown' } = tool?.meta ??
    (tool as Named | undefined) ?? { name: 'none' };
  return `${name}@${version}`;
}

/** Our rules. ESLint has filled in the default options; without them, they can be run in a faster way. */
function pickRules(rules: Linter.RulesRecord): Linter.RulesRecord {
  const picked: Linter.RulesRecord = {};
  for (const [id, entry] of Object.entries(rules)) {
    const [namespace, name = ''] = id.split('/');
    if (namespace !== 'multi-region') continue;
    const [level, ...options] = toPlain(Array.isArray(entry) ? entry : [entry]);
    const defaults = plugin.rules?.[name]?.meta?.defaultOptions ?? [];
    const isDefault = JSON.stringify(options) === JSON.stringify(defaults);
    picked[id] = isDefault ? level : [level, ...options];
  }
  return picked;
}

/** What cannot be sent, such as a function, is nothing that a rule would take. */
function toPlain<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}
