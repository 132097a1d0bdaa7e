import { arrayDeclaration, mapDeclaration, moduleText } from './code.mjs';

const mostRegions = 3;

/** endpoints.json names only where Health has FIPS hosts; README.md says more. */
const correctedRegions = { Health: ['us-east-1', 'us-east-2'] };

/** The module with AWS's services: only what cannot be derived from a service id. */
export function awsServicesModule({ source, services }, v2) {
  const ids = uniqueIds([...services, ...v2.classes]);
  const squashedIds = new Set(ids.map(squash));

  const v2Classes = v2.classes
    .filter((row) => squash(row.class) !== squash(row.serviceId))
    .map((row) => [row.class.toLowerCase(), serviceOf(row.serviceId)]);

  const servicesOfPrefix = new Map();
  for (const { endpointPrefix, serviceId } of services) {
    const names = servicesOfPrefix.get(endpointPrefix) ?? new Set();
    servicesOfPrefix.set(endpointPrefix, names.add(serviceOf(serviceId)));
  }
  const endpoints = [...servicesOfPrefix]
    .filter(([prefix, names]) => names.size === 1 && !squashedIds.has(squash(prefix)))
    .map(([prefix, [name]]) => [prefix, name]);

  const global = services
    .filter((row) => row.signingRegion !== undefined)
    .map((row) => [serviceOf(row.serviceId), globalRegion(row.signingRegion)]);

  const fewRegions = services
    .filter((row) => row.signingRegion === undefined)
    .map((row) => [serviceOf(row.serviceId), correctedRegions[row.serviceId] ?? row.onlyRegions])
    .filter(([, regions]) => regions && regions.length <= mostRegions);

  return moduleText(
    [source, v2.source],
    [
      `/** Service ids, as AWS writes them; package and class names follow from them. Services that were retired are among them. */
${arrayDeclaration('export const awsServiceIds: readonly string[]', ids)}`,
      `/** v2 classes, in lower case, whose service does not follow from their name. */
${mapDeclaration('export const serviceOfV2ClassName: ReadonlyMap<string, string>', v2Classes)}`,
      `/** Endpoint prefixes whose service does not follow from their name. */
${mapDeclaration('export const serviceOfEndpointPrefix: ReadonlyMap<string, string>', endpoints)}`,
      `/** Services whose client ignores its region, and the region that signs instead; \`aws-global\`: none does. */
${mapDeclaration('export const signingRegionOfGlobalService: ReadonlyMap<string, string>', global)}`,
      `/** Services that exist in very few regions. */
${mapDeclaration('export const regionsOfRareService: ReadonlyMap<string, readonly string[]>', fewRegions)}`,
    ],
  );
}

function uniqueIds(rows) {
  const ids = new Map();
  for (const { serviceId } of rows) if (!ids.has(squash(serviceId))) ids.set(squash(serviceId), serviceId);
  return [...ids.values()].toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

/** \`*\` and null: the host is global, and no one region signs. */
function globalRegion(signingRegion) {
  return signingRegion && signingRegion !== '*' ? signingRegion : 'aws-global';
}

/** The service as its v3 package names it: Cognito Identity Provider -> cognito-identity-provider. */
function serviceOf(serviceId) {
  return serviceId.toLowerCase().replaceAll(' ', '-');
}

function squash(name) {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
