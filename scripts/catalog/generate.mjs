// Writes the catalog's tables (eslint-plugin/src/clouds/**/*.generated.ts) from the facts in data/*.json.
//
//   node scripts/catalog/generate.mjs           writes them
//   node scripts/catalog/generate.mjs --check   writes nothing; fails when one is out of date
import { readFileSync, writeFileSync } from 'node:fs';
import { awsRegionsModule } from './tables/aws-regions.mjs';
import { awsServicesModule } from './tables/aws-services.mjs';
import { azureLocationsModule } from './tables/azure-locations.mjs';
import { gcpRegionsModule } from './tables/gcp-regions.mjs';

const catalog = new URL('../../eslint-plugin/src/clouds/', import.meta.url);

const modules = {
  'aws/regions.generated.ts': awsRegionsModule(read('aws-regions')),
  'aws/services.generated.ts': awsServicesModule(read('aws-services'), read('aws-v2-classes')),
  'azure/locations.generated.ts': azureLocationsModule(read('azure-locations')),
  'gcp/regions.generated.ts': gcpRegionsModule(read('gcp-regions')),
};

for (const [file, code] of Object.entries(modules)) {
  const url = new URL(file, catalog);
  if (!process.argv.includes('--check')) writeFileSync(url, code);
  else if (readFileSync(url, 'utf8') !== code) {
    console.error(`${file} is out of date. Run: node scripts/catalog/generate.mjs`);
    process.exitCode = 1;
  }
}

function read(name) {
  return JSON.parse(readFileSync(new URL(`data/${name}.json`, import.meta.url), 'utf8'));
}
