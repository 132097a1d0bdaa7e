/**
 * Source of a regular expression for the word for a direction in the id of a region. It tells the regions of AWS and
 * Google Cloud, new ones too, from other vendors' (us-ashburn-1) and from prose (us-army-10).
 */
export const direction = '(?:(?:north|south)(?:east|west)?|east|west|central)';
