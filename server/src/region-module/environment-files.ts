import { basename, dirname, join, relative, sep } from 'node:path';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { FileEdit } from '../lint/file-edit.ts';
import { openDraft, toFileEdit, type Draft } from './draft.ts';
import { addToExample, exampleNames, readExample, type Assignment } from './env-example.ts';
import { isIgnoredByGit } from '../project/git-ignored.ts';
import { parseRecord, readManifest } from '../project/manifest.ts';
import { readsEnvFile } from './reads-env-file.ts';
import { listFoldersAbove, showPath } from '../project/paths.ts';
import { createGlobTest, readWorkspaceGlobs } from '../project/workspaces.ts';
import { declareVariable, isDeclaredIn } from './turbo.ts';

/** The files beside the config module that have to know of a variable. Config modules of one plan share them. */
export interface EnvironmentFiles {
  /**
   * How messages and comments name the file that shows the variables: `.env.example`.
   *
   * @returns undefined where there is none and none is to be made: git would not take it, or nothing reads `.env`
   */
  nameExample(packageFolder: string): string | undefined;
  /** Absolute; undefined where the variables are shown nowhere. */
  findShown(packageFolder: string): string | undefined;
  /** What `.env.example` sets the variables to, with what was added. */
  readExample(packageFolder: string): ReadonlyMap<string, string>;
  /** Writes a variable into `.env.example`, unless it is there, or the file is no text. */
  show(packageFolder: string, assignment: Assignment): void;
  /** Declares a variable in turbo.json, where there is one. */
  declare(packageFolder: string, variable: string): void;
  getEdits(): FileEdit[];
}

const workspaceFile = /^(?:pnpm-workspace\.ya?ml|(?:turbo|nx|lerna|rush)\.jsonc?)$/u;

export function createEnvironmentFiles(root: string, files: WorkspaceFiles): EnvironmentFiles {
  const drafts = new Map<string, Draft>();
  function open(path: string, verb: string): Draft {
    const draft = drafts.get(path) ?? openDraft(path, files, `${verb} ${showPath(path, root)}`);
    drafts.set(path, draft);
    return draft;
  }

  const foldersOf = (packageFolder: string) => listFoldersAbove(join(packageFolder, 'package.json'), root);

  function findExample(packageFolder: string): string {
    let isOwn = true;
    for (const folder of foldersOf(packageFolder)) {
      const names = files.list(folder);
      const name = exampleNames.find((each) => names.includes(each));
      if (name !== undefined && (isOwn || isWorkspaceRoot(folder, files))) return join(folder, name);
      // Above it are other packages, whose variables have nothing to do with those of this one.
      if (names.includes('package.json')) isOwn = false;
    }
    return join(packageFolder, '.env.example');
  }

  /** Whether the example is there for all to see, or would be of use. */
  function isShown(packageFolder: string): boolean {
    const path = findExample(packageFolder);
    if (isIgnoredByGit(path, root, files)) return false;
    return files.read(path) !== undefined || readsEnvFile(packageFolder, files);
  }

  const openExample = (packageFolder: string) => open(findExample(packageFolder), 'Show the variables in');

  return {
    nameExample: (packageFolder) =>
      isShown(packageFolder) ? basename(findExample(packageFolder)) : undefined,
    findShown: (packageFolder) => (isShown(packageFolder) ? findExample(packageFolder) : undefined),
    readExample: (packageFolder) => readExample(openExample(packageFolder).text),
    show(packageFolder, assignment) {
      if (!isShown(packageFolder)) return;
      const draft = openExample(packageFolder);
      const isUnreadable =
        draft.before === undefined && files.list(dirname(draft.path)).includes(basename(draft.path));
      if (isUnreadable) return;
      const current = draft.before === undefined && draft.text === '' ? undefined : draft.text;
      draft.text = addToExample(current, assignment, 'The cloud regions that this code works in.');
    },
    declare(packageFolder, variable) {
      const paths = foldersOf(packageFolder).flatMap((folder) =>
        ['turbo.json', 'turbo.jsonc']
          .filter((name) => files.list(folder).includes(name))
          .map((name) => join(folder, name)),
      );
      const found = paths.map((path) => open(path, 'Declare the variables in'));
      // The root's, which is the last, has what holds for all packages.
      const top = found.at(-1);
      if (!top || !isMember(packageFolder, dirname(top.path), files)) return;
      if (found.some(({ text }) => isDeclaredIn(text, variable))) return;
      top.text = declareVariable(top.text, variable);
    },
    getEdits: () => [...drafts.values()].flatMap((draft) => toFileEdit(draft) ?? []),
  };
}

/** Whether Turborepo runs the tasks of a package: it knows those that the workspace declares, and its root. */
function isMember(packageFolder: string, top: string, files: WorkspaceFiles): boolean {
  if (packageFolder === top) return true;
  const globs = readWorkspaceGlobs(
    top,
    files.list(top),
    parseRecord(files.read(join(top, 'package.json')) ?? ''),
    (path) => files.read(path),
  );
  return globs.length === 0 || createGlobTest(globs)(relative(top, packageFolder).split(sep).join('/'));
}

/** Whether a folder is that of the packages below it, which are developed together and may share their variables. */
function isWorkspaceRoot(folder: string, files: WorkspaceFiles): boolean {
  return (
    files.list(folder).some((name) => workspaceFile.test(name)) ||
    readManifest(folder, files)?.hasWorkspaces === true
  );
}
