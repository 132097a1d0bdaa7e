import type { TSESTree } from '@typescript-eslint/utils';
import { findRegionForms } from '../../../clouds/region-forms.ts';
import { azureLocation } from '../../../clouds/azure/locations.ts';
import { getKeyName, getStaticString, type Node, type SourceCode, unwrap } from '../ast.ts';
import { remember } from '../../../remember.ts';
import type { SilentRole } from '../../../facts/roles.ts';
import type { Trail } from '../arrival.ts';

/**
 * Whether a value stands in a structure that holds several regions on purpose: a list or a map of
 * regions is a catalogue, a primary with its secondary is what multi-region code looks like.
 */
export function getStructureRole(sourceCode: SourceCode, trail: Trail): SilentRole | undefined {
  for (const [index, container] of trail.containers.entries()) {
    const role =
      container.type === 'ArrayExpression' ? getArrayRole(container, sourceCode) : getObjectRole(container);
    if (role) return role;
    const row = trail.containers[index - 1];
    if (container.type === 'ObjectExpression' && row?.parent.parent === container && isTable(container))
      return 'catalogue';
  }
  const isChosen = trail.returnedBy.some((owner) => countQuotedRegions(owner, sourceCode) > 1);
  return isChosen ? 'catalogue' : undefined;
}

/**
 * The role of a region that is one branch of a choice between regions: `isEuropean ? 'eu-west-1' : 'us-east-1'`. As in
 * `{ prod: 'eu-west-1', test: 'us-east-1' }`, both are there on purpose.
 *
 * @param literal the literal, template or sum that holds the region
 */
export function getChoiceRole(literal: Node): SilentRole | undefined {
  let choice: Node | undefined;
  for (let node = literal; node.parent; node = node.parent) {
    if (node.parent.type === 'ConditionalExpression' && node.parent.test !== node) choice = node.parent;
    else if (unwrap(node.parent) === node.parent) break;
  }
  const regions = choice ? countRegions(readBranches(choice).flatMap(findRegions)) : 0;
  if (regions > 2) return 'catalogue';
  return regions === 2 ? 'both-regions' : undefined;
}

/** The texts among which a condition chooses. */
function readBranches(node: Node): string[] {
  const expression = unwrap(node);
  if (expression.type === 'ConditionalExpression')
    return [...readBranches(expression.consequent), ...readBranches(expression.alternate)];
  const text = getStaticString(expression);
  return text === undefined ? [] : [text];
}

function getArrayRole(array: TSESTree.ArrayExpression, sourceCode: SourceCode): SilentRole | undefined {
  const regions = countQuotedRegions(array, sourceCode);
  if (regions > 2) return 'catalogue';
  return regions === 2 ? 'both-regions' : undefined;
}

/** How many different regions stand, alone or in an address, at the beginning of the strings of a node. */
const countQuotedRegions = remember((node: Node, sourceCode: SourceCode): number => {
  const strings = sourceCode.text.slice(...node.range).match(/(?<=['"`])[\w:/.-]{8,200}/g) ?? [];
  const words = sourceCode.text.slice(...node.range).match(/(?<=(['"`]))[A-Za-z0-9 ]{5,24}(?=\1)/g) ?? [];
  return countRegions([
    ...strings.flatMap((text) => findRegionForms(text).map(({ region }) => region)),
    ...words.flatMap((text) => azureLocation(text)?.name ?? []),
  ]);
});

const alternatives =
  /prim|secondary|main|backup|failover|fallback|replica|standby|passive|active|disaster|^dr$|(?:^|_)dr_|source|dest|target|(?:^|_)from|(?:^|_)to$|east|west|north|south|^us|^eu|^ap|asia|europe|america|prod|dev|stag|test|beta|qa|default|first|second|^region_?[a-z0-9]$/i;

/**
 * What only a recorded event has: `{ eventSource: 'aws:sqs', eventSourceARN: …, awsRegion: … }`, and with capitals what SNS
 * delivers. `EventSourceArn` is an option of Lambda's, too.
 */
const recordKey = /^(?:event(?:Source|SourceARN|SourceArn|Version)|Event(?:Source|SubscriptionArn|Version))$/;

const getObjectRole = remember((object: TSESTree.ObjectExpression): SilentRole | undefined => {
  const all: string[] = [];
  const regions: string[] = [];
  let keysAreRegions = 0;
  for (const property of object.properties) {
    if (property.type !== 'Property') continue;
    const key = getKeyName(property) ?? '';
    if (recordKey.test(key)) return 'test-data';
    if (isRegion(key)) keysAreRegions += 1;
    all.push(...readRegions(property.value, 0));
    if (alternatives.test(key)) regions.push(...readRegions(property.value, 2));
  }
  if (keysAreRegions > 0 || countRegions(all) > 2) return 'catalogue';
  return countRegions(regions) > 1 ? 'both-regions' : undefined;
});

/** `{ aws: { home: 'us-east-1' }, 'aws-cn': { home: 'cn-north-1' }, … }`: three rows or more, with more than one region under the same key. */
const isTable = remember((table: TSESTree.ObjectExpression): boolean => {
  const columns = new Map<string, string[]>();
  for (const property of table.properties) {
    const row = property.type === 'Property' ? unwrap(property.value) : undefined;
    if (row?.type !== 'ObjectExpression') continue;
    for (const cell of row.properties) {
      const key = cell.type === 'Property' ? getKeyName(cell) : undefined;
      if (key === undefined || cell.type !== 'Property') continue;
      columns.set(key, [...(columns.get(key) ?? []), ...readRegions(cell.value, 0)]);
    }
  }
  return [...columns.values()].some((column) => column.length > 2 && countRegions(column) > 1);
});

function readRegions(node: Node, depth: number): string[] {
  const expression = unwrap(node);
  const text = getStaticString(expression);
  if (text !== undefined) return findRegions(text);
  if (depth === 0) return [];
  if (expression.type === 'ObjectExpression') {
    return expression.properties.flatMap((property) =>
      property.type === 'Property' ? readRegions(property.value, depth - 1) : [],
    );
  }
  if (expression.type === 'ArrayExpression') {
    return expression.elements.flatMap((element) => (element ? readRegions(element, depth - 1) : []));
  }
  return [];
}

/** The regions that a text is, or names in an address. */
function findRegions(text: string): string[] {
  const location = azureLocation(text);
  if (location) return [location.name];
  return text.length < 200
    ? findRegionForms(text).flatMap(({ form, region }) => (form === 'zone' ? [] : [region]))
    : [];
}

function isRegion(text: string): boolean {
  const [form] = text.length < 40 ? findRegionForms(text) : [];
  return form?.form === 'region' || azureLocation(text) !== undefined;
}

function countRegions(regions: readonly string[]): number {
  return new Set(regions).size;
}
