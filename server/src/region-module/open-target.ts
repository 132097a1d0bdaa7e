import type { Oxc } from '../parse/oxc.ts';
import type { FileEdit } from '../lint/file-edit.ts';
import type { RefactorContext } from '../project/refactor-context.ts';
import { openDraft, toFileEdit } from './draft.ts';
import { extendModule, type Addition } from './extend-module.ts';
import type { EnvironmentFiles } from './environment-files.ts';
import { isTypeScript, parseModule } from './existing-module.ts';
import type { Home } from '../project/home.ts';
import { findEntry, nameEntry, type KnownEntry } from './naming.ts';
import { showPath } from '../project/paths.ts';
import { cloudOf, isRegionName } from './region-words.ts';
import { renderModule, type ModuleForm } from './render-module.ts';
import type { ConfigTarget, EntryWish } from './target.ts';

/** Where a target is, and how it is written. */
export interface TargetPlan {
  path: string;
  exists: boolean;
  home: Home;
  form: ModuleForm;
}

/** What targets of one plan share. */
export interface Workbench {
  context: RefactorContext;
  environment: EnvironmentFiles;
  getOxc: () => Oxc;
}

interface Entry extends KnownEntry {
  isLiteral: boolean;
  isNew: boolean;
}

/** Opens a module that is there, or begins one that is to be created. */
export function openTarget({ path, exists, home, form }: TargetPlan, workbench: Workbench): ConfigTarget {
  const { context, environment, getOxc } = workbench;
  const shown = showPath(path, context.root);
  const draft = openDraft(path, context.files, exists ? `Add regions to ${shown}` : `Create ${shown}`);
  const first = exists ? parseModule(path, draft.text, getOxc()) : undefined;
  const table = first?.table;
  const isDefault = table !== undefined && table.exportName === undefined;
  // The default export gets its name where it is imported.
  const exportName = table?.exportName ?? (table && table.path.length > 0 ? 'config' : 'regions');
  const prefix = exportName + (table?.path ?? []).map(access).join('');
  const entries: Entry[] = (table?.entries ?? []).map(({ name, region, variable, isLiteral }) => ({
    name,
    region,
    variable,
    isLiteral,
    isNew: false,
  }));
  const added: { name: string; value: string }[] = [];

  const readExample = () => environment.readExample(home.packageFolder);
  const regionOf = (entry: Entry) => {
    const value = entry.variable === undefined ? undefined : readExample().get(entry.variable);
    return value !== undefined && cloudOf(value) !== undefined ? value : entry.region;
  };
  const known = () => entries.map((entry) => Object.assign(entry, { region: regionOf(entry) }));

  function write(addition: Addition): boolean {
    if (!exists) {
      added.push({ name: addition.name, value: 'region' in addition ? addition.region : addition.variable });
      draft.text = renderModule(form, added);
      return true;
    }
    const module = parseModule(path, draft.text, getOxc());
    const text = module && extendModule(module, addition, { ...form, isTypeScript: isTypeScript(path) });
    if (text === undefined || !parseModule(path, text, getOxc())) return false;
    draft.text = text;
    return true;
  }

  return {
    path,
    exists,
    format: { language: form.language, module: form.module },
    kind: form.kind,
    exportName,
    exportKind: isDefault ? 'default' : 'named',
    specifier: undefined,
    addEntry(wish) {
      const entry = findEntry(wish, known());
      if (entry) return { expression: `${prefix}${access(entry.name)}`, isNew: entry.isNew };
      if (table?.closed !== undefined) {
        return { refused: `${shown} cannot take another region: ${table.closed}.` };
      }
      const { name, variable } = nameEntry(wish, {
        entries: known(),
        keys: new Set([...keysOf(first), ...entries.map((each) => each.name)]),
        isMixed: table !== undefined && (!table.isPure || saysRegion(table.entries)),
        prefix: form.runtime.prefix,
        example: form.kind === 'env' ? readExample() : new Map(),
      });
      const isLiteral = form.kind === 'module';
      if (!write(isLiteral ? { name, region: wish.region } : { name, variable })) {
        return {
          refused: `${shown} cannot take another region: its object is not written in a way that is understood.`,
        };
      }
      entries.push({
        name,
        region: wish.region,
        variable: isLiteral ? undefined : variable,
        isLiteral,
        isNew: true,
      });
      if (!isLiteral) tellEnvironment(wish, variable);
      return { expression: `${prefix}${access(name)}`, isNew: true };
    },
    holdsLiterally: (region) =>
      entries.some((entry) => entry.isLiteral && !entry.isNew && entry.region === region),
    getEdits: () => [toFileEdit(draft) ?? [], environment.getEdits()].flat() satisfies FileEdit[],
  };

  function tellEnvironment({ region }: EntryWish, variable: string): void {
    environment.show(home.packageFolder, { variable, region }, form.style.eol);
    // Turborepo knows the variables that a framework puts into the code by their beginning.
    if (form.runtime.prefix === '' || !variable.startsWith(form.runtime.prefix)) {
      environment.declare(home.packageFolder, variable);
    }
  }
}

/** Whether each name says that it is that of a region: in a list without a name, the next one has to say so as well. */
function saysRegion(entries: readonly { name: string }[]): boolean {
  return entries.length > 0 && entries.every(({ name }) => isRegionName(name));
}

function access(name: string): string {
  return /^[A-Za-z_$][\w$]*$/u.test(name) ? `.${name}` : `['${name}']`;
}

function keysOf(module: ReturnType<typeof parseModule>): string[] {
  return (module?.table.object.properties ?? []).flatMap((property) => {
    if (property.type !== 'Property' || property.computed) return [];
    const { key } = property;
    return key.type === 'Identifier' ? [key.name] : key.type === 'Literal' ? [String(key.value)] : [];
  });
}
