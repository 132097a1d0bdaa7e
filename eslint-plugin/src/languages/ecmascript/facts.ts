import { readSettings, type Settings } from '../../settings.ts';
import type { SourceCode } from './ast.ts';
import { findSdkUses } from './clients.ts';
import { getProjectPath, isConfigModule, isGenerated, isTestPath } from './file-kind.ts';
import { findGlobalEndpointFlags } from './global-endpoint-flags.ts';
import { mayHaveFacts } from './prefilter.ts';
import { findRegionSites } from './region-sites.ts';
import type { FileFacts } from './site.ts';

export { readSettings } from '../../settings.ts';
export type { Settings } from '../../settings.ts';
export { getProjectPath, isConfigModule } from './file-kind.ts';
export type * from './site.ts';

/** The part of a rule's context that the facts depend on. */
export interface FactsInput {
  sourceCode: SourceCode;
  filename: string;
  /** The folder that paths are read from. */
  cwd: string;
  /** All settings of the ESLint config; those of the plugin are under `multi-region`. */
  settings: Readonly<Record<string, unknown>>;
}

const noFacts: FileFacts = { regionSites: [], clientSites: [], operationSites: [], globalEndpointFlags: [] };
const cache = new WeakMap<object, FileFacts>();

/**
 * All that a file says of regions and clients. Computed once for each parsed file, however many rules
 * ask for it. Call it when the tree has its parents: from a visitor, or after linting.
 *
 * @throws SettingsError when `settings['multi-region']` is wrong
 */
export function getFacts(input: FactsInput): FileFacts {
  const known = cache.get(input.sourceCode);
  if (known) return known;
  const settings = readSettings(input.settings['multi-region']);
  const facts = mayHaveFacts(input.sourceCode.text) ? computeFacts(input, settings) : noFacts;
  cache.set(input.sourceCode, facts);
  return facts;
}

/**
 * Whether a file surely has no facts, whatever is in it: it is a test or generated, and the settings leave those
 * out. Who parses files for the rules only can ask this before.
 *
 * @throws SettingsError when `settings['multi-region']` is wrong
 */
export function isLeftOut(
  text: string,
  { filename, cwd, settings }: Omit<FactsInput, 'sourceCode'>,
): boolean {
  const { includeTests } = readSettings(settings['multi-region']);
  return !includeTests && isTestOrGenerated(getProjectPath(filename, cwd), text);
}

function isTestOrGenerated(path: string, text: string): boolean {
  return isTestPath(path) || isGenerated(path, text);
}

/** The facts without the prefilter, which saves time and changes nothing: a test compares the two. */
export function computeFacts({ sourceCode, filename, cwd }: FactsInput, settings: Settings): FileFacts {
  const path = getProjectPath(filename, cwd);
  if (!settings.includeTests && isTestOrGenerated(path, sourceCode.text)) return noFacts;
  const isConfig = isConfigModule(path, settings.configModules);
  const regionSites = findRegionSites({ sourceCode, isConfig }).filter(({ cloud }) =>
    settings.clouds.includes(cloud),
  );
  const { clientSites, operationSites } = findSdkUses(sourceCode, regionSites, settings);
  const isAwsRead = settings.clouds.includes('aws');
  return {
    regionSites,
    clientSites: clientSites.filter(({ cloud }) => settings.clouds.includes(cloud)),
    operationSites: isAwsRead ? operationSites : [],
    globalEndpointFlags: isAwsRead ? findGlobalEndpointFlags(sourceCode) : [],
  };
}
