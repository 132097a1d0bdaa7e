// Words for a direction tell the regions of AWS and Google Cloud, new ones too, from other vendors' (us-ashburn-1) and from
// prose (us-army-10). The tables of regions are not used here: they would miss a region until the next release.
const direction = '(?:(?:north|south)(?:east|west)?|east|west|central)';

/** Source of a regular expression for the id of an AWS region, in any partition. */
export const awsRegionId = `(?:us(?:-gov|-iso[bf]?)?|eu(?:-isoe)?|eusc-[a-z]{2}|af|ap|ca|cn|il|me|mx|sa)-${direction}-[1-9]`;

/** Source of a regular expression for the id of a Google Cloud region. */
export const gcpRegionId = `(?:africa|asia|australia|europe|me|northamerica|southamerica|us)-${direction}[1-9]\\d?`;

/** Source of a regular expression for what follows the region in the id of a Google Cloud zone; `-ai1a` is an AI zone. */
export const gcpZoneSuffix = '-(?:ai\\d)?[a-f]';
