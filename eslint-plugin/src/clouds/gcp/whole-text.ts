import type { FormMatch } from '../region-form.ts';
import { gcpRegionId, gcpZoneSuffix } from './regions.ts';

const gcpId = new RegExp(`^(?<region>${gcpRegionId})(?<zone>${gcpZoneSuffix})?$`);

/** The region or zone of Google Cloud that a whole text is. */
export function matchGcpWholeText(text: string): FormMatch | undefined {
  const groups = gcpId.exec(text)?.groups;
  if (!groups?.region) return undefined;
  const match = { region: groups.region, start: 0, end: text.length, regionStart: 0 } as const;
  return groups.zone ? { ...match, form: 'zone', zone: text } : { ...match, form: 'region' };
}
