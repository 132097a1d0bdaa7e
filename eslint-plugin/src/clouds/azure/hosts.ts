import type { RegionFormMatch } from '../region-form-match.ts';
import { azureLocations } from './locations.generated.ts';

const location = azureLocations.map(({ name }) => name).join('|');

/** What stands behind the location in a host, and the service that it belongs to. */
const services: readonly (readonly [ending: string, service: string])[] = [
  // The location is the first label.
  ['(?<=//)(?:LOCATION)\\.api\\.cognitive\\.microsoft\\.com', 'cognitive-services'],
  ['(?<=//)(?:LOCATION)\\.(?:stt|tts|s2s|voice)\\.speech\\.microsoft\\.com', 'speech'],
  ['(?<=//)(?:[\\w-]+\\.)*(?:LOCATION)\\.logic\\.azure\\.com', 'logic-apps'],
  // It stands behind a name.
  ['(?:[\\w-]+\\.)*[\\w-]*\\.?(?:LOCATION)\\.cloudapp\\.azure\\.com', 'compute'],
  ['(?:[\\w-]+\\.)*[\\w-]*\\.?(?:LOCATION)\\.azurecontainerapps\\.io', 'container-apps'],
  ['(?:[\\w-]+\\.)*[\\w-]*\\.?(?:LOCATION)\\.kusto\\.windows\\.net', 'data-explorer'],
  ['(?:[\\w-]+\\.)*[\\w-]*\\.?(?:LOCATION)-\\d\\d\\.azurewebsites\\.net', 'app-service'],
];

const hosts = services.map(([source, service]) => ({
  pattern: new RegExp(`(?<![\\w-])${source.replace('LOCATION', location)}(?![\\w-]|\\.\\w)`, 'g'),
  service,
}));
const region = new RegExp(`(?<![\\w-])(?:${location})(?=[.-])`);

/** Source of a regular expression for what every host with a location ends in; a text without it has none. */
export const azureHostToken =
  '\\.(?:api\\.cognitive|(?:stt|tts|s2s|voice)\\.speech)\\.microsoft\\.com|\\.(?:cloudapp|logic)\\.azure\\.com|\\.azurecontainerapps\\.io|\\.kusto\\.windows\\.net|\\d\\.azurewebsites\\.net';

/** The hosts in a text that carry a location of Azure: `westus.api.cognitive.microsoft.com`; `shop-westeurope.azurewebsites.net` is a name. */
export function matchAzureHosts(text: string): RegionFormMatch[] {
  return hosts.flatMap(({ pattern, service }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: host, index }): RegionFormMatch[] => {
      const found = region.exec(host);
      if (!found) return [];
      return [
        {
          form: 'host',
          cloud: 'azure',
          region: found[0],
          service,
          start: index,
          end: index + host.length,
          regionStart: index + found.index,
        },
      ];
    }),
  );
}
