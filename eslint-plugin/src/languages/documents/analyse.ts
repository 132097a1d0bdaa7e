import { azureLocation } from '../../clouds/azure/locations.ts';
import { findRegionForms, type RegionFormMatch } from '../../clouds/region-forms.ts';
import { getAccount } from './account.ts';
import { getDocumentType } from './document-kind.ts';
import type { DocumentKind } from './document-names.ts';
import type { DocumentSite, Surroundings } from './facts.ts';
import { describeEdit } from './edits/describe-edit.ts';
import { type DocumentFile, type DocumentPlace, isRegionKey, type Judgement } from './place.ts';
import { readDocument } from './read-document.ts';
import { readEmbedded } from './read-embedded.ts';
import { judgeCloudFormation } from './roles/cloudformation.ts';
import { judgeAnywhere } from './roles/common.ts';
import { isTestDocument } from './is-test-document.ts';
import { judgeServerless } from './roles/serverless.ts';
import { judgeSettings } from './roles/settings.ts';
import { judgeTerraform } from './roles/terraform.ts';
import { findScriptRegions } from './scripts.ts';
import { findSurroundings } from './surroundings.ts';
import { readModule } from './terraform/module.ts';
import { getPath, type Range, type ScalarNode, visitNodes } from './tree.ts';
import { readWholeScalar } from './whole-scalar.ts';

/** A document as it is given to the analysis. */
export interface DocumentInput {
  /** From the folder of the project, with `/`. */
  path: string;
  text: string;
  /** The other files of a module of Terraform; asked for such files only. */
  getSiblings?: (() => Iterable<{ path: string; text: string }>) | undefined;
  includeTests?: boolean;
}

/**
 * Reads a document as a file of its kind.
 *
 * @returns undefined for what is no document that says anything of regions
 */
export function openDocument({ path, text, getSiblings }: DocumentInput): DocumentFile | undefined {
  const type = getDocumentType(path, text);
  if (!type) return undefined;
  const tree = readDocument(text, type.format);
  const isModule = type.kind === 'terraform' || type.kind === 'terragrunt';
  const module = isModule ? readModule(path, tree, getSiblings?.() ?? []) : undefined;
  return { path, text, type, tree, module };
}

/**
 * Finds the places of a document that carry a region, and what each is for, in the order of the file.
 *
 * @param isTimeUp whether the rest is to be left out
 */
export function findDocumentSites(
  file: DocumentFile,
  includeTests = false,
  isTimeUp: () => boolean = () => false,
): DocumentSite[] {
  if (!includeTests && isTestDocument(file.path)) return [];
  const sites: DocumentSite[] = [];
  const surroundings = findSurroundings(file);
  visitNodes(file.tree.root, (node) => {
    if (node.type !== 'scalar' || isTimeUp()) return;
    const embedded = readEmbedded(file, node);
    if (embedded) {
      visitNodes(embedded, (inner) => {
        if (inner.type === 'scalar' && !isTimeUp()) readSites(file, inner, surroundings, sites);
      });
    } else readSites(file, node, surroundings, sites);
  });
  if (file.type.kind === 'script') sites.push(...readScript(file.text, 0));
  if (file.type.kind === 'terraform') withoutSplit(sites);
  return withoutRepeatedZones(withoutPairs(sites.sort((a, b) => a.range[0] - b.range[0])));
}

/** The same thing in two regions, as where a rule forwards to each of them, is there on purpose. */
function withoutPairs(sites: DocumentSite[]): DocumentSite[] {
  const regionsOf = new Map<string, Set<string>>();
  const toPattern = ({ text, region }: DocumentSite) => text.replaceAll(region, '*');
  const carriers = sites.filter(
    ({ form, role }) =>
      (form === 'arn' || form === 'host') &&
      (role === 'arn' || role === 'endpoint' || role === 'both-regions'),
  );
  for (const site of carriers) {
    const pattern = toPattern(site);
    regionsOf.set(pattern, (regionsOf.get(pattern) ?? new Set()).add(site.region));
  }
  for (const site of carriers) {
    if ((regionsOf.get(toPattern(site))?.size ?? 0) < 2) continue;
    site.role = 'both-regions';
    site.edit = undefined;
  }
  return sites;
}

function readSites(
  file: DocumentFile,
  node: ScalarNode,
  surroundings: Surroundings | undefined,
  sites: DocumentSite[],
): void {
  if (file.type.kind === 'script') return;
  const path = getPath(node).filter((key) => !key.startsWith('Fn::'));
  const key = path.findLast((each) => !/^\d+$/.test(each)) ?? '';
  const fallback = readFallback(file, node);
  if (fallback) {
    sites.push(fallback);
    return;
  }
  if (isRun(file.type.kind, key)) {
    sites.push(...readScript(node.text, node.range[0]));
    return;
  }
  const whole = readWholeScalar(node);
  const matches = findForms(whole.text, key, file);
  const isList = new Set(matches.map(({ region }) => region)).size > 2;
  for (const match of matches) {
    const isAlone = match.form === 'region' || match.form === 'zone' || match.form === 'global-region';
    if (isAlone && !whole.isStatic) continue;
    let start = node.range[0] + whole.toScalar(match.start);
    const end = match.end === whole.text.length ? node.range[1] : node.range[0] + whole.toScalar(match.end);
    while (file.text.charAt(start) === '.') start++;
    const range: Range = [start, end];
    const text = file.text.slice(start, end);
    const account = getAccount(file, node, whole, match);
    const place: DocumentPlace = { file, node, path, key, match, text, range, account };
    const judgement: Judgement = isList ? { role: 'catalogue' } : (judgeAnywhere(place) ?? judge(place));
    const regionStart =
      match.regionStart === undefined ? undefined : node.range[0] + whole.toScalar(match.regionStart);
    const regionRange: Range | undefined =
      regionStart !== undefined && file.text.startsWith(match.region, regionStart)
        ? [regionStart, regionStart + match.region.length]
        : undefined;
    const site: DocumentSite = {
      range,
      text,
      regionRange,
      place: isAlone ? withQuotes(file.text, range) : range,
      region: match.region,
      cloud: match.cloud,
      form: match.form,
      role: judgement.role,
      service: match.service,
      purpose: judgement.role === 'descriptor' ? judgement.purpose : undefined,
      environment: judgement.role === 'descriptor' ? judgement.environment : undefined,
      surroundings,
      setting: undefined,
      edit: undefined,
    };
    site.edit = describeEdit(place, site);
    sites.push(site);
  }
}

