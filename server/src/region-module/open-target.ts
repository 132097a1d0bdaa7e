import type { Oxc } from '../parse/oxc.ts';
import type { FileEdit } from '../lint/file-edit.ts';
import type { ProjectContext } from '../project/project-context.ts';
import { openDraft, toFileEdit } from './draft.ts';
import { extendModule } from './extend-module.ts';
import type { EnvironmentFiles } from './environment-files.ts';
import { parseModule } from './existing-module.ts';
import type { PackageLayout } from '../project/package-layout.ts';
import { wordsOf } from './names.ts';
import { cdkVariable } from '../project/runtime.ts';
import { findEntry, nameEntry, type KnownEntry } from './naming.ts';
import { showPath } from '../project/paths.ts';
import { cloudOf, isRegionName } from './region-names.ts';
import { renderModule, type ModuleForm, type NewEntry } from './render-module.ts';
import type { AddedVariable, ConfigTarget, EntryRequest } from './target.ts';

/** Where a target is, and how it is written. */
export interface TargetPlan {
  path: string;
  exists: boolean;
  layout: PackageLayout;
  form: ModuleForm;
  /** Why an entry that reads no variable today gets none: users of a published package should not have to know of one. */
  isPublished: boolean;
}

/** What targets of one plan share. */
export interface TargetTools {
  context: ProjectContext;
  environment: EnvironmentFiles;
  getOxc: () => Oxc;
}

interface Entry extends KnownEntry {
  isLiteral: boolean;
  isNew: boolean;
}

/** Opens a module that is there, or begins one that is to be created. */
export function openTarget(
  { path, exists, layout, form, isPublished }: TargetPlan,
  tools: TargetTools,
): ConfigTarget {
  const { context, environment, getOxc } = tools;
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
  const added: NewEntry[] = [];
  const variableList: AddedVariable[] = [];

  const readExample = () => environment.readExample(layout.packageFolder);
  const regionOf = (entry: Entry) => {
    const value = entry.variable === undefined ? undefined : readExample().get(entry.variable);
    return value !== undefined && cloudOf(value) !== undefined ? value : entry.region;
  };
  const known = () => entries.map((entry) => Object.assign(entry, { region: regionOf(entry) }));

  function write(entry: NewEntry): boolean {
    if (!exists) {
      added.push(entry);
      draft.text = renderModule(form, added);
      return true;
    }
    const module = parseModule(path, draft.text, getOxc());
    const text = module && extendModule(module, entry, form);
    if (text === undefined || !parseModule(path, text, getOxc())) return false;
    draft.text = text;
    return true;
  }

  /** An empty variable counts as set for `??`: where one of the places says `||`, the entry does. */
  function widen(name: string): void {
    const entry = added.find((each) => each.name === name);
    if (!entry || entry.operator === '||') return;
    entry.operator = '||';
    draft.text = renderModule(form, added);
  }

  return {
    path,
    exists,
    packageFolder: layout.packageFolder,
    isPublished,
    format: { language: form.language, module: form.module },
    kind: form.kind,
    exportName,
    exportKind: isDefault ? 'default' : 'named',
    specifier: undefined,
    addEntry(request) {
      const { region, reads, operator, kept } = request;
      const entry = findEntry(request, known());
      if (entry) {
        if (reads.length > 0 && entry.region !== undefined && entry.region !== region) {
          return {
            refused: `${reads[0] ?? ''} falls back to ${region} here and to ${entry.region} elsewhere (${prefix}${access(entry.name)}): decide which it is first.`,
          };
        }
        if (operator === '||') widen(entry.name);
        return { expression: `${prefix}${access(entry.name)}`, isNew: entry.isNew };
      }
      if (table?.closed !== undefined) {
        return { refused: `${shown} cannot take another region: ${table.closed}.` };
      }
      const { name, variable } = nameEntry(request, {
        entries: known(),
        keys: new Set([...keysOf(first), ...entries.map((each) => each.name)]),
        isMixed: table !== undefined && (!table.isPure || saysRegion(table.entries)),
        prefix: form.runtime.prefix,
        example: form.kind === 'env' ? readExample() : new Map(),
        packageWords: wordsOfPackage(layout.manifest.name),
      });
      const isLiteral = form.kind === 'module' || kept !== undefined || (isPublished && reads.length === 0);
      const variables = isLiteral ? [] : reads.length > 0 ? [...reads] : [variable];
      if (!write({ name, region, variables, operator })) {
        return {
          refused: `${shown} cannot take another region: its object is not written in a way that is understood.`,
        };
      }
      entries.push({ name, region, variable: variables[0], isLiteral, isNew: true });
      for (const each of variables) tellEnvironment(request, each);
      variableList.push(
        ...variables.map((each) => ({
          name: each,
          region,
          isRequired: form.missing === 'throw',
          path,
          example: environment.findShown(layout.packageFolder),
        })),
      );
      return { expression: `${prefix}${access(name)}`, isNew: true };
    },
    holdsLiterally: (region) =>
      entries.some((entry) => entry.isLiteral && !entry.isNew && entry.region === region),
    getVariables: () => variableList,
    getEdits: () => [toFileEdit(draft) ?? [], environment.getEdits()].flat() satisfies FileEdit[],
  };

  function tellEnvironment({ region }: EntryRequest, variable: string): void {
    // The CDK's command line sets it, from the profile.
    if (variable === cdkVariable) return;
    environment.show(layout.packageFolder, { variable, region });
    // Turborepo knows the variables that a framework puts into the code by their beginning.
    if (form.runtime.prefix === '' || !variable.startsWith(form.runtime.prefix)) {
      environment.declare(layout.packageFolder, variable);
    }
  }
}

const plainPackageWords =
  /^(?:api|app|apps|application|backend|bot|cdk|cli|client|common|code|core|demo|example|examples|express|frontend|function|functions|infra|infrastructure|js|lambda|lambdas|lib|library|main|monorepo|my|nest|nestjs|next|node|package|project|react|repo|root|sample|server|serverless|service|services|shared|site|stack|starter|template|test|the|ts|typescript|utils|vite|web|website|workspace)$/u;

/** What a package is about: `orders` of `@shop/orders-api`. Empty where its name says nothing, or too much. */
function wordsOfPackage(name: string | undefined): string[] {
  const words = wordsOf(name?.replace(/^@[^/]*\//u, '') ?? '').filter(
    (word) => !plainPackageWords.test(word),
  );
  return words.length <= 2 && words.every((word) => /^[a-z][a-z\d]{2,}$/u.test(word)) ? words : [];
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
