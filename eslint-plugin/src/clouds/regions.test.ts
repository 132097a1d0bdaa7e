import { awsRegions } from './aws/regions.generated.ts';
import { awsRegion, awsRegionIdOfZonePrefix } from './aws/regions.ts';
import { azureLocation } from './azure/locations.ts';
import { azureLocations } from './azure/locations.generated.ts';
import { isGcpMultiRegion } from './gcp/multi-regions.ts';
import { gcpRegions } from './gcp/regions.generated.ts';
import { gcpRegion } from './gcp/regions.ts';

describe('the tables of regions', () => {
  it('hold what the sources hold', () => {
    const countOf = (partition: string) =>
      awsRegions.filter((region) => region.partition === partition).length;
    expect(awsRegions).toHaveLength(48);
    expect(countOf('aws')).toBe(36);
    expect(countOf('aws-cn')).toBe(2);
    expect(countOf('aws-eusc')).toBe(1);
    expect(countOf('aws-us-gov')).toBe(2);
    expect(awsRegions.filter((region) => region.partition === 'aws' && !region.optIn)).toHaveLength(17);
    expect(gcpRegions).toHaveLength(43);
    expect(azureLocations).toHaveLength(62);
  });

  it('name each region once, and each zone prefix once', () => {
    const prefixes = awsRegions.flatMap((region) => region.zoneIdPrefix ?? []);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    expect(new Set(awsRegions.map((region) => region.id)).size).toBe(48);
    expect(new Set(gcpRegions.map((region) => region.id)).size).toBe(43);
    expect(new Set(azureLocations.map((location) => location.name)).size).toBe(62);
  });

  it('pair Azure locations with others of the table', () => {
    const paired = azureLocations.flatMap((location) => location.paired ?? []);
    expect(paired).toHaveLength(49);
    // Sweden South is open to few customers, and no list names it.
    expect(paired.filter((name) => !azureLocation(name))).toEqual(['swedensouth']);
  });
});

describe('awsRegion', () => {
  it('knows the place, the partition and whether it is opt-in', () => {
    expect(awsRegion('us-east-1')).toMatchObject({ place: 'N. Virginia', partition: 'aws', optIn: false });
    expect(awsRegion('me-west-1')).toMatchObject({ place: 'Saudi Arabia', optIn: true });
    expect(awsRegion('ca-central-1')).toMatchObject({ place: 'Canada (Central)' });
    expect(awsRegion('us-gov-west-1')).toMatchObject({ partition: 'aws-us-gov', optIn: false });
  });

  it('does not know what is no region', () => {
    expect(awsRegion('us-east-9')).toBeUndefined();
    expect(awsRegion('us-central1')).toBeUndefined();
    expect(awsRegion('constructor')).toBeUndefined();
  });
});

describe('gcpRegion', () => {
  it('knows the place', () => {
    expect(gcpRegion('us-central1')).toEqual({ id: 'us-central1', place: 'Iowa' });
    expect(gcpRegion('us-central-1')).toBeUndefined();
  });
});

describe('azureLocation', () => {
  it('knows a location by either name', () => {
    expect(azureLocation('eastus')).toMatchObject({ displayName: 'East US', paired: 'westus' });
    expect(azureLocation('East US')).toBe(azureLocation('eastus'));
    expect(azureLocation('austriaeast')?.paired).toBeUndefined();
  });

  it.each(['europe', 'global', 'uk', 'unitedstates', 'Eastus', 'east us', 'us-east-1', ''])(
    'does not take %j for a location',
    (text) => {
      expect(azureLocation(text)).toBeUndefined();
    },
  );
});

describe('awsRegionIdOfZonePrefix', () => {
  it('maps what zone ids start with', () => {
    expect(awsRegionIdOfZonePrefix('use1')).toBe('us-east-1');
    expect(awsRegionIdOfZonePrefix('usgw1')).toBe('us-gov-west-1');
    expect(awsRegionIdOfZonePrefix('use9')).toBeUndefined();
  });
});

describe('isGcpMultiRegion', () => {
  it.each([
    'US',
    'eu',
    'ASIA',
    'nam4',
    'NAM4',
    'eur4',
    'eur3',
    'nam-eur-asia1',
    'dual-region-australia1',
    'global',
  ])('knows %s', (location) => {
    expect(isGcpMultiRegion(location)).toBe(true);
  });

  it.each(['us-central1', 'US-CENTRAL1', 'eastus', 'nam', ''])('does not take %j for one', (location) => {
    expect(isGcpMultiRegion(location)).toBe(false);
  });
});
