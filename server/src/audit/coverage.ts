import { awsRegionId, gcpRegionId } from 'eslint-plugin-multi-region/catalog';
import { setImmediate } from 'node:timers/promises';
import { join, posix } from 'node:path';
import { readCode } from '../files/source-file.ts';
import { isSkippedFolder } from '../files/source-names.ts';
import type { FileAudit } from './file-audit.ts';
import { plural } from '../printing/plural.ts';

/** What an audit did not look at, or not as its configuration wants it. */
export interface Coverage {
  /** ESLint configs that have no object for some files, and how many of these concern regions; they were linted with the preset. */
  uncovered: readonly { config: string; files: number; example: string }[];
  /** Files in languages that are not read, which name a region; by their ending, the most first. */
  otherKinds: readonly { kind: string; files: number; example: string }[];
}

export const fullCoverage: Coverage = { uncovered: [], otherKinds: [] };

/** Languages and formats in which regions are written down, by the ending of the name. */
const endings = new Set(
  (
    'bash bicep cfg clj conf cs env ex fs go gradle groovy hcl ini ipynb java json json5 jsonc kt kts lua php pl ' +
    'properties ps1 pulumi py r rb rs scala sh sql swift tf tfvars toml tpl vb xml yaml yml'
  ).split(' '),
);
const names = /^(?:(?:[\w.-]+\.)?Dockerfile|Jenkinsfile|Makefile|Procfile|\.env(?:\.[\w-]+)?)$/iu;
/** Written by tools, or about packages. */
const skipped =
  /^(?:package(?:-lock)?|npm-shrinkwrap|composer|tsconfig[\w.-]*|deno|bun)\.json$|[.-]lock(?:\.\w+)?$|^(?:pnpm-lock|go\.sum)/iu;

const regions = new RegExp(`\\b(?:${awsRegionId}|${gcpRegionId})\\b`, 'u');

/** Whether a file may name a region in a language that is not read. */
export function isOtherKind(path: string): boolean {
  const name = posix.basename(path);
  if (skipped.test(name)) return false;
  return names.test(name) || endings.has(posix.extname(name).slice(1).toLowerCase());
}

/** @param paths relative to `root`, with `/` */
export async function findOtherKinds(
  root: string,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<Coverage['otherKinds']> {
  const found = new Map<string, { files: number; example: string }>();
  for (const [index, path] of paths.entries()) {
    if (index % 64 === 63) {
      await setImmediate();
      signal?.throwIfAborted();
    }
    if (path.split('/').some(isSkippedFolder)) continue;
    const text = readCode(join(root, path), root);
    if (text === undefined || !regions.test(text)) continue;
    const kind = kindOf(path);
    const known = found.get(kind);
    if (known) known.files++;
    else found.set(kind, { files: 1, example: path });
  }
  return [...found]
    .map(([kind, rest]) => ({ kind, ...rest }))
    .sort((a, b) => b.files - a.files || (a.kind < b.kind ? -1 : 1));
}

/** `.tf`; the name for what has no ending: `Dockerfile`. */
function kindOf(path: string): string {
  const name = posix.basename(path);
  if (name.startsWith('.env')) return '.env';
  return names.test(name) ? name.replace(/^.*\./u, '') : posix.extname(name).toLowerCase();
}

/** Counts the files that concern regions and that the ESLint config has no object for. */
export function groupUncovered(files: readonly FileAudit[]): Coverage['uncovered'] {
  const groups = new Map<string, { files: number; example: string }>();
  for (const { uncoveredBy, path = '' } of files) {
    if (uncoveredBy === undefined) continue;
    const known = groups.get(uncoveredBy);
    if (known) known.files++;
    else groups.set(uncoveredBy, { files: 1, example: path });
  }
  return [...groups]
    .map(([config, rest]) => ({ config, ...rest }))
    .sort((a, b) => (a.config < b.config ? -1 : 1));
}

/** Puts the coverage of several parts together. */
export function combineCoverage(parts: readonly Coverage[]): Coverage {
  return {
    uncovered: combine(
      parts.flatMap(({ uncovered }) => uncovered),
      ({ config }) => config,
    ).sort((a, b) => (a.config < b.config ? -1 : 1)),
    otherKinds: combine(
      parts.flatMap(({ otherKinds }) => otherKinds),
      ({ kind }) => kind,
    ).sort((a, b) => b.files - a.files || (a.kind < b.kind ? -1 : 1)),
  };
}

function combine<T extends { files: number; example: string }>(
  items: readonly T[],
  keyOf: (item: T) => string,
): T[] {
  const groups = new Map<string, T>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (!known) groups.set(keyOf(item), { ...item });
    else {
      known.files += item.files;
      if (item.example < known.example) known.example = item.example;
    }
  }
  return [...groups.values()];
}

/** What was not looked at, in sentences: for the end of a report. */
export function describeCoverage({ uncovered, otherKinds }: Coverage): string[] {
  const lines = uncovered.map(({ config, files, example }) => {
    const ending = posix.extname(example);
    return `${plural(files, 'file')} such as ${example} ${files === 1 ? 'is' : 'are'} not covered by ${config}, so ESLint does not lint ${files === 1 ? 'it' : 'them'}; the recommended rules were used here. Add { files: ['**/*${ending}'], extends: [multiRegion.configs.recommended] } to it${/\.[cm]?tsx?$/u.test(ending) ? ', with the parser of typescript-eslint' : ''}.`;
  });
  const count = otherKinds.reduce((sum, { files }) => sum + files, 0);
  if (count > 0) {
    const shown = otherKinds.slice(0, 4).map(({ kind, files }) => `${files} ${kind}`);
    const rest = otherKinds.slice(4).reduce((sum, { files }) => sum + files, 0);
    const list = [...shown, ...(rest > 0 ? [`${rest} others`] : [])].join(', ');
    lines.push(
      `A region is also named in ${plural(count, 'file')} of other kinds, which ${count === 1 ? 'was' : 'were'} not analyzed: ${list}.`,
    );
  }
  return lines;
}
