import type { Cloud } from 'eslint-plugin-multi-region/facts';
import {
  genericName,
  isGenericName,
  isServiceName,
  ownWordsOf,
  toCamelCase,
  toVariable,
  wordsOf,
} from './names.ts';
import { cloudOf, defaultVariables } from './region-words.ts';
import type { EntryWish } from './target.ts';

/** What is in the config, as far as a new name has to fit in. */
export interface KnownEntry {
  name: string;
  region: string | undefined;
  variable: string | undefined;
}

/** The name of a new entry, and the variable that it reads. */
export interface EntryName {
  name: string;
  variable: string;
}

interface Surroundings {
  entries: readonly KnownEntry[];
  /** All keys of the object, those of entries and others. */
  keys: ReadonlySet<string>;
  /** Whether a name has to say that it is that of a region: in an object that holds other things, too. */
  isMixed: boolean;
  /** What the names of variables begin with. */
  prefix: string;
  /** What the variables are set to in `.env.example`. */
  example: ReadonlyMap<string, string>;
}

/** What the regions of a package are called that nothing else is known of. */
const ranks = [genericName, 'secondary', 'tertiary'];

/**
 * Names an entry after the constant that held the region, or the service that it is for. After the region itself only
 * where no other word is left: it says what may change.
 */
export function nameEntry(wish: EntryWish, around: Surroundings): EntryName {
  const { keys, isMixed } = around;
  const spell = (name: string) => (!isMixed ? name : name === genericName ? 'region' : `${name}Region`);
  const isFree = ({ name, variable }: EntryName) => !keys.has(name) && isVariableFree(variable, wish, around);
  for (const { name, variable } of listNames(wish, around)) {
    const found = { name: spell(name), variable: wish.variable ?? around.prefix + variable };
    if (isFree(found)) return found;
  }
  const last = toCamelCase(wordsOf(wish.region)) ?? 'region';
  for (let number = 2; ; number += 1) {
    const name = spell(`${last}${/\d$/u.test(last) ? '_' : ''}${number}`);
    const found = { name, variable: wish.variable ?? `${around.prefix}${toVariable(name)}_REGION` };
    if (isFree(found)) return found;
  }
}

function isVariableFree(variable: string, wish: EntryWish, { entries, example }: Surroundings): boolean {
  if (variable === wish.variable) return true;
  if (entries.some((entry) => entry.variable === variable)) return false;
  const value = example.get(variable);
  return value === undefined || value === wish.region || cloudOf(value) === undefined;
}

function* listNames(
  { names, cloud, region, variable }: EntryWish,
  around: Surroundings,
): Generator<EntryName> {
  const ending = cloud === 'azure' ? 'LOCATION' : 'REGION';
  const call = (words: readonly string[]): EntryName[] => {
    const name = toCamelCase(words);
    return name === undefined ? [] : [{ name, variable: `${toVariable(name)}_${ending}` }];
  };
  const isGenericTaken = around.entries.some(({ name }) => isGenericName(name));
  const general: EntryName[] = isGenericTaken
    ? []
    : [{ name: genericName, variable: defaultVariables[cloud] }];
  const hint = (name: string): EntryName[] => {
    if (name === cloud) return [{ name, variable: defaultVariables[cloud] }];
    const words = ownWordsOf(name);
    return words.length > 0 ? call(words) : general;
  };

  // The variable says what the region is for better than the place where it is read.
  if (variable !== undefined) {
    yield* hint(variable.startsWith(around.prefix) ? variable.slice(around.prefix.length) : variable);
  }
  for (const name of names) yield* hint(name);
  yield* general;
  if (!around.entries.some((entry) => isOf(cloud, entry))) yield* hint(cloud);
  if (variable !== undefined)
    yield* call(wordsOf(variable).filter((word) => !/^(?:region|location)$/u.test(word)));
  for (const rank of ranks.slice(isGenericTaken ? 1 : 0)) yield* call([rank]);
  yield* call(wordsOf(region));
}

function isOf(cloud: Cloud, { region, variable }: KnownEntry): boolean {
  if (region !== undefined) return cloudOf(region) === cloud;
  return variable?.endsWith(defaultVariables[cloud]) ?? false;
}

/**
 * Finds the entry that stands for a region.
 *
 * @returns undefined where none does, or where the only one that does is for another service, and there is none yet
 *   for what the code usually does
 */
export function findEntry<T extends KnownEntry & { isLiteral: boolean }>(
  { region, names, variable }: EntryWish,
  entries: readonly T[],
): T | undefined {
  if (variable !== undefined) {
    const reading = entries.find((entry) => entry.variable === variable);
    if (reading) return reading;
  }
  const holding = entries.filter(
    (entry) => entry.region === region && (variable === undefined || entry.isLiteral),
  );
  const words = new Set(names.flatMap(ownWordsOf));
  const related = holding.find(({ name }) => ownWordsOf(name).some((word) => words.has(word)));
  const generic = holding.find(({ name }) => isGenericName(name));
  const literal = holding.find(({ isLiteral }) => isLiteral);
  const isGenericTaken = entries.some(({ name }) => isGenericName(name));
  const other = holding.find(({ name }) => isGenericTaken || !isServiceName(name));
  return related ?? generic ?? literal ?? other;
}
