import { azureHostToken } from './azure/hosts.ts';

const directions = '-(?:(?:north|south)(?:east|west)?|east|west|central)-?\\d';
const zoneIds = '-(?:az|wlz?)\\d';
// These are recognised by their end and then looked back at: a search for a fixed text is the fastest there is.
const globalRegions = '-global(?<=\\baws(?:-[a-z]+){0,2}-global)';
const hosts = '\\.amazonaws\\.com(?<=(?:\\b(?:s3|sts)|\\d\\.cache)\\.amazonaws\\.com)';

/**
 * Source of a regular expression that finds what looks like a region anywhere in a file's text: every form that
 * `findRegionForms` knows contains a match of it. As a sieve for whole files it is loose (any `-east-1`) and linear: nearly
 * all of a file is skipped in search of a `-` or of `.amazonaws.com`.
 */
export const regionToken = `${directions}|${zoneIds}|${globalRegions}|${hosts}|${azureHostToken}`;
