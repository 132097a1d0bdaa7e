import { languages } from 'eslint-plugin-multi-region/languages';
import { basename } from 'node:path';
import {
  DidChangeWatchedFilesNotification,
  type Connection,
  type FileSystemWatcher,
} from 'vscode-languageserver/node';
import { isLintableName } from '../../files/source-names.ts';
import type { ClientAbilities } from '../capabilities.ts';
import { getFilePath } from '../documents/open-files.ts';

const configGlobs = [
  '**/eslint.config.{js,cjs,mjs,ts,cts,mts}',
  '**/package.json',
  '**/{package-lock.json,npm-shrinkwrap.json,pnpm-lock.yaml,pnpm-workspace.yaml,yarn.lock,bun.lock,bun.lockb}',
  '**/.gitignore',
  '**/.env.example',
];
/** A branch switch writes it, after the files. */
const headGlob = '**/.git/HEAD';
const sourceGlob = `**/{${languages.flatMap(({ files, embeddedIn }) => [...files, ...embeddedIn]).join(',')}}`;

/** What has changed on the disk, as absolute paths. */
export interface FileChanges {
  /** All of them: a configuration may depend on any. */
  paths: string[];
  sources: string[];
  /** Whether another branch is checked out, or which files belong to the work may be another matter. */
  isAllAffected: boolean;
}

/**
 * Asks the client to tell of changed files.
 *
 * @param onChange is told of what changed at once
 */
export async function watchFiles(
  connection: Connection,
  client: Pick<ClientAbilities, 'registerFileWatchers'>,
  onChange: (changes: FileChanges) => Promise<void>,
): Promise<void> {
  connection.onDidChangeWatchedFiles(({ changes }) =>
    onChange(sortChanges(changes.flatMap(({ uri }) => getFilePath(uri) ?? []))),
  );
  if (!client.registerFileWatchers) return;
  const watchers = [...configGlobs, headGlob, sourceGlob].map((globPattern): FileSystemWatcher => ({
    globPattern,
  }));
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

/** What changed files mean. */
export function sortChanges(paths: readonly string[]): FileChanges {
  return {
    paths: [...paths],
    sources: paths.filter(isLintableName),
    isAllAffected: paths.some((path) => ['HEAD', '.gitignore'].includes(basename(path))),
  };
}
