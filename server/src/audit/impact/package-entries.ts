import { join, posix } from 'node:path';
import { findText } from '../../files/read-text.ts';
import type { Entry } from './entry.ts';
import { isRecord } from '../../project/is-record.ts';
import { folderOf, type Package, type Project } from '../../project/project.ts';
import { findSource } from '../../project/source-of.ts';

/**
 * Lists the files that packages name: their commands, what those who install them import, what their npm scripts
 * run, and the apps of cdk.json.
 *
 * @returns by file; a file that has several uses has the first of these
 */
export function listPackageEntries(project: Project): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const add = (folder: string, target: string, entry: Entry) => {
    const file = findSource(project.files, folder, target);
    if (file !== undefined && !entries.has(file)) entries.set(file, entry);
  };
  for (const each of project.packages) addBins(each, add);
  for (const each of project.packages) addScripts(each, add);
  for (const path of project.configFiles) {
    if (!path.endsWith('cdk.json')) continue;
    for (const word of wordsOf(readApp(join(project.root, path)))) {
      add(folderOf(path), word, { kind: 'script', name: 'cdk app' });
    }
  }
  for (const each of project.packages) addExports(each, add);
  return entries;
}

type Add = (folder: string, target: string, entry: Entry) => void;

function addBins({ folder, name, manifest: { bin } }: Package, add: Add): void {
  if (typeof bin === 'string') add(folder, bin, { kind: 'bin', name });
  if (!isRecord(bin)) return;
  for (const [command, target] of Object.entries(bin)) {
    if (typeof target === 'string') add(folder, target, { kind: 'bin', name: command });
  }
}

function addScripts({ folder, manifest: { scripts } }: Package, add: Add): void {
  if (!isRecord(scripts)) return;
  for (const [script, command] of Object.entries(scripts)) {
    if (typeof command !== 'string' || isForDevelopers(script)) continue;
    for (const word of wordsOf(command)) add(folder, word, { kind: 'script', name: `npm run ${script}` });
  }
}

/** What builds, checks or cleans the code does not serve customers. */
function isForDevelopers(script: string): boolean {
  return /^(?:pre|post)?(?:build|clean|codegen|format|generate|lint|pack|test|type-?check|types?)\b/u.test(
    script,
  );
}

function wordsOf(command: string): string[] {
  return command.split(/[\s'"=]+/u).filter((word) => /\.[cm]?[jt]sx?$/u.test(word));
}

function addExports({ folder, name, manifest }: Package, add: Add): void {
  const entry: Entry = { kind: 'package', name };
  const { source, module, main, browser, exports } = manifest;
  for (const target of [source, module, main, browser]) {
    if (typeof target === 'string') add(folder, target, entry);
  }
  if (exports === undefined) {
    // Without a word on it, Node takes the index.
    if (main === undefined && manifest.private !== true && name !== undefined) add(folder, 'index.js', entry);
    return;
  }
  if (isRecord(exports) && Object.keys(exports).some((key) => key.startsWith('.'))) {
    for (const [key, value] of Object.entries(exports)) {
      const inner: Entry = { kind: 'package', name: posix.join(name ?? '', key) };
      for (const target of listTargets(value)) add(folder, target, inner);
    }
  } else {
    for (const target of listTargets(exports)) add(folder, target, entry);
  }
}

/** The files that a value of `exports` leads to, under all conditions. */
function listTargets(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('*') ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(listTargets);
  return isRecord(value) ? Object.values(value).flatMap(listTargets) : [];
}

function readApp(path: string): string {
  try {
    const config: unknown = JSON.parse(findText(path) ?? '');
    return isRecord(config) && typeof config.app === 'string' ? config.app : '';
  } catch {
    return '';
  }
}
