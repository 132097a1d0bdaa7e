// Takes the facts that the catalog needs out of the published sources and writes them to data/*.json.
// Needed only when a source has news; README.md says where each source comes from.
//
//   node scripts/catalog/extract.mjs aws-regions <unpacked @aws-sdk/core> <unpacked @aws-cdk/region-info>
//   node scripts/catalog/extract.mjs aws-v2-classes <unpacked aws-sdk>
//   node scripts/catalog/extract.mjs gcp-regions <regions.json> <commit>
//   node scripts/catalog/extract.mjs azure-locations <locations.tf.json> <commit>
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const extractors = {
  'aws-regions': extractAwsRegions,
  'aws-v2-classes': extractAwsV2Classes,
  'gcp-regions': extractGcpRegions,
  'azure-locations': extractAzureLocations,
};

const [name, ...args] = process.argv.slice(2);
const extract = extractors[name];
if (!extract || args.length === 0) {
  console.error(
    `extract.mjs needs one of ${Object.keys(extractors).join(', ')} and the paths that README.md names.`,
  );
  process.exit(1);
}
const file = new URL(`data/${name}.json`, import.meta.url);
writeFileSync(file, formatRows(extract(...args)));
console.log(`Wrote ${name}.json. Format it with: npx prettier --write scripts/catalog/data`);

/** The partition table is not exported by the package, so it is read from the file that holds it. */
function extractAwsRegions(sdkCore, regionInfo) {
  const table = 'dist-es/submodules/client/util-endpoints/lib/aws/partitions.js';
  const json = /^export const partitionsInfo = (.*);\s*$/s.exec(
    readFileSync(join(sdkCore, table), 'utf8'),
  )?.[1];
  if (!json)
    throw new Error(`${table} does not hold the partition table as expected; has the package moved it?`);
  const { RegionInfo } = createRequire(import.meta.url)(join(regionInfo, 'lib/index.js'));
  const regions = JSON.parse(json).partitions.flatMap((partition) =>
    Object.entries(partition.regions)
      .filter(([id]) => !id.endsWith('-global'))
      .map(([id, { description }]) => ({ id, partition: partition.id, name: description })),
  );
  return {
    source: `${packageVersion(sdkCore)} (Apache-2.0), ${table}`,
    enabledByDefaultSource: `${packageVersion(regionInfo)} (Apache-2.0), RegionInfo.isOptInRegion`,
    enabledByDefault: RegionInfo.regions
      .filter((region) => region.partition === 'aws' && !region.isOptInRegion)
      .map((region) => region.name)
      .sort(),
    regions,
  };
}

/** Which service each class of the v2 SDK stands for, by the service id in its model. */
function extractAwsV2Classes(sdk) {
  const models = readdirSync(join(sdk, 'apis')).filter((model) => model.endsWith('.min.json'));
  const metadata = JSON.parse(readFileSync(join(sdk, 'apis/metadata.json'), 'utf8'));
  const prefixes = new Map(
    Object.entries(metadata).map(([id, service]) => [service.name.toLowerCase(), service.prefix ?? id]),
  );
  const classes = [];
  for (const [, className, module] of readFileSync(join(sdk, 'clients/all.js'), 'utf8').matchAll(
    /^\s*(\w+): require\('\.\/(\w+)'\)/gm,
  )) {
    const prefix = `${prefixes.get(module)}-`;
    const model = models
      .filter((candidate) => candidate.startsWith(prefix) && /^\d{4}-/.test(candidate.slice(prefix.length)))
      .sort()
      .at(-1);
    if (!model) throw new Error(`No model found for the class ${className} of ${sdk}`);
    const { serviceId } = JSON.parse(readFileSync(join(sdk, 'apis', model), 'utf8')).metadata;
    classes.push({ class: className, serviceId });
  }
  return { source: `${packageVersion(sdk)} (Apache-2.0), clients/all.js and apis/*.min.json`, classes };
}

function extractGcpRegions(regionsFile, commit) {
  const regions = Object.entries(JSON.parse(readFileSync(regionsFile, 'utf8')));
  return {
    source: `GoogleCloudPlatform/gcping@${commit} (Apache-2.0), tools/terraform/regions.json`,
    regions: regions.map(([id, place]) => ({ id, place })),
  };
}

/** Physical locations only: a logical one such as `europe` or `global` pins nothing to a place. */
function extractAzureLocations(locationsFile, commit) {
  const all = JSON.parse(readFileSync(locationsFile, 'utf8')).locals.locations_cached.value;
  return {
    source: `Azure/terraform-azurerm-avm-utl-regions@${commit} (MIT), modules/cached-data/locations.tf.json`,
    locations: all
      .filter((location) => location.metadata.regionType === 'Physical')
      .map((location) => ({
        name: location.name,
        displayName: location.displayName,
        place: location.metadata.physicalLocation || undefined,
        paired: location.metadata.pairedRegion?.[0]?.name,
      })),
  };
}

/** One row a line, so that a diff of the data reads row by row. */
function formatRows(data) {
  const fields = Object.entries(data).map(([key, value]) => {
    const rows = Array.isArray(value) ? value.map((row) => `\n${JSON.stringify(row)}`) : undefined;
    return `${JSON.stringify(key)}: ${rows ? `[${rows.join(',')}\n]` : JSON.stringify(value)}`;
  });
  return `{\n${fields.join(',\n')}\n}\n`;
}

function packageVersion(root) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return `${name}@${version}`;
}
