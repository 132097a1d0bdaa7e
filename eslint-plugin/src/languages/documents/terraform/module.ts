import { remember } from '../../../remember.ts';
import { readHcl } from '../hcl/read-hcl.ts';
import { readYaml } from '../read-yaml.ts';
import {
  type DocumentNode,
  type DocumentTree,
  getChild,
  getChildren,
  getText,
  mapsIn,
  visitNodes,
} from '../tree.ts';

/** What a folder of Terraform declares, whichever of its files does. */
export interface TerraformModule {
  /** From what the module can take its region, the most used first: `var.region`, `data.aws_region.current.name`. */
  sources: RegionSource[];
  /** Whether it is called by others: it has no provider or backend of its own, or lies among modules. */
  isReusable: boolean;
  /** Locals that hold the number of the caller's account. */
  ownAccountLocals: ReadonlySet<string>;
  /** The list of zones that a data source of the module gives: `data.aws_availability_zones.available.names`. */
  zones: string | undefined;
}

/** Something of a module that holds its region. */
export interface RegionSource {
  /** `var.region`, `data.aws_region.current.name` */
  expression: string;
  cloud: 'aws' | 'azure' | 'gcp' | undefined;
  /** What it is when nobody sets it. */
  fallback: string | undefined;
  /** How often the module uses it. */
  uses: number;
}

/** What one file adds to its module. */
interface FileDeclarations {
  variables: { name: string; fallback: string | undefined }[];
  /** Names of `data "aws_region"`. */
  regions: string[];
  zones: string[];
  ownAccountLocals: string[];
  regionLocals: { name: string; value: string }[];
  hasProvider: boolean;
  /** A constraint on the version of the AWS provider. */
  awsVersion: string | undefined;
  /** Every reference that names a region. */
  references: string[];
}

const regionName =
  /^(?:aws_|primary_|default_|gcp_|google_|azure_|main_)*(?:region|location)$|^aws_region|_region$/i;
/** Regions that differ on purpose. */
const otherRegion =
  /second|replica|backup|peer|dest|target|remote|dr_|failover|source|state|bucket|global|us_east|cert|acm|allowed|log|_(?:north|south|east|west|central)\w*_\d/i;

/**
 * Reads what a module declares.
 *
 * @param path of the file that is looked at
 * @param tree of that file
 * @param siblings texts of the other files of its folder
 */
export function readModule(
  path: string,
  tree: DocumentTree,
  siblings: Iterable<{ path: string; text: string }>,
): TerraformModule {
  const files = [declare(tree)];
  for (const sibling of siblings) files.push(declareSibling(sibling));
  const references = files.flatMap((file) => file.references);
  const uses = countBy(references, getSubject);
  const count = (expression: string) => uses.get(expression) ?? 0;
  const sources: RegionSource[] = [];
  for (const { name, fallback } of files.flatMap((file) => file.variables)) {
    const expression = `var.${name}`;
    sources.push({ expression, cloud: cloudOfName(name, fallback), fallback, uses: count(expression) });
  }
  const member = getRegionMember(files, references);
  for (const name of new Set(files.flatMap((file) => file.regions))) {
    const expression = `data.aws_region.${name}`;
    sources.push({
      expression: `${expression}.${member}`,
      cloud: 'aws',
      fallback: undefined,
      uses: count(expression),
    });
  }
  for (const { name, value } of files.flatMap((file) => file.regionLocals)) {
    const expression = `local.${name}`;
    sources.push({
      expression,
      cloud: undefined,
      fallback: value === '' ? undefined : value,
      uses: count(expression),
    });
  }
  const [zones] = files.flatMap((file) => file.zones);
  return {
    sources: sources.sort((a, b) => b.uses - a.uses),
    isReusable: /(?:^|\/)modules?\//.test(path) && !/(?:^|\/)examples?\//.test(path),
    ownAccountLocals: new Set(files.flatMap((file) => file.ownAccountLocals)),
    zones: zones === undefined ? undefined : `data.aws_availability_zones.${zones}.names`,
  };
}

