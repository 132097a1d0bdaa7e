import type { RegionSite } from '../../facts/region-site.ts';
import { awsRegions } from '../../clouds/aws/regions.generated.ts';
import { azureLocations } from '../../clouds/azure/locations.generated.ts';
import { findRegionForms } from '../../clouds/region-forms.ts';
import { getKeyName, getStaticString, type Node, type SourceCode } from './ast.ts';
import { resolveImport } from './imports.ts';
import { mayHoldConstant, sdkConstant } from './module-names.ts';
import { getNodeAt } from './node-at.ts';
import { followObject } from './object-member.ts';
import { whileInTime } from '../while-in-time.ts';
import { createOffsetSearch } from './offsets.ts';
import { getSdkKind } from './sdk.ts';
import { getConstantValue } from './variables.ts';

/** A member that stands for a region: `aws.Region.USWest2`, `REGIONS[0]`. */
export interface RegionMember {
  node: Node;
  region: string;
  cloud: RegionSite['cloud'];
}

const findConstants = createOffsetSearch(sdkConstant);
const findConstantsOf = (text: string): number[] => (mayHoldConstant(text) ? findConstants(text) : []);
const findOptions = createOffsetSearch(
  String.raw`[rR]egion\s{0,4}:\s{0,4}(?=[A-Za-z_$][\w$]*(?:\.[A-Z]|\[))`,
  'behind',
);

/**
 * Finds constants of an SDK that spell a region, and members of lists, objects and enums of the file that are put
 * where a region belongs. The list itself is a catalogue; who takes one entry of it by name is bound to that.
 *
 * @param sites of the file, to tell a list from a setting, which is reported itself
 */
export function findRegionMembers(sourceCode: SourceCode, sites: readonly RegionSite[]): RegionMember[] {
  const constants = Array.from(whileInTime(sourceCode, findConstantsOf(sourceCode.text)), (index) => {
    const node = getMember(getNodeAt(sourceCode, index));
    return node ? (readConstant(sourceCode, node) ?? []) : [];
  }).flat();
  const entries = Array.from(whileInTime(sourceCode, findOptions(sourceCode.text)), (index) => {
    const node = getMember(getNodeAt(sourceCode, index));
    return node ? (readEntry(sourceCode, node, sites) ?? []) : [];
  }).flat();
  // Whoever takes several entries goes to several regions on purpose.
  const isOne = new Set(entries.map(({ region }) => region)).size === 1;
  const all = [...constants, ...(isOne ? entries : [])];
  return [...new Map(all.map((member) => [member.node, member])).values()];
}

/** The longest chain of members that a node begins. */
function getMember(node: Node): Node | undefined {
  let member = node;
  while (
    member.parent?.type === 'MemberExpression' &&
    (member.parent.object === member || member.parent.property === member)
  )
    member = member.parent;
  return member.type === 'MemberExpression' ? member : undefined;
}

const regionOfName = new Map<string, { region: string; cloud: 'aws' | 'azure' }>([
  ...azureLocations.map(({ name }) => [name, { region: name, cloud: 'azure' }] as const),
  ...awsRegions.map(({ id }) => [id.replaceAll('-', ''), { region: id, cloud: 'aws' }] as const),
]);

/** Pulumi's `aws.Region.USWest2`, `aws.USEast1Region` and `azure.Locations.WestEurope`. */
function readConstant(sourceCode: SourceCode, node: Node): RegionMember | undefined {
  const imported = resolveImport(sourceCode, node);
  if (!imported || getSdkKind(imported.module) !== 'cloud-development') return undefined;
  const name =
    imported.path
      .at(-1)
      ?.replace(/Region$/, '')
      .toLowerCase() ?? '';
  const found = regionOfName.get(name);
  return found && { node, ...found };
}

function readEntry(
  sourceCode: SourceCode,
  node: Node,
  sites: readonly RegionSite[],
): RegionMember | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  const key = getKeyName(node);
  if (key === undefined) return undefined;
  const list = getConstantValue(sourceCode, node.object);
  const value =
    list.type === 'ArrayExpression' ? list.elements[Number(key)] : followObject(sourceCode, node.object, key);
  const text = value && typeof value !== 'string' ? getStaticString(value) : undefined;
  const [form] = text === undefined ? [] : findRegionForms(text);
  if (!value || typeof value === 'string' || form?.form !== 'region') return undefined;
  const site = sites.find(({ range }) => value.range[0] <= range[0] && range[1] <= value.range[1]);
  const isListed = site?.role === 'catalogue' || site?.role === 'type';
  return isListed ? { node, region: form.region, cloud: form.cloud } : undefined;
}
