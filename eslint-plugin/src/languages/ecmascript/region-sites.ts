import type { Range } from '../../facts/place.ts';
import { getRole } from '../../facts/roles.ts';
import { azureLocation } from '../../clouds/azure/locations.ts';
import { findRegionForms } from '../../clouds/region-forms.ts';
import { regionToken } from '../../clouds/region-token.ts';
import { getStaticString, type Node, type SourceCode } from './ast.ts';
import { azureToken, mentionsAzure } from './azure-token.ts';
import { readFallback } from './editing/fallback.ts';
import { getHolderName, listNamesAround } from './names-around.ts';
import { findRegionMembers } from './member-sites.ts';
import { getNodeAt } from './node-at.ts';
import { placeOf } from './place-of.ts';
import { getSetting } from './setting.ts';
import { createOffsetSearch } from './offsets.ts';
import { getAddressRole } from './roles/address-role.ts';
import { getRegionRole, type RoleFinding } from './roles/region-role.ts';
import { getZoneRole } from './roles/zone-role.ts';
import type { RegionSite } from '../../facts/region-site.ts';
import { whileInTime } from '../while-in-time.ts';
import { findWhole, locate, readWholeText, type WholeText } from './whole-text.ts';

const findRegionTokens = createOffsetSearch(regionToken);
const findAzureTokens = createOffsetSearch(azureToken);

/** What the analysis knows of the file beside its text. */
export interface FileContext {
  sourceCode: SourceCode;
  isConfig: boolean;
}

/**
 * Finds the places of a file that carry a region, and what each is used for. It starts from the tokens
 * in the text, so that its time depends on the number of regions, not on the size of the file.
 */
export function findRegionSites(context: FileContext): RegionSite[] {
  const { sourceCode } = context;
  const seen = new Set<Node>();
  const sites: RegionSite[] = [];
  for (const index of whileInTime(sourceCode, findRegionTokens(sourceCode.text))) {
    const whole = findWhole(getNodeAt(sourceCode, index));
    if (!whole || seen.has(whole)) continue;
    seen.add(whole);
    for (const site of readSites(context, readWholeText(sourceCode, whole))) sites.push(site);
  }
  if (mentionsAzure(sourceCode.text)) sites.push(...findAzureSites(context));
  sites.push(...findMemberSites(context, sites));
  return sites.sort((a, b) => a.range[0] - b.range[0]);
}

/** Members that stand for a region, where a rule has something to say of them. */
function findMemberSites({ sourceCode, isConfig }: FileContext, sites: readonly RegionSite[]): RegionSite[] {
  return findRegionMembers(sourceCode, sites).flatMap(({ node, region, cloud }) => {
    const finding = getRegionRole(sourceCode, node, region, cloud, isConfig);
    if (getRole(finding.role).reportedBy === undefined) return [];
    const range: Range = [node.range[0], node.range[1]];
    const text = sourceCode.text.slice(...range);
    const site = { range, text, regionRange: range, region, cloud, form: 'region' } as const;
    return [{ ...site, ...describeSite(sourceCode, node, finding) }];
  });
}

function findAzureSites({ sourceCode, isConfig }: FileContext): RegionSite[] {
  const sites: RegionSite[] = [];
  for (const index of whileInTime(sourceCode, findAzureTokens(sourceCode.text))) {
    const node = getNodeAt(sourceCode, index + 1);
    const text = sourceCode.text.slice(
      index + 1,
      sourceCode.text.indexOf(sourceCode.text.charAt(index), index + 1),
    );
    const location = azureLocation(text);
    const whole = findWhole(node);
    if (!whole || getStaticString(whole) !== text || !location) continue;
    const finding = getRegionRole(sourceCode, whole, location.name, 'azure', isConfig);
    const range: [number, number] = [index + 1, index + 1 + text.length];
    sites.push({
      range,
      text,
      regionRange: range,
      region: location.name,
      cloud: 'azure',
      form: 'region',
      ...describeSite(sourceCode, node, finding),
    });
  }
  return sites;
}

