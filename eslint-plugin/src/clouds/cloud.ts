import type { FormMatch } from './region-form.ts';
import type { RegionDescription } from './describe-region.ts';
import type { JavaScriptSdk } from './javascript-sdk.ts';

/** What is known of a cloud; a cloud is one folder with one of these. A missing ability is a missing key. */
export interface CloudProvider<Id extends string = string> {
  /** Its name in settings: `aws`. */
  readonly id: Id;
  /** As people call it. */
  readonly name: string;
  /** The variable that tells a program where it runs. */
  readonly variable: string;
  /** The names of its regions, as code spells them. */
  readonly regionNames: readonly string[];
  /** What people want to know of a region, in any spelling that the cloud takes; undefined for none of its regions. */
  describeRegion?: (name: string) => RegionDescription | undefined;
  /** Source of a regular expression that finds, anywhere in a file and fast, what carries one of its regions and has no `east-1` in it. */
  readonly token?: string;
  /** The region that a whole text is. */
  matchWholeText?: (text: string) => FormMatch | undefined;
  /** What carries a region inside of a text: ARNs, hosts, resource paths. */
  readonly matchers: readonly ((text: string) => FormMatch[])[];
  /** The services that are known by name, as settings spell them; there may be others. */
  readonly services: readonly string[];
  /** What people call a service of its own; undefined for others. */
  getServiceName?: (service: string) => string | undefined;
  /** How JavaScript uses it. */
  readonly javascript?: JavaScriptSdk;
}
