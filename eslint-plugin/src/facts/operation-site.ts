import type { Place } from './place.ts';

/** An operation of a control plane: `new ChangeResourceRecordSetsCommand(…)`, `route53.changeResourceRecordSets(…)`. */
export interface OperationSite extends Place {
  service: string;
  /** In the form of the API: `ChangeResourceRecordSets`. */
  operation: string;
  /** The names of the functions around it, the innermost first. */
  functionNames: readonly string[];
  /** Whether it stands where an error is caught. */
  isInCatch: boolean;
}
