import { execFile } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { describeFileError } from '../files/describe-file-error.ts';
import { exists, listNames } from '../files/folders.ts';
import { readText } from '../files/read-text.ts';
import { isRecord } from '../project/is-record.ts';
import { readJsonc } from '../project/read-jsonc.ts';

/** The names of the settings for projects without an ESLint config, in the order in which they count. */
export const settingsNames: readonly string[] = ['json', 'jsonc', 'mjs'].map(
  (extension) => `multi-region.config.${extension}`,
);

/** What a settings file says. */
export interface SettingsFile {
  /** Absolute. */
  path: string;
  /** The same keys as `settings['multi-region']` of an ESLint config, unchecked; undefined when it cannot be read. */
  settings: Record<string, unknown> | undefined;
  /** Globs of what an audit looks at, relative to its folder; empty for everything. */
  include: readonly string[];
  exclude: readonly string[];
  /** Folders of an audit of several repositories, relative to its folder. */
  repositories: readonly string[];
  /** Why it cannot be used: one sentence. */
  problem: string | undefined;
}

/** Finds and reads settings files, each once. */
export interface SettingsFinder {
  /** The settings that hold for a file or folder: the nearest ones, up to the root of the repository. */
  find(path: string): Promise<SettingsFile | undefined>;
}

interface FinderOptions {
  /** Whether code may be run: only then is `multi-region.config.mjs` read. */
  isTrusted: (path: string) => boolean;
  /** Absolute: this file for all, whatever lies in folders. */
  file?: string | undefined;
}

/** Starts with nothing read. */
export function createSettingsFinder({ isTrusted, file }: FinderOptions): SettingsFinder {
  const byFolder = new Map<string, string | undefined>();
  const read = new Map<string, Promise<SettingsFile>>();

  function findIn(folder: string): string | undefined {
    if (byFolder.has(folder)) return byFolder.get(folder);
    const names = new Set(listNames(folder));
    const name = settingsNames.find((each) => names.has(each));
    const parent = dirname(folder);
    const isTop = parent === folder || exists(join(folder, '.git'));
    const found = name !== undefined ? join(folder, name) : isTop ? undefined : findIn(parent);
    byFolder.set(folder, found);
    return found;
  }

  return {
    async find(path) {
      const found = file ?? findIn(dirname(path));
      if (found === undefined || (found.endsWith('.mjs') && !isTrusted(found))) return undefined;
      const reading = read.get(found) ?? readSettingsFile(found);
      read.set(found, reading);
      return reading;
    },
  };
}

/** @param path absolute */
export async function readSettingsFile(path: string): Promise<SettingsFile> {
  const nothing = { path, settings: undefined, include: [], exclude: [], repositories: [] };
  let value: unknown;
  try {
    value = path.endsWith('.mjs') ? await runSettings(path) : readJsonc(readText(path));
  } catch (error) {
    return {
      ...nothing,
      problem: describeFileError(error).replace(/^Cannot be read: /u, 'It cannot be read: '),
    };
  }
  if (!isRecord(value)) {
    return {
      ...nothing,
      problem: `${basename(path)} does not hold an object, so its settings cannot be used.`,
    };
  }
  const { include, exclude, repositories, ...settings } = value;
  delete settings.$schema;
  const lists = { include, exclude, repositories };
  for (const [name, list] of Object.entries(lists)) {
    if (list !== undefined && !isTextList(list)) {
      return { ...nothing, problem: `${basename(path)}: ${name} should be a list of texts.` };
    }
  }
  return {
    path,
    settings,
    include: isTextList(include) ? include : [],
    exclude: isTextList(exclude) ? exclude : [],
    repositories: isTextList(repositories) ? repositories : [],
    problem: undefined,
  };
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

const longestRun = 10_000;

/** Runs a settings file in a process of its own, so that it can be read again, and ends when it does not. */
function runSettings(path: string): Promise<unknown> {
  const script =
    "import { pathToFileURL } from 'node:url'; const { default: value } = await import(pathToFileURL(process.argv[1]).href); process.stdout.write('\\n' + JSON.stringify(value ?? null));";
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['--input-type=module', '--eval', script, path],
      { timeout: longestRun, cwd: dirname(path), windowsHide: true },
      (error, stdout, stderr) => {
        if (error) {
          const [reason = error.message] = /^\w*Error.*$/mu.exec(stderr) ?? [];
          reject(new Error(`${basename(path)} does not run: ${reason}`));
        } else {
          resolve(JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1)));
        }
      },
    );
  });
}
