import type { Cloud } from '../clouds/clouds.ts';
import type { RegionForm } from '../clouds/region-form.ts';
import type { Place, Range } from './place.ts';
import type { RegionRole } from './roles.ts';
import type { TextEdit } from './text-edit.ts';

export type { Cloud, RegionForm };

/** A place in a file that carries a region, and what the region is used for. */
export interface RegionSite {
  /** What carries the region: all of `us-east-1a`, of an ARN, of a host; without quotes. */
  range: Range;
  /** The text at `range`. */
  text: string;
  /** The region itself, where it is spelled out in one piece. */
  regionRange: Range | undefined;
  /** The region, without a zone's suffix: `us-east-1`. */
  region: string;
  cloud: Cloud;
  form: RegionForm;
  role: RegionRole;
  /** The service that the region is used with, as its SDK package names it (`s3`, `cognito-identity-provider`); undefined where several or none are known. */
  service: string | undefined;
  /** All services that are known to be used with it, in the order of their names. */
  services: readonly string[];
  /** The literal, the scalar or the part of a template that it stands in, with its quotes. */
  literal: Place;
  /** Where the value is used, when it is not used where it stands: the reference that feeds a client, a call, an assignment. */
  sink: Place | undefined;
  /** What the source calls the value, where it is the whole value of a constant, a field or a property: `REGION`. */
  holderName: string | undefined;
  /** The names of all that is given a value around the literal and the sink, innermost first: `bucketOptions`. */
  namesAround: readonly string[];
  /** What has to be missing for a fallback to count, as the source writes it: `AWS_REGION`, `options.region`. */
  setting: string | undefined;
  /** The environment variable that a fallback stands behind: `AWS_REGION`. */
  variable: string | undefined;
  /** From what the file takes its region elsewhere; only known of documents. */
  surroundings?: Surroundings;
  /** What makes the site follow its surroundings; only there where it was found together with the site. */
  following?: { expression: string; edits: TextEdit[] };
}

/** From what a file takes its region. */
export interface Surroundings {
  /** What the file is called in a message: `template`, `module`. */
  file: string;
  /** As it is written there: `AWS::Region`, `var.region`. */
  source: string;
  /** In how many places. */
  count: number;
}

/** Where a site is reported: the whole literal for what stands alone in it, the stretch that carries the region otherwise. */
export function getReportRange({ form, literal, range }: RegionSite): Range {
  return form === 'region' || form === 'zone' || form === 'global-region' ? literal.range : range;
}
