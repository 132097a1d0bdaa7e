import { type FileFacts, noFacts } from '../facts/file-facts.ts';
import { getProjectPath } from '../file-kind.ts';
import { remember } from '../remember.ts';
import { readSettings, type Settings } from '../settings.ts';
import type { Language } from './language.ts';
import type { SourceText } from './source-text.ts';

/** The part of a rule's context that the facts depend on. */
export interface FactsInput {
  /** Parsed, where its language has a tree. */
  sourceCode: SourceText;
  filename: string;
  /** The folder that paths are read from. */
  cwd: string;
  /** All settings of the ESLint config; those of the plugin are under `multi-region`. */
  settings: Readonly<Record<string, unknown>>;
}

const cache = new WeakMap<object, FileFacts>();

/**
 * All that a file says of regions, clients and resources. Computed once for each text, however many rules
 * ask for it. Call it when the tree has its parents: from a visitor, or after linting.
 *
 * @param mayHaveFacts what the prefilter says, where it was asked
 * @throws SettingsError when `settings['multi-region']` is wrong
 */
export function getFacts(language: Language, input: FactsInput, mayHaveFacts?: boolean): FileFacts {
  const known = cache.get(input.sourceCode);
  if (known) return known;
  const settings = readSettingsOnce(input.settings['multi-region']);
  const isCandidate = mayHaveFacts ?? language.mayHaveFacts(input.sourceCode.text);
  const facts = isCandidate ? computeFacts(language, input, settings) : noFacts;
  cache.set(input.sourceCode, facts);
  return facts;
}

/** The facts without the prefilter, which saves time and changes nothing: a test compares the two. */
export function computeFacts(
  language: Language,
  { sourceCode, filename, cwd }: FactsInput,
  settings: Settings,
): FileFacts {
  const path = getProjectPath(filename, cwd);
  if (!settings.includeTests && language.isLeftOut(path, sourceCode.text)) return noFacts;
  return language.readFacts(sourceCode, path, settings);
}

/**
 * Whether a file surely has no facts, whatever is in it: it is a test or generated, and the settings leave those
 * out. Who parses files for the rules only can ask this before.
 *
 * @throws SettingsError when `settings['multi-region']` is wrong
 */
export function isLeftOut(
  language: Language,
  text: string,
  { filename, cwd, settings }: Omit<FactsInput, 'sourceCode'>,
): boolean {
  const { includeTests } = readSettingsOnce(settings['multi-region']);
  return !includeTests && language.isLeftOut(getProjectPath(filename, cwd), text);
}

/** A config has one object of settings for all of its files. */
function readSettingsOnce(value: unknown): Settings {
  return typeof value === 'object' && value !== null ? readObject(value) : readSettings(value);
}

const readObject = remember((value: object) => readSettings(value));