/** Every file of a folder asks for the others. */
const declareSibling = remember(({ path, text }: { path: string; text: string }) =>
  declare(path.endsWith('.json') ? readYaml(text) : readHcl(text)),
);

/** What a reference is to, without what it takes of it: `var.regions[0]` -> `var.regions`. */
function getSubject(reference: string): string {
  return /^(?:data\.[^.[]+|[^.[]+)\.[^.[]+/.exec(reference)?.[0] ?? reference;
}

function countBy(texts: readonly string[], toKey: (text: string) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of texts.map(toKey)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function cloudOfName(name: string, fallback: string | undefined): RegionSource['cloud'] {
  if (name.startsWith('aws_') || /^[a-z]{2}(?:-[a-z]+)+-\d$/.test(fallback ?? '')) return 'aws';
  if (/^(?:gcp|google)_/.test(name) || /^[a-z]+-[a-z]+\d$/.test(fallback ?? '')) return 'gcp';
  return undefined;
}

/** `name` until version 6 of the AWS provider, `region` from then on. */
function getRegionMember(
  files: readonly FileDeclarations[],
  references: readonly string[],
): 'name' | 'region' {
  for (const reference of references) {
    const member = /^data\.aws_region\.[\w-]+\.(name|region|id)$/.exec(reference)?.[1];
    if (member === 'name' || member === 'region') return member;
  }
  const constraint = files.find(({ awsVersion }) => awsVersion !== undefined)?.awsVersion ?? '';
  return /(?:^|[^\d.])[6-9]\b/.test(constraint) ? 'region' : 'name';
}

function declare({ root }: DocumentTree): FileDeclarations {
  const locals = getChildren(root, 'locals').flatMap((each) => (each.type === 'map' ? each.entries : []));
  const references: string[] = [];
  visitNodes(root, (node) => {
    if (node.type === 'reference' && /region|location/.test(node.text)) references.push(node.text);
    else if (node.type === 'scalar' && node.text.includes('${') && node.inner.length === 0)
      for (const [, name] of node.text.matchAll(/\$\{\s*((?:var|local|data)\.[\w.-]+)/g))
        if (name) references.push(name);
  });
  return {
    variables: mapsIn(root).flatMap(({ key, map }) =>
      key === 'variable' ? mapsIn(map).flatMap(({ key: name, map: body }) => readVariable(name, body)) : [],
    ),
    regions: namesOfData(root, 'aws_region').filter((name) => !otherRegion.test(name)),
    zones: namesOfData(root, 'aws_availability_zones'),
    ownAccountLocals: locals.flatMap(({ key, value }) =>
      mentions(value, /aws_caller_identity/) ? [key] : [],
    ),
    regionLocals: locals.flatMap(({ key, value }) => {
      if (!regionName.test(key) || otherRegion.test(key)) return [];
      if (value.type === 'scalar' && value.inner.length === 0) return [{ name: key, value: value.text }];
      return value.type === 'reference' ? [{ name: key, value: '' }] : [];
    }),
    hasProvider: mapsIn(root).some(({ key }) => key === 'provider'),
    awsVersion: getText(getChild(root, 'terraform', 'required_providers', 'aws', 'version')),
    references,
  };
}

function readVariable(name: string, body: DocumentNode): { name: string; fallback: string | undefined }[] {
  if (!regionName.test(name) || otherRegion.test(name)) return [];
  const value = getChild(body, 'default');
  if (value && value.type !== 'scalar' && value.type !== 'reference') return []; // a list of regions
  return [{ name, fallback: value?.type === 'scalar' && value.text !== '' ? value.text : undefined }];
}

function namesOfData(root: DocumentNode, type: string): string[] {
  return getChildren(root, 'data').flatMap((data) =>
    getChildren(data, type).flatMap((each) => mapsIn(each).map(({ key }) => key)),
  );
}

function mentions(node: DocumentNode, name: RegExp): boolean {
  let found = false;
  visitNodes(node, (each) => {
    found ||= (each.type === 'reference' || each.type === 'scalar') && name.test(each.text);
  });
  return found;
}
