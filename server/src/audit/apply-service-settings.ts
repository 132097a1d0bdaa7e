import type { ServiceSettings } from '../lint/file-linter.ts';
import type { Audit } from './audit.ts';
import { groupByService } from './inventory.ts';

/**
 * Adds to the table what a project says of its services. What is known of a file already stays.
 *
 * @param audit is not changed
 * @param settings by the names of services
 */
export function applyServiceSettings(
  audit: Audit,
  settings: Readonly<Record<string, ServiceSettings>>,
): Audit {
  if (Object.keys(settings).length === 0) return audit;
  const places = audit.services.flatMap((row) => row.places);
  return {
    ...audit,
    services: groupByService(
      places.map((place) => {
        const { service } = place;
        if (service === undefined || !Object.hasOwn(settings, service)) return place;
        const { critical, failover } = settings[service] ?? {};
        return { ...place, critical: place.critical ?? critical, plan: place.plan ?? failover };
      }),
    ),
  };
}
