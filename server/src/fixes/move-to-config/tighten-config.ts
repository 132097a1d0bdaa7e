import { basename, extname } from 'node:path';
import { createOxc } from '../../parse/oxc.ts';
import { createLayoutFinder } from '../../project/package-layout.ts';
import { showPath } from '../../project/paths.ts';
import type { ProjectContext } from '../../project/project-context.ts';
import { readStyle } from '../../project/style.ts';
import { openDraft, toFileEdit } from '../../region-module/draft.ts';
import { createEnvironmentFiles } from '../../region-module/environment-files.ts';
import { isTypeScript, parseModule } from '../../region-module/existing-module.ts';
import type { AddedVariable } from '../../region-module/target.ts';
import { tightenModule } from '../../region-module/tighten-module.ts';
import type { EditPlan } from '../fix.ts';

const regionModule = /^regions?(?:\.(?:browser|cdk|server))?\.[cm]?[jt]s$/u;

/**
 * Takes the defaults out of the region modules among some files. A package that others install keeps them: its users would
 * have to set the variables.
 *
 * @param paths absolute
 */
export function planTightening(paths: readonly string[], context: ProjectContext): EditPlan {
  const { files, root } = context;
  const findLayout = createLayoutFinder(context);
  const plan = { files: [], done: [], refused: [], variables: [] } as {
    files: EditPlan['files'][number][];
    done: [];
    refused: [];
    variables: AddedVariable[];
  };
  const oxc = createOxc();
  const environment = createEnvironmentFiles(root, files);
  for (const path of paths) {
    if (!regionModule.test(basename(path))) continue;
    const layout = findLayout(path);
    const draft = openDraft(path, files, `Take the defaults out of ${showPath(path, root)}`);
    const module = layout.manifest.isPublished ? undefined : parseModule(path, draft.text, oxc);
    if (!module) continue;
    const result = tightenModule(module, {
      language: isTypeScript(path) || /^\.[cm]?ts$/u.test(extname(path)) ? 'ts' : 'js',
      example: environment.nameExample(layout.packageFolder),
      style: readStyle(path, draft.text, layout, root, files),
    });
    if (!result || !parseModule(path, result.text, oxc)) continue;
    draft.text = result.text;
    const edit = toFileEdit(draft);
    if (edit) plan.files.push(edit);
    const example = environment.findShown(layout.packageFolder);
    plan.variables.push(...result.variables.map((each) => ({ ...each, isRequired: true, path, example })));
  }
  return plan;
}
