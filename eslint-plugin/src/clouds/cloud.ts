import type { Cloud, RegionFormMatch } from './region-form-match.ts';

/** What is known of a cloud; a cloud is one folder with one of these. A missing ability is a missing key. */
export interface CloudProvider {
  readonly id: Cloud;
  /** As people call it. */
  readonly name: string;
  /** The variable that tells a program where it runs. */
  readonly variable: string;
  /** Source of a regular expression that finds, anywhere in a file and fast, what carries one of its regions and has no `east-1` in it. */
  readonly token?: string;
  /** The region that a whole text is. */
  matchWholeText?: (text: string) => RegionFormMatch | undefined;
  /** What carries a region inside of a text: ARNs, hosts, resource paths. */
  readonly matchers: readonly ((text: string) => RegionFormMatch[])[];
  /** What people call a service of its own; undefined for others. */
  getServiceName?: (service: string) => string | undefined;
}
