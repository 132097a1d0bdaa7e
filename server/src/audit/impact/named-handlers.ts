import { posix } from 'node:path';
import { fileIn, folderOf, type Project } from '../../project/project.ts';
import { findFile } from '../../project/source-of.ts';

/** Lambda functions that code or configuration names by a file. */
export interface NamedHandlers {
  /**
   * Looks for names in a text: `handler: 'src/orders.place'` (SST, serverless.ts, CDK), `entry: 'src/orders.ts'`
   * of a NodejsFunction, `handler: src/orders.place` (serverless.yml), `Handler: orders.place` (SAM).
   *
   * @param path of the text, relative to the audited folder
   */
  addText(path: string, text: string): void;
  /** By file, the name of the function in it; undefined where the file only is named. */
  list(): ReadonlyMap<string, string | undefined>;
}

/** Makes a collection that knows the files of a project. */
export function createNamedHandlers(project: Project): NamedHandlers {
  const found = new Map<string, string | undefined>();

  function add(path: string, target: string, name: string | undefined, codeFolders: readonly string[]): void {
    // `src/worker.ts` is a file, and no function called `ts`.
    if (name !== undefined && /^[cm]?[jt]sx?$/u.test(name)) return;
    const here = folderOf(path);
    const inPackage = project.packageOf(fileIn(here))?.folder ?? '';
    for (const folder of [...codeFolders.map((each) => posix.join(here, each)), here, inPackage, '']) {
      const file = findFile(project.files, posix.join(folder, target));
      if (file === undefined || file === path) continue;
      if (found.get(file) === undefined) found.set(file, name);
      return;
    }
  }

  return {
    addText(path, text) {
      if (/\.ya?ml$/u.test(path)) {
        const codeFolders = Array.from(text.matchAll(codeUri), ([, folder = '']) => folder);
        for (const [, target = '', name] of text.matchAll(yamlHandler)) {
          add(path, target, name, codeFolders);
        }
        return;
      }
      if (text.includes('handler')) {
        for (const [, target = '', name] of text.matchAll(handlerOption)) add(path, target, name, []);
      }
      if (text.includes('NodejsFunction')) {
        for (const [, value = ''] of text.matchAll(entryOption)) {
          const target = joinStrings(value);
          if (target) add(path, target, undefined, []);
        }
      }
    },
    list: () => found,
  };
}

const codeUri = /^[ \t]*CodeUri:[ \t]*['"]?([^\s'"#]+)/gmu;
const yamlHandler = /^[ \t]*(?:-[ \t]+)?handler:[ \t]*['"]?([^\s'"#]+)\.(\w+)['"]?[ \t]*(?:#.*)?\r?$/gimu;
const handlerOption = /\bhandler['"]?\s*[:=]\s*['"`]([^'"`\n$]+?)\.(\w+)['"`]/gu;
const entryOption = /\bentry['"]?\s*:\s*([\w.]+\((?:[^()]|\([^()]*\))*\)|[^;\n]*)/gu;

/** `path.join(__dirname, '..', 'a.ts')` -> `../a.ts`: what is said of the place of the file itself is left out. */
function joinStrings(code: string): string {
  const strings = Array.from(code.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`\n]*)`/gu), ([, a, b, c]) =>
    (a ?? b ?? c ?? '').replaceAll(/\$\{[^}]*\}/gu, '.'),
  );
  // A path ends with the name of a file; other options may stand in the same line.
  const end = strings.findIndex((part) => /\.[cm]?[jt]sx?$/u.test(part));
  return end === -1 ? '' : posix.join(...strings.slice(0, end + 1).map((part) => part.replace(/^\/+/u, '')));
}
