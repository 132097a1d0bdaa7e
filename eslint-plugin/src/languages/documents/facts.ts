import type { Cloud } from '../../clouds/clouds.ts';
import type { RegionForm } from '../../clouds/region-form.ts';
import type { Surroundings } from '../../facts/region-site.ts';
import type { Range } from './tree.ts';

export type { Surroundings };

/** What a region of a document is used for, where rules report it. */
export type ReportedDocumentRole =
  'argument' | 'arn' | 'endpoint' | 'fallback' | 'global-endpoint' | 'infrastructure' | 'zone';

/**
 * What it is used for otherwise. `descriptor`: the file says where something is deployed or kept, which is its job;
 * `dependency`: a resource of another account, which may exist there only. Both are rows of the audit.
 */
export type SilentDocumentRole =
  | 'both-regions'
  | 'catalogue'
  | 'comparison'
  | 'dependency'
  | 'descriptor'
  | 'local'
  | 'mandated'
  | 'resource-id'
  | 'test-data'
  | 'text'
  | 'unknown';

export type DocumentRole = ReportedDocumentRole | SilentDocumentRole;

/** What a descriptor decides. */
export type Purpose =
  | 'default' // what a parameter or variable is when it is not set
  | 'deploy' // where the code or the stack goes
  | 'fallback' // what a script or workflow takes when nothing else is set
  | 'logs'
  | 'registry' // where images are pulled from
  | 'replica'
  | 'setting' // a region that is handed to a program as its setting
  | 'state'; // where the state of Terraform is kept

/** A place in a document that carries a region. Plain data. */
export interface DocumentSite {
  /** Offsets of what carries the region: all of a zone, an ARN, a host; without quotes. */
  range: Range;
  /** The text at `range`. */
  text: string;
  /** Offsets of the region itself, where it is spelled out. */
  regionRange: Range | undefined;
  /** Where it is reported: with the quotes, when it stands alone in them. */
  place: Range;
  region: string;
  cloud: Cloud;
  form: RegionForm;
  role: DocumentRole;
  service: string | undefined;
  /** Of a descriptor. */
  purpose: Purpose | undefined;
  /** The environment that a descriptor is for, by the name it has there: `prod`. */
  environment: string | undefined;
  /** From what the file takes its region elsewhere, and how often. */
  surroundings: Surroundings | undefined;
  /** What has to be missing for a fallback to count: `opt:region`. */
  setting: string | undefined;
  /** What makes the site follow its surroundings; undefined where that is not safe to say. */
  edit: DocumentEdit | undefined;
}

/** A change of a document. */
export interface DocumentEdit {
  /** What the region becomes, as a message says it: `AWS::Region`. */
  expression: string;
  changes: { range: Range; text: string }[];
}
