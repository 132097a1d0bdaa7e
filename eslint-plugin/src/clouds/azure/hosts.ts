import { createDomainEnd, findHosts, type Host } from '../hosts.ts';
import type { FormMatch } from '../region-form.ts';
import { azureLocations } from './locations.generated.ts';

/** How a domain's hosts carry a location. */
interface Domain {
  /** What the domain belongs to. */
  service: string;
  /** `only`: the location is all that stands before the domain. `last`: it is the label before it. `numbered`: so, with `-01` behind. */
  label: 'last' | 'numbered' | 'only';
  /** Whether the host counts only behind `//`: without it, the text may be a list of names. */
  isBehindScheme: boolean;
}

const speech: Domain = { service: 'speech', label: 'only', isBehindScheme: true };

const domains = new Map<string, Domain>([
  ['api.cognitive.microsoft.com', { service: 'cognitive-services', label: 'only', isBehindScheme: true }],
  ['stt.speech.microsoft.com', speech],
  ['tts.speech.microsoft.com', speech],
  ['s2s.speech.microsoft.com', speech],
  ['voice.speech.microsoft.com', speech],
  ['logic.azure.com', { service: 'logic-apps', label: 'last', isBehindScheme: true }],
  ['cloudapp.azure.com', { service: 'compute', label: 'last', isBehindScheme: false }],
  ['azurecontainerapps.io', { service: 'container-apps', label: 'last', isBehindScheme: false }],
  ['kusto.windows.net', { service: 'data-explorer', label: 'last', isBehindScheme: false }],
  ['azurewebsites.net', { service: 'app-service', label: 'numbered', isBehindScheme: false }],
]);

const domainEnd = createDomainEnd(domains.keys());
const locations = new Set(azureLocations.map(({ name }) => name));
const numbered = /^(\w+)-\d\d$/;

/** Source of a regular expression for what every host with a location ends in; a text without it has none. */
export const azureHostToken =
  '\\.(?:api\\.cognitive|(?:stt|tts|s2s|voice)\\.speech)\\.microsoft\\.com|\\.(?:cloudapp|logic)\\.azure\\.com|\\.azurecontainerapps\\.io|\\.kusto\\.windows\\.net|\\.azurewebsites\\.net(?<=\\d\\.azurewebsites\\.net)';

/** The hosts in a text that carry a location of Azure: `westus.api.cognitive.microsoft.com`; `shop-westeurope.azurewebsites.net` is a name. */
export function matchAzureHosts(text: string): FormMatch[] {
  return findHosts(text, domainEnd).flatMap((host) => matchHost(host, text) ?? []);
}

function matchHost({ labels, domain, start, end }: Host, text: string): FormMatch | undefined {
  const kind = domains.get(domain);
  if (!kind || (kind.label === 'only' && labels.length > 1)) return undefined;
  if (kind.isBehindScheme && !text.startsWith('//', start - 2)) return undefined;
  const label = labels.at(-1) ?? '';
  const region = kind.label === 'numbered' ? numbered.exec(label)?.[1] : label;
  if (region === undefined || !locations.has(region)) return undefined;
  const regionStart = end - domain.length - 1 - label.length;
  return { form: 'host', region, service: kind.service, start, end, regionStart };
}
