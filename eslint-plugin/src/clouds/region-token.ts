import { clouds } from './clouds.ts';

/** A direction and a number, as in `us-east-1` and `us-central1`. */
const direction = '-(?:(?:north|south)(?:east|west)?|east|west|central)-?\\d';

/**
 * Source of a regular expression that finds what looks like a region anywhere in a file's text: every form that
 * `findRegionForms` knows contains a match of it. As a sieve for whole files it is loose (any `-east-1`) and linear: nearly
 * all of a file is skipped in search of a `-` or of the end of a host.
 */
export const regionToken = [direction, ...clouds.flatMap(({ token }) => token ?? [])].join('|');
