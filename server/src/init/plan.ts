import { join } from 'node:path';
import { exists } from '../files/folders.ts';
import { createOxc, type Oxc } from '../parse/oxc.ts';
import { readText } from '../files/read-text.ts';
import { describeHooks, planHook } from './commit-hook.ts';
import { addToFlatConfig } from './flat-config.ts';
import { createConfig } from './new-config.ts';
import { installCommand } from './package-manager.ts';
import { pluginPackage } from './plugin-import.ts';
import { findConfigAbove, isAtLeast, readProject, type Project } from './project.ts';
import { SetUpError } from './set-up-error.ts';
import { emptyStep, joinSteps, type Step } from './step.ts';

/** What a set-up would do, all of it found out before anything is written. */
export interface Plan extends Step {
  /** absolute: nothing outside of it is written, but where a change says so */
  root: string;
  /** what there is, in a few words each */
  found: readonly string[];
  /** the program and its arguments that install what is missing */
  install: readonly [string, ...string[]] | undefined;
  /** sentences worth knowing */
  hints: readonly string[];
}

/** The first ESLint that the plugin works with. */
const oldest = { major: 9, minor: 15 };

/**
 * Looks at a folder, and plans the ESLint config and, if wanted, the commit hook. Nothing is written.
 *
 * @param folder absolute
 * @throws SetUpError when the folder is not one to set up
 */
export async function planSetUp(folder: string, { withHook }: { withHook: boolean }): Promise<Plan> {
  const project = readProject(folder);
  const oxc = createOxc();
  const found = describe(project);
  const obstacle = findObstacle(project);
  const root = project.repository ?? folder;
  if (obstacle) return { ...obstacle, root, found, install: undefined, hints: [] };

  const { step, packages, hints } = planConfig(project, oxc);
  const hook = withHook ? await planHook(project, oxc) : emptyStep;
  const missing = packages.filter((name) => !hasPackage(project, name));
  return {
    ...joinSteps([step, hook]),
    root,
    found,
    install: missing.length > 0 ? installCommand(project.packageManager, folder, missing) : undefined,
    hints,
  };
}

/** Whether a package is declared here, or installed here or above. */
function hasPackage({ dependencies, folders }: Project, name: string): boolean {
  return (
    dependencies.has(name) ||
    folders.some((folder) => exists(join(folder, 'node_modules', name, 'package.json')))
  );
}

function describe(project: Project): string[] {
  const { eslintVersion, flatConfig, hasTypeScript, oldConfigs, packageManager } = project;
  const eslint = eslintVersion ? `ESLint ${eslintVersion.major}.${eslintVersion.minor}` : 'no ESLint';
  return [
    packageManager,
    eslint,
    ...(flatConfig === undefined ? oldConfigs : [flatConfig]),
    ...(hasTypeScript ? ['TypeScript'] : []),
    ...describeHooks(project),
  ];
}

/** What has to be done before anything else can be. */
function findObstacle({ folder, eslintVersion, flatConfig, oldConfigs }: Project): Step | undefined {
  if (eslintVersion && !isAtLeast(eslintVersion, oldest)) {
    const { major, minor } = eslintVersion;
    const what = `update ESLint: it is ${major}.${minor}, and the rules need 9.15 or newer, with a flat config (eslint.config.js)`;
    return { ...emptyStep, byHand: [{ path: join(folder, 'package.json'), what, lines: [] }] };
  }
  const [old] = oldConfigs;
  if (old === undefined || flatConfig !== undefined) return undefined;
  // A new flat config would put the old one out of use, with all that it says.
  const isFile = old.startsWith('.');
  const what = `turn ${isFile ? 'it' : 'its eslintConfig'} into a flat config, which ESLint 9 needs, then run this command again${
    isFile ? '. ESLint has a program for that' : '. See eslint.org/docs/latest/use/configure/migration-guide'
  }`;
  const lines = isFile ? [`npx @eslint/migrate-config ${old}`] : [];
  return { ...emptyStep, byHand: [{ path: join(folder, isFile ? old : 'package.json'), what, lines }] };
}

function planConfig(project: Project, oxc: Oxc): { step: Step; packages: string[]; hints: string[] } {
  const { folder, flatConfig } = project;
  if (flatConfig === undefined) {
    const above = findConfigAbove(project);
    if (above !== undefined) {
      throw new SetUpError(
        `For ${folder}, ESLint takes the config ${above}. Run 'multi-region init' on its folder.`,
      );
    }
    const { name, text, packages } = createConfig(project);
    const changes = [{ path: join(folder, name), before: undefined, after: text }];
    return { step: { ...emptyStep, changes }, packages, hints: [] };
  }

  const path = join(folder, flatConfig);
  const before = readText(path);
  const edit = addToFlatConfig(path, before, oxc);
  const packages = ['eslint', pluginPackage];
  const hints = hintsOn(project, before);
  switch (edit.kind) {
    case 'present':
      return { step: { ...emptyStep, present: [path] }, packages, hints };
    case 'edited':
      return { step: { ...emptyStep, changes: [{ path, before, after: edit.text }] }, packages, hints };
    case 'by-hand': {
      const what = `add these lines; it is left alone, for ${edit.reason}`;
      return { step: { ...emptyStep, byHand: [{ path, what, lines: edit.lines }] }, packages, hints };
    }
  }
}

function hintsOn({ dependencies, flatConfig = '', hasTypeScript }: Project, config: string): string[] {
  const hasParser = /typescript|parser/iu.test(config);
  return [
    ...(hasTypeScript && !hasParser
      ? [
          'ESLint reads TypeScript only with a parser for it. If your config has none, see the README of the plugin.',
        ]
      : []),
    ...(flatConfig.endsWith('ts') && !dependencies.has('jiti')
      ? [
          `ESLint loads ${flatConfig} only where the package jiti is installed (or Node reads TypeScript by itself).`,
        ]
      : []),
  ];
}
