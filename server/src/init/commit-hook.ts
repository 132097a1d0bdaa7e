import { join, resolve } from 'node:path';
import { exists, readStats } from '../files/folders.ts';
import { isInside } from '../files/inside.ts';
import type { Oxc } from '../parse/oxc.ts';
import { findRepository } from '../files/git/find-repository.ts';
import { runGit } from '../files/git/run-git.ts';
import { readText } from '../files/read-text.ts';
import { eslintCommand, insertBlock, lintsAlready, writeBlock } from './hook-block.ts';
import { planLintStaged } from './lint-staged.ts';
import type { Project } from './project.ts';
import { emptyStep, joinSteps, type Step } from './step.ts';

/** Names what runs before a commit in this project, for the reader. */
export function describeHooks({ dependencies, folders }: Project): string[] {
  return [
    ...(findAbove(folders, ['.husky']) || dependencies.has('husky') ? ['husky'] : []),
    ...(dependencies.has('lint-staged') ? ['lint-staged'] : []),
    ...(findAbove(folders, lefthookFiles) ? ['lefthook'] : []),
    ...(findAbove(folders, [preCommitFile]) ? ['pre-commit'] : []),
    ...(dependencies.has('simple-git-hooks') ? ['simple-git-hooks'] : []),
  ];
}

const preCommitFile = '.pre-commit-config.yaml';
const lefthookFiles = ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml', 'lefthook.toml'];

/** Plans a hook that lints what is staged, with what the project uses for its hooks. */
export async function planHook(project: Project, oxc: Oxc): Promise<Step> {
  const { folder, folders, dependencies, repository } = project;
  const lintStaged = planLintStaged(project, oxc);
  const husky = findAbove(folders, ['.husky']);
  if (lintStaged) return joinSteps([lintStaged, husky === undefined ? emptyStep : planLintStagedHook(husky)]);

  const lefthook = findAbove(folders, lefthookFiles);
  if (lefthook !== undefined) return planByHand(lefthook, 'add this', lefthookLines(project));
  const preCommit = findAbove(folders, [preCommitFile]);
  if (preCommit !== undefined)
    return planByHand(preCommit, 'add this to its `repos`', preCommitLines(project));
  if (dependencies.has('simple-git-hooks')) {
    const lines = writeBlock(project).slice(1, -1);
    const what = 'let simple-git-hooks run this before a commit';
    return planByHand(join(folder, 'package.json'), what, lines, /"pre-commit"\s*:\s*".*eslint/u);
  }

  if (husky !== undefined) return planShellHook(join(husky, 'pre-commit'), project, { isProgram: false });
  if (dependencies.has('husky')) {
    const what = "start husky with 'husky init', then run this command again: there is no such folder";
    return { ...emptyStep, byHand: [{ path: join(folder, '.husky'), what, lines: [] }] };
  }
  if (repository === undefined) {
    const what = "run 'git init' first: a hook needs a git repository";
    return { ...emptyStep, byHand: [{ path: folder, what, lines: [] }] };
  }
  return planGitHook(project, repository);
}

async function planGitHook(project: Project, repository: string): Promise<Step> {
  const answer = await runGit(['rev-parse', '--git-path', 'hooks'], project.folder, { asksForHooks: true });
  const shared = await runGit(['config', '--get', '--type=path', 'core.hooksPath'], project.folder, {
    asksForHooks: true,
  });
  const path = join(resolve(project.folder, answer.stdout?.trim() ?? '.git/hooks'), 'pre-commit');
  const isElsewhere = shared.stdout !== undefined && !isInside(repository, path);
  if (isElsewhere) {
    const what = 'add this if it is meant for all the repositories that share the folder (core.hooksPath)';
    return { ...emptyStep, byHand: [{ path, what, lines: writeBlock(project) }] };
  }
  const step = planShellHook(path, project, { isProgram: true });
  // The files of git may lie outside of the folder: in a linked worktree they do.
  const { commonFolder = repository } = findRepository(project.folder) ?? {};
  const within = isInside(commonFolder, path) ? commonFolder : repository;
  return { ...step, changes: step.changes.map((change) => ({ ...change, within })) };
}

function planShellHook(path: string, project: Project, { isProgram }: { isProgram: boolean }): Step {
  const block = writeBlock(project);
  if (!exists(path)) {
    const after = [...(isProgram ? ['#!/bin/sh'] : []), ...block, ''].join('\n');
    return { ...emptyStep, changes: [{ path, before: undefined, after, isProgram }] };
  }
  const before = readText(path);
  if (lintsAlready(before, block)) return runsAlready(path);
  const isOff = isProgram && process.platform !== 'win32' && ((readStats(path)?.mode ?? 0) & 0o111) === 0;
  const after = isOff ? undefined : insertBlock(before, block);
  if (after !== undefined) return { ...emptyStep, changes: [{ path, before, after, isProgram }] };
  const reason = isOff ? 'git does not run it, for it is not executable' : 'it is not a shell script';
  return { ...emptyStep, byHand: [{ path, what: `let it do what these lines do: ${reason}`, lines: block }] };
}

/** lint-staged does nothing by itself: a hook has to start it. */
function planLintStagedHook(husky: string): Step {
  const path = join(husky, 'pre-commit');
  const lines = ['npx --no-install lint-staged'];
  if (!exists(path)) {
    return { ...emptyStep, changes: [{ path, before: undefined, after: `${lines.join('\n')}\n` }] };
  }
  if (readText(path).includes('lint-staged')) return emptyStep;
  return { ...emptyStep, byHand: [{ path, what: 'start lint-staged, unless this does so already', lines }] };
}

/** A file in a format that is not edited here. */
function planByHand(path: string, what: string, lines: readonly string[], lints = /\beslint\b/u): Step {
  return lints.test(readText(path)) ? runsAlready(path) : { ...emptyStep, byHand: [{ path, what, lines }] };
}

function runsAlready(path: string): Step {
  return { ...emptyStep, present: [path] };
}

function preCommitLines(project: Project): string[] {
  return [
    '- repo: local',
    '  hooks:',
    '    - id: multi-region',
    '      name: multi-region',
    `      entry: ${eslintCommand(project)} --no-warn-ignored`,
    '      language: system',
    String.raw`      files: \.[cm]?[jt]sx?$`,
  ];
}

function lefthookLines(project: Project): string[] {
  return [
    'pre-commit:',
    '  commands:',
    '    multi-region:',
    "      glob: '*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'",
    `      run: ${eslintCommand(project)} --no-warn-ignored {staged_files}`,
  ];
}

function findAbove(folders: readonly string[], names: readonly string[]): string | undefined {
  const paths = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return paths.find((path) => exists(path));
}
