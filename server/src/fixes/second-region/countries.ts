/**
 * The countries that AWS has more than one region in, and the regions of the European Union, by the places in AWS's own
 * names of its regions (clouds/aws/regions.generated.ts). A region that is not named here is alone in its country.
 */
const countries: readonly (readonly string[])[] = [
  ['us-east-1', 'us-west-2', 'us-east-2', 'us-west-1'],
  ['us-gov-west-1', 'us-gov-east-1'],
  ['us-iso-east-1', 'us-iso-west-1'],
  ['us-isob-east-1', 'us-isob-west-1'],
  ['us-isof-south-1', 'us-isof-east-1'],
  ['ca-central-1', 'ca-west-1'],
  ['ap-northeast-1', 'ap-northeast-3'], // Japan
  ['ap-south-1', 'ap-south-2'], // India
  ['ap-southeast-2', 'ap-southeast-4'], // Australia
  ['cn-north-1', 'cn-northwest-1'],
];

/** One law for data, several countries. London and Zurich are not among them. */
const europeanUnion = ['eu-west-1', 'eu-central-1', 'eu-west-3', 'eu-north-1', 'eu-south-1', 'eu-south-2'];

/** The regions of the same country, without the region itself, those that most people take first. */
export function listInCountry(region: string): readonly string[] {
  return (countries.find((each) => each.includes(region)) ?? []).filter((each) => each !== region);
}

/** The regions of the same jurisdiction, without those of the same country and the region itself. */
export function listInJurisdiction(region: string): readonly string[] {
  return europeanUnion.includes(region) ? europeanUnion.filter((each) => each !== region) : [];
}
