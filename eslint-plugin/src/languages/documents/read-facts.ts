import { type FileFacts, noFacts } from '../../facts/file-facts.ts';
import type { Place, Range } from '../../facts/place.ts';
import type { RegionSite } from '../../facts/region-site.ts';
import type { ResourceSite } from '../../facts/resource-site.ts';
import type { Settings } from '../../settings.ts';
import type { SourceText } from '../source-text.ts';
import { isTimeUp } from '../while-in-time.ts';
import { findDocumentSites, openDocument } from './analyse.ts';
import type { DocumentSite } from './facts.ts';

/** What a document says of regions: sites for the rules, and rows of what it is there to say. */
export function readFacts(source: SourceText, path: string, settings: Settings): FileFacts {
  const { text } = source;
  const getSiblings = source.getSiblings && (() => source.getSiblings?.() ?? []);
  const file = openDocument({ path, text, getSiblings });
  if (!file) return noFacts;
  const sites = findDocumentSites(file, settings.includeTests, () => isTimeUp(source)).filter(({ cloud }) =>
    settings.clouds.includes(cloud),
  );
  const toPlace = (range: Range): Place => ({
    range,
    loc: { start: source.getLocFromIndex(range[0]), end: source.getLocFromIndex(range[1]) },
  });
  return {
    ...noFacts,
    regionSites: sites.map((site) => toRegionSite(site, toPlace(site.place))),
    resourceSites: sites.flatMap((site) => toRow(site, toPlace(site.place), file.type.kind) ?? []),
    ...(isTimeUp(source) ? { unread: 'time' } : file.tree.isCut && { unread: 'depth' }),
  };
}

function toRegionSite(site: DocumentSite, literal: Place): RegionSite {
  const { range, text, regionRange, region, cloud, form, role, service, surroundings, edit } = site;
  return {
    range,
    text,
    regionRange,
    region,
    cloud,
    form,
    role,
    service,
    services: service === undefined ? [] : [service],
    literal,
    sink: undefined,
    holderName: undefined,
    namesAround: [],
    setting: site.setting,
    variable: undefined,
    ...(surroundings && { surroundings }),
    ...(edit && { following: { expression: edit.expression, edits: edit.changes } }),
  };
}

/** A row of the audit, for what a file is there to say. */
function toRow(site: DocumentSite, place: Place, name: string): ResourceSite | undefined {
  const { role, purpose, region, cloud, service, environment, form, text } = site;
  if (role !== 'descriptor' && role !== 'dependency' && role !== 'fallback') return undefined;
  const kind = role === 'descriptor' ? (purpose ?? 'setting') : role;
  return {
    ...place,
    cloud,
    kind,
    service,
    name: form === 'region' ? name : text,
    regions: [region],
    decidedBy: undefined,
    ...(environment !== undefined && { environment }),
    isReplicated: undefined,
  };
}
