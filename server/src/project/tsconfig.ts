import { dirname, join } from 'node:path';
import type { ProjectContext } from './project-context.ts';
import { findProjectFile, readProjectFile, type ProjectFile } from './project-files.ts';
import { isRecord } from './is-record.ts';

/** What a tsconfig.json says of imports, with what it extends. */
export interface ImportOptions {
  /** `paths`, with the absolute folder that their targets are relative to. */
  paths: { base: string; patterns: Readonly<Record<string, unknown>> } | undefined;
  module: string;
  moduleResolution: string;
  allowImportingTsExtensions: boolean;
}

/** Reads the tsconfig.json or jsconfig.json that a source file belongs to. */
export function readImportOptions(
  sourcePath: string,
  context: Pick<ProjectContext, 'files' | 'root'>,
): ImportOptions | undefined {
  const file = findProjectFile(sourcePath, ['tsconfig.json', 'jsconfig.json'], context);
  if (!file) return undefined;
  // A solution file has no sources: one of the configs beside it has.
  const own = ['tsconfig.app.json', 'tsconfig.base.json']
    .map((name) => readProjectFile(join(file.folder, name), context.files))
    .filter((each) => each !== undefined);
  const chain = [file, ...(isRecord(file.content.compilerOptions) ? [] : own)].flatMap((each) =>
    listChain(each, context, 0),
  );
  const find = (key: string) => chain.find(({ options }) => options[key] !== undefined);
  const paths = find('paths');
  const baseUrl = find('baseUrl');
  const from = baseUrl?.options.baseUrl;
  const base = baseUrl && typeof from === 'string' ? join(baseUrl.folder, from) : paths?.folder;
  const read = (key: string) => {
    const value = find(key)?.options[key];
    return typeof value === 'string' ? value.toLowerCase() : '';
  };
  const isOn = (key: string) => find(key)?.options[key] === true;
  return {
    paths:
      isRecord(paths?.options.paths) && base !== undefined
        ? { base, patterns: paths.options.paths }
        : undefined,
    module: read('module'),
    moduleResolution: read('moduleResolution'),
    allowImportingTsExtensions: isOn('allowImportingTsExtensions') || isOn('rewriteRelativeImportExtensions'),
  };
}

interface Link {
  folder: string;
  options: Record<string, unknown>;
}

/** A config and what it extends, as far as that lies in the project; the nearest first. */
function listChain(
  { content, folder, path }: ProjectFile,
  context: Pick<ProjectContext, 'files' | 'root'>,
  depth: number,
): Link[] {
  const own = isRecord(content.compilerOptions) ? [{ folder, options: content.compilerOptions }] : [];
  if (depth > 8) return own;
  const bases = [content.extends].flat().filter((each) => typeof each === 'string');
  return [
    ...own,
    ...bases.reverse().flatMap((base) => {
      if (!base.startsWith('.')) return [];
      const target = join(dirname(path), base);
      const file =
        readProjectFile(target, context.files) ??
        readProjectFile(`${target}.json`, context.files) ??
        readProjectFile(join(target, 'tsconfig.json'), context.files);
      return file ? listChain(file, context, depth + 1) : [];
    }),
  ];
}
