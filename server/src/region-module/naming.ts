import { getCloud, type Cloud } from 'eslint-plugin-multi-region/catalog';
import {
  genericName,
  isGenericName,
  isServiceName,
  ownWordsOf,
  toCamelCase,
  toVariable,
  wordsOf,
} from './names.ts';
import { cloudOf } from './region-names.ts';
import type { EntryRequest } from './target.ts';

/** What is in the config, as far as a new name has to fit in. */
export interface KnownEntry {
  name: string;
  region: string | undefined;
  /** The first of the variables that it reads. */
  variable: string | undefined;
}

/** The name of a new entry, and the variable that it reads. */
export interface EntryName {
  name: string;
  variable: string;
}

interface NamingContext {
  entries: readonly KnownEntry[];
  /** All keys of the object, those of entries and others. */
  keys: ReadonlySet<string>;
  /** Whether a name has to say that it is that of a region: in an object that holds other things, too. */
  isMixed: boolean;
  /** What the names of variables begin with. */
  prefix: string;
  /** What the variables are set to in `.env.example`. */
  example: ReadonlyMap<string, string>;
  /** What the package is called, in words, for the variable of its usual region: `orders`. */
  packageWords: readonly string[];
}

/** What the regions of a package are called that nothing else is known of. */
const ranks = [genericName, 'secondary', 'tertiary'];

/** Variables that say where a program runs, and are set without anybody's doing; what is pinned does not follow them. */
const deploymentVariable =
  /^(?:VITE_|PUBLIC_|NEXT_PUBLIC_|REACT_APP_|EXPO_PUBLIC_)?(?:AWS_(?:DEFAULT_)?REGION|CDK_DEFAULT_REGION|CLOUD_RUN_REGION|FUNCTION_REGION|GOOGLE_CLOUD_(?:REGION|LOCATION)|AZURE_LOCATION|REGION)$/u;

/** Whether a variable says where a program is deployed. */
export function isDeploymentVariable(name: string): boolean {
  return deploymentVariable.test(name);
}

/**
 * Names an entry after the constant that held the region, or the service that it is for. After the region itself only
 * where no other word is left: it says what may change.
 */
export function nameEntry(request: EntryRequest, around: NamingContext): EntryName {
  const { keys, isMixed } = around;
  const spell = (name: string) => (!isMixed ? name : name === genericName ? 'region' : `${name}Region`);
  const isFree = ({ name, variable }: EntryName) =>
    !keys.has(name) && isVariableFree(variable, request, around);
  for (const { name, variable } of listNames(request, around)) {
    const found = { name: spell(name), variable: request.reads[0] ?? around.prefix + variable };
    if (isFree(found)) return found;
  }
  const last = toCamelCase(wordsOf(request.region)) ?? 'region';
  for (let number = 2; ; number += 1) {
    const name = spell(`${last}${/\d$/u.test(last) ? '_' : ''}${number}`);
    const found = { name, variable: request.reads[0] ?? `${around.prefix}${toVariable(name)}_REGION` };
    if (isFree(found)) return found;
  }
}

function isVariableFree(
  variable: string,
  request: EntryRequest,
  { entries, example }: NamingContext,
): boolean {
  if (variable === request.reads[0]) return true;
  // Code that reads none is not to be moved by a variable that is set for something else.
  if (isDeploymentVariable(variable)) return false;
  if (entries.some((entry) => entry.variable === variable)) return false;
  const value = example.get(variable);
  return value === undefined || value === request.region || cloudOf(value) === undefined;
}

function* listNames(
  { names, cloud, region, reads, kept, isApart }: EntryRequest,
  around: NamingContext,
): Generator<EntryName> {
  const [variable] = reads;
  const ending = cloud === 'azure' ? 'LOCATION' : 'REGION';
  const call = (words: readonly string[]): EntryName[] => {
    const name = toCamelCase(words);
    return name === undefined ? [] : [{ name, variable: `${toVariable(name)}_${ending}` }];
  };
  const isGenericTaken = around.entries.some(({ name }) => isGenericName(name));
  const ofPackage = around.packageWords.length > 0 ? around.packageWords : [genericName];
  const general: EntryName[] =
    isGenericTaken || isApart
      ? []
      : [ofPackage, [genericName]].map((words) => ({
          name: genericName,
          variable: `${toVariable(toCamelCase(words) ?? genericName)}_${ending}`,
        }));
  const hint = (name: string): EntryName[] => {
    if (name === cloud) return call([cloud]);
    const words = ownWordsOf(name);
    return words.length > 0 ? call(words) : general;
  };
  // The reader of the variable stays: what is left to config is what it falls back to.
  if (kept !== undefined) yield* [['fallback'], ...ownFallbackWords(kept)].flatMap(call);

  // The variable says what the region is for better than the place where it is read.
  if (variable !== undefined) {
    yield* hint(variable.startsWith(around.prefix) ? variable.slice(around.prefix.length) : variable);
  }
  for (const name of names) yield* hint(name);
  yield* general;
  if (variable !== undefined && isDeploymentVariable(variable)) yield* call(['current']);
  if (!around.entries.some((entry) => isOf(cloud, entry))) yield* hint(cloud);
  if (variable !== undefined)
    yield* call(wordsOf(variable).filter((word) => !/^(?:region|location)$/u.test(word)));
  // The same region as that of the deployment today, but pinned: where what the code works with lies.
  if (around.entries.some((entry) => entry.region === region && isGenericName(entry.name)))
    yield* call(['home']);
  for (const rank of ranks.slice(isGenericTaken ? 1 : 0)) yield* call([rank]);
  yield* call(wordsOf(region));
}

/** `mailFallback` of `MAIL_REGION`. */
function ownFallbackWords(variable: string): string[][] {
  const words = ownWordsOf(variable);
  return words.length > 0 ? [[...words, 'fallback']] : [];
}

function isOf(cloud: Cloud, { region, variable }: KnownEntry): boolean {
  if (region !== undefined) return cloudOf(region) === cloud;
  return variable?.endsWith(getCloud(cloud).variable) ?? false;
}

/**
 * Finds the entry that stands for a region.
 *
 * @returns undefined where none does, or where the only one that does is for another service, and there is none yet
 *   for what the code usually does
 */
export function findEntry<T extends KnownEntry & { isLiteral: boolean }>(
  { region, names, reads, kept, isApart }: EntryRequest,
  entries: readonly T[],
): T | undefined {
  const [variable] = reads;
  if (variable !== undefined) {
    const reading = entries.find((entry) => entry.variable === variable);
    if (reading) return reading;
  }
  const holding = entries.filter((entry) => {
    if (entry.region !== region) return false;
    if (variable !== undefined || kept !== undefined) return entry.isLiteral;
    // What is pinned today does not begin to follow the deployment by being moved.
    return entry.variable === undefined || !isDeploymentVariable(entry.variable);
  });
  const words = new Set(names.flatMap(ownWordsOf));
  const related = holding.find(({ name }) => ownWordsOf(name).some((word) => words.has(word)));
  const generic = holding.find(({ name }) => isGenericName(name));
  const literal = holding.find(({ isLiteral }) => isLiteral);
  const isGenericTaken = entries.some(({ name }) => isGenericName(name));
  const other = holding.find(({ name }) => isGenericTaken || !isServiceName(name));
  if (isApart) return related ?? literal;
  return related ?? generic ?? literal ?? other;
}
