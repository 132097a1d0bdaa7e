import type { RegionFormMatch } from '../../clouds/region-forms.ts';
import type { DocumentType } from './document-kind.ts';
import type { DocumentRole, Purpose } from './facts.ts';
import type { TerraformModule } from './terraform/module.ts';
import type { DocumentTree, MapNode, Range, ScalarNode } from './tree.ts';

/** A file of which the places are judged. */
export interface DocumentFile {
  /** From the folder of the project, with `/`. */
  path: string;
  text: string;
  type: DocumentType;
  tree: DocumentTree;
  /** The folder that a file of Terraform belongs to. */
  module: TerraformModule | undefined;
}

/** What a region stands in. */
export interface DocumentPlace {
  file: DocumentFile;
  node: ScalarNode;
  /** Keys and indices from the root; functions of CloudFormation (`Fn::Sub`) are left out. */
  path: readonly string[];
  /** The nearest key that is no index; '' at the root. */
  key: string;
  /** The form in which the region stands there. Its offsets are of the scalar with `x` for what is interpolated. */
  match: RegionFormMatch;
  /** What carries the region, as it is written. */
  text: string;
  /** Offsets in the file of what carries the region. */
  range: Range;
  /** Whose resource an ARN or the host of a registry names; undefined for other forms. */
  account: Account | undefined;
}

/**
 * Whose account an ARN is of. `own`: the pseudo-parameter of the stack, the caller's identity; `any`: `*`; `none`: an ARN
 * without one, or of AWS itself; `written`: a number; `variable`: what a parameter holds.
 */
export type Account = 'any' | 'none' | 'own' | 'variable' | 'written';

/** What a place is judged to be. */
export interface Judgement {
  role: DocumentRole;
  purpose?: Purpose;
  environment?: string | undefined;
}

/** The mapping in which a place stands, seen through lists and functions. */
export function getHolder(node: ScalarNode): MapNode | undefined {
  let each = node.parent;
  while (each && each.type !== 'map') each = each.parent;
  return each;
}

const regionWord = /region|location|^REGIO|dataCent(?:er|re)/i;
const notRegion =
  /regional|region_?(?:list|map|count|code|name_?prefix)|location_?(?:path|id|constraint_?id)/i;

/** Whether a key says that its value is a region: `Region`, `aws_region`, `DestinationRegion`. */
export function isRegionKey(key: string): boolean {
  return regionWord.test(key) && !notRegion.test(key);
}

/** Whether a text is one whole region, of any of the clouds that have distinctive names. */
const wholeRegion =
  /^(?:us(?:-gov|-iso[bf]?)?|eu(?:-isoe)?|eusc-[a-z]{2}|af|ap|ca|cn|il|me|mx|sa|africa|asia|australia|europe|northamerica|southamerica)-(?:(?:north|south)(?:east|west)?|east|west|central)-?\d{1,2}$/;

export function isWholeRegion(text: string | undefined): boolean {
  return text !== undefined && wholeRegion.test(text);
}
