import type { Place } from './place.ts';

/** An option that sends requests to a global endpoint: `useGlobalEndpoint: true`, `AWS.config.stsRegionalEndpoints = 'legacy'`. */
export interface GlobalEndpointFlag extends Place {
  key: string;
  /** Whether it is a property of an object, and no assignment. */
  isProperty: boolean;
}
