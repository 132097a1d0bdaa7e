import { spawn } from 'node:child_process';
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
const largestAnswer = 1024 * 1024;

// What the file prints is none of the answer, and what it leaves running does not keep its process.
const script = `
import { pathToFileURL } from 'node:url';
const send = process.send.bind(process);
const { default: value } = await import(pathToFileURL(process.argv[1]).href);
send({ settings: JSON.stringify(value ?? null) }, () => process.exit());
`;

/**
 * Runs a settings file in a process of its own, so that it can be read again, and ends when it does not: whatever it
 * does, there is an answer within ten seconds.
 */
function runSettings(path: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script, path], {
      cwd: dirname(path),
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      windowsHide: true,
    });
    let said = '';
    const end = (settle: () => void) => {
      clearTimeout(timer);
      child.removeAllListeners().on('error', () => undefined);
      child.stderr?.destroy();
      if (child.connected) child.disconnect();
      child.kill('SIGKILL');
      settle();
    };
    const fail = (reason: string) => {
      end(() => {
        reject(new Error(`${basename(path)} does not run: ${reason}`));
      });
    };
    const timer = setTimeout(() => {
      fail(`it gave no answer within ${longestRun / 1000} s.`);
    }, longestRun);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (said.length < largestAnswer) said += text;
    });
    child.once('error', ({ message }) => {
      fail(message);
    });
    // The end of what it says comes after its own, and does not come while a process that it left running can speak.
    child.once('exit', (code, signal) => {
      setTimeout(() => {
        fail(
          /^\w*Error.*$/mu.exec(said)?.[0] ?? `its process ended with ${signal ?? `code ${String(code)}`}.`,
        );
      }, 100);
    });
    child.on('message', (message: unknown) => {
      const text = isRecord(message) ? message.settings : undefined;
      if (typeof text !== 'string' || text.length > largestAnswer) return; // it said something itself
      const value = parse(text);
      if (value === undefined) return;
      end(() => {
        resolve(value);
      });
    });
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