/** Azure's locations are ordinary words: they count under keys that say so. */
function findForms(text: string, key: string, { type }: DocumentFile): RegionFormMatch[] {
  const matches = findRegionForms(text);
  if (matches.length > 0 || !isRegionKey(key)) return matches;
  const isAzure =
    type.kind === 'terraform' ||
    type.kind === 'terraform-variables' ||
    type.kind === 'terragrunt' ||
    type.kind === 'github-actions';
  const location = isAzure ? azureLocation(text) : undefined;
  if (!location) return [];
  return [
    { form: 'region', cloud: 'azure', region: location.name, start: 0, end: text.length, regionStart: 0 },
  ];
}

function judge(place: DocumentPlace): Judgement {
  switch (place.file.type.kind) {
    case 'cloudformation':
      return judgeCloudFormation(place);
    case 'serverless':
      return judgeServerless(place);
    case 'terraform':
    case 'terragrunt':
      return judgeTerraform(place);
    case 'script':
      return { role: 'unknown' };
    default:
      return judgeSettings(place);
  }
}

function withQuotes(text: string, [start, end]: Range): Range {
  const quote = text.charAt(start - 1);
  return (quote === '"' || quote === "'") && text.charAt(end) === quote ? [start - 1, end + 1] : [start, end];
}

const variableFallback =
  /\$\{(?:opt|env|self|param|ssm|cf|file)[:(][^{}]*?,\s*(['"]?)([a-z]+(?:-[a-z]+)+-?\d+)\1\s*\}|\$\{\{[^{}]*\|\|\s*(['"])([a-z]+(?:-[a-z]+)+-?\d+)\3\s*\}\}/;

/** `${opt:region, 'us-east-1'}`, `${{ vars.REGION || 'us-east-1' }}`: what is taken when nothing else is set. */
function readFallback(file: DocumentFile, node: ScalarNode): DocumentSite | undefined {
  const { kind } = file.type;
  if (kind !== 'serverless' && kind !== 'github-actions' && kind !== 'cloudformation') return undefined;
  const match = variableFallback.exec(node.text);
  const region = match?.[2] ?? match?.[4];
  const [form] = region === undefined ? [] : findRegionForms(region);
  if (region === undefined || !match || form?.form !== 'region') return undefined;
  const start = node.range[0] + match.index + match[0].lastIndexOf(region);
  const range: Range = [start, start + region.length];
  const isRow = kind !== 'serverless';
  return {
    range,
    text: region,
    regionRange: range,
    place: withQuotes(file.text, range),
    region,
    cloud: form.cloud,
    form: 'region',
    role: isRow ? 'descriptor' : 'fallback',
    service: undefined,
    purpose: isRow ? 'fallback' : undefined,
    environment: undefined,
    surroundings: undefined,
    setting: isRow ? undefined : /^\$\{\s*([^,{}]+)/.exec(match[0])?.[1],
    edit: undefined,
  };
}

function isRun(kind: DocumentKind, key: string): boolean {
  if (kind === 'github-actions') return key === 'run' || key === 'script' || key === 'inlineScript';
  return kind === 'gitlab-ci' && /^(?:before_|after_)?script$/.test(key);
}

function readScript(script: string, offset: number): DocumentSite[] {
  return findScriptRegions(script).map(({ region, start, purpose }) => {
    const range: Range = [offset + start, offset + start + region.length];
    return {
      range,
      text: region,
      regionRange: range,
      place: range,
      region,
      cloud: /-\d$/.test(region) ? 'aws' : 'gcp',
      form: 'region',
      role: 'descriptor',
      service: undefined,
      purpose,
      environment: undefined,
      surroundings: undefined,
      setting: undefined,
      edit: undefined,
    };
  });
}

/** A module that puts its resources into two regions by name does so on purpose. */
function withoutSplit(sites: readonly DocumentSite[]): void {
  const split = sites.filter(({ role, form }) => role === 'infrastructure' && form === 'region');
  if (new Set(split.map(({ region }) => region)).size < 2) return;
  for (const site of split) {
    site.role = 'both-regions';
    site.edit = undefined;
  }
}

/** A list of zones is one thing: the first of them is reported. */
function withoutRepeatedZones(sites: DocumentSite[]): DocumentSite[] {
  let before: DocumentSite | undefined;
  for (const site of sites) {
    if (site.role !== 'zone') before = undefined;
    else if (site.region === before?.region && site.range[0] - before.range[1] < 40) {
      site.role = 'unknown';
      site.edit = undefined;
    }
    if (site.form === 'zone') before = site;
  }
  return sites;
}
