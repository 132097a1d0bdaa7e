import type { FormMatch } from '../region-form.ts';
import { gcpRegionId, gcpZoneSuffix } from './regions.ts';

const resourcePath = new RegExp(
  '(?<![\\w-])(?<head>(?:(?:projects|organizations|folders)/[^/\\s"\'`]+/)?(?:locations/|regions/|zones/|instanceConfigs/regional-))' +
    `(?<region>${gcpRegionId})(?<zone>${gcpZoneSuffix})?(?![\\w-]|\\.\\w)(?:/[\\w.~@%+*-]+)*`,
  'g',
);

// A regional instance configuration of Spanner, without its path.
const instanceConfig = new RegExp(`^(?<head>regional-)(?<region>${gcpRegionId})$`, 'g');

/** The names of Google Cloud resources in a text that carry a region (`projects/p/locations/us-central1/queues/q`), also cut off. */
export function matchResourcePaths(text: string): FormMatch[] {
  return [...text.matchAll(instanceConfig), ...text.matchAll(resourcePath)].flatMap((match) => {
    const { head, region, zone } = match.groups ?? {};
    if (head === undefined || region === undefined) return [];
    return {
      form: 'resource-path',
      region,
      ...(zone !== undefined && { zone: region + zone }),
      ...(head.endsWith('regional-') && { service: 'spanner' }),
      start: match.index,
      end: match.index + match[0].length,
      regionStart: match.index + head.length,
    } satisfies FormMatch;
  });
}