function readSites(context: FileContext, whole: WholeText): RegionSite[] {
  const { sourceCode } = context;
  const matches = findRegionForms(whole.text);
  // A list in one text: `arn:…:us-east-1:…,arn:…:us-east-2:…,arn:…:us-west-2:…`
  const isList = new Set(matches.map(({ region }) => region)).size > 2;
  return matches.flatMap((match) => {
    const { form, cloud, region, start, end, regionStart } = match;
    const isAlone = form === 'region' || form === 'zone' || form === 'pool-id' || form === 'global-region';
    const spelled =
      regionStart === undefined ? undefined : locate(whole, regionStart, regionStart + region.length);
    const place = locate(whole, start, end);
    if (!place || (isAlone && !whole.isStatic)) return [];
    // A host may begin in what is interpolated: `${bucket}.s3.us-east-1.amazonaws.com`.
    while (sourceCode.text.charAt(place.range[0]) === '.') place.range[0] += 1;
    const text = sourceCode.text.slice(...place.range);
    const regionRange =
      spelled && sourceCode.text.slice(...spelled.range) === region ? spelled.range : undefined;
    const finding: RoleFinding = isList
      ? { role: 'catalogue', service: undefined, services: [], sink: undefined }
      : judge(context, whole, place.node, { ...match, text });
    return [
      {
        range: place.range,
        text,
        regionRange,
        region,
        cloud,
        form,
        ...describeSite(sourceCode, place.node, addService(finding, match.service)),
      },
    ];
  });
}

/** A host or an ARN names a service where nothing else does. */
function addService(finding: RoleFinding, named: string | undefined): RoleFinding {
  const { service, services } = finding;
  if (named === undefined) return finding;
  return { ...finding, service: service ?? named, services: services.length > 0 ? services : [named] };
}

/** What is known of a site from where it stands in the tree. */
function describeSite(sourceCode: SourceCode, node: Node, { fallback: by, sink, ...finding }: RoleFinding) {
  const isWholeTemplate =
    node.type === 'TemplateElement' &&
    node.parent.type === 'TemplateLiteral' &&
    node.parent.expressions.length === 0;
  const fallback = finding.role === 'fallback' ? readFallback(node) : undefined;
  return {
    ...finding,
    literal: placeOf(isWholeTemplate ? node.parent : node),
    sink: sink && placeOf(sink),
    holderName: getHolderName(node),
    namesAround: [node, sink ?? node].flatMap(listNamesAround),
    setting:
      finding.role === 'fallback' ? (fallback?.variable ?? getSetting(sourceCode, node, by)) : undefined,
    variable: fallback?.variable,
  };
}

function judge(
  { sourceCode, isConfig }: FileContext,
  whole: WholeText,
  node: Node,
  {
    form,
    cloud,
    region,
    text,
    service,
  }: Pick<RegionSite, 'cloud' | 'form' | 'region' | 'text'> & {
    service?: string;
  },
): RoleFinding {
  const plain = { service: undefined, services: [], sink: undefined };
  if (node.type === 'JSXText') return { role: 'text', ...plain };
  switch (form) {
    case 'region':
      return getRegionRole(sourceCode, whole.node, region, cloud, isConfig);
    case 'zone':
      return { role: getZoneRole(sourceCode, whole.node, isConfig), ...plain };
    case 'global-region': {
      const { role, ...rest } = getRegionRole(sourceCode, whole.node, region, cloud, isConfig);
      const isOption = role === 'client-option' || role === 'sdk-config';
      const isSilent = !['argument', 'fallback', 'infrastructure'].includes(role);
      return { role: isOption ? 'global-endpoint' : isSilent ? role : 'unknown', ...rest };
    }
    default:
      return {
        role: getAddressRole(sourceCode, whole.node, form, text, region, service, isConfig),
        ...plain,
      };
  }
}
