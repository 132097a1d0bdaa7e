import type { DocumentEdit, DocumentSite } from '../facts.ts';
import { remember } from '../../../remember.ts';
import type { DocumentFile, DocumentPlace } from '../place.ts';
import type { DocumentNode, ScalarNode } from '../tree.ts';

const region = 'AWS::Region';

/**
 * Makes a place of a CloudFormation template take the region of its stack: `${AWS::Region}` inside of `Fn::Sub`, a text that
 * becomes one, `Ref` for a region alone, `Fn::GetAZs` for a zone.
 */
export function followStack(
  place: DocumentPlace,
  site: DocumentSite,
  path: readonly string[],
): DocumentEdit | undefined {
  const { node, file } = place;
  if (path[0] !== 'Resources' && path[0] !== 'Globals') return undefined;
  const isJson = isInJson(file);
  const around = findFunction(node);
  if (around === 'Sub') {
    if (!site.regionRange) return undefined;
    return { expression: region, changes: [{ range: site.regionRange, text: `\${${region}}` }] };
  }
  const mayHoldFunction =
    around === undefined ||
    around === 'Join' ||
    around === 'If' ||
    around === 'Base64' ||
    around === 'Select';
  if (!mayHoldFunction || node.style === 'block' || node.tag !== undefined) return undefined;
  if (node.text.includes('\\') || node.text.includes('\n')) return undefined;
  const text = isJson ? writeJson(node, site) : writeYaml(place, site);
  if (text === undefined) return undefined;
  return { expression: site.form === 'zone' ? 'Fn::GetAZs' : region, changes: [{ range: node.outer, text }] };
}

const isInJson = remember(
  ({ path, text }: DocumentFile): boolean => path.endsWith('.json') || /^\s*\{/.test(text),
);

/** The function of CloudFormation that a scalar is an argument of, without `Fn::`; undefined for none. */
function findFunction(node: ScalarNode): string | undefined {
  for (let each: DocumentNode | undefined = node; each; each = each.parent) {
    const name =
      each.tag?.replace(/^!/, '') ?? (each.key?.startsWith('Fn::') ? each.key.slice(4) : undefined);
    if (name !== undefined && name !== '') return name;
    // A map with keys of its own is no list of arguments, except for the variables of Sub.
    if (each.parent?.type === 'map' && !(each.key?.startsWith('Fn::') ?? false))
      return isEmbedded(each) ? findTagAbove(each) : undefined;
  }
  return undefined;
}

/** Whether a node stands in a document inside of a text. */
function isEmbedded(node: DocumentNode): boolean {
  for (let each: DocumentNode | undefined = node.parent; each; each = each.parent)
    if (each.type === 'scalar') return true;
  return false;
}

function findTagAbove(node: DocumentNode): string | undefined {
  for (let each: DocumentNode | undefined = node.parent; each; each = each.parent) {
    if (each.type !== 'scalar') continue;
    return (
      each.tag?.replace(/^!/, '') ??
      (each.key?.startsWith('Fn::') ? each.key.slice(4) : isFirstOfSub(each) ? 'Sub' : 'text')
    );
  }
  return undefined;
}

function isFirstOfSub({ key, parent }: DocumentNode): boolean {
  return key === '0' && (parent?.tag === '!Sub' || parent?.key === 'Fn::Sub');
}

function writeYaml({ node }: DocumentPlace, site: DocumentSite): string | undefined {
  if (site.form === 'region') return `!Ref ${region}`;
  if (site.form === 'zone') {
    const index = getZoneIndex(site.text);
    return index === undefined ? undefined : `!Select [${index}, !GetAZs '']`;
  }
  const text = toSub(node, site);
  if (text === undefined) return undefined;
  if (node.style === 'double') return `!Sub "${text}"`;
  if (node.style === 'single') return `!Sub '${text}'`;
  return isInFlow(node) || /[{}[\],] |: | #/.test(text) ? `!Sub '${text}'` : `!Sub ${text}`;
}

function writeJson(node: ScalarNode, site: DocumentSite): string | undefined {
  if (site.form === 'region') return `{ "Ref": "${region}" }`;
  if (site.form === 'zone') {
    const index = getZoneIndex(site.text);
    return index === undefined ? undefined : `{ "Fn::Select": [${index}, { "Fn::GetAZs": "" }] }`;
  }
  const text = toSub(node, site);
  return text === undefined ? undefined : `{ "Fn::Sub": "${text}" }`;
}

/** The text of a scalar with the stack's region in it; what looked like a variable before stays as it was. */
function toSub(node: ScalarNode, { regionRange, region: literal }: DocumentSite): string | undefined {
  if (!regionRange) return undefined;
  const [start] = node.range;
  const offset = regionRange[0] - start;
  const escape = (text: string) => text.replace(/\$\{(?!!)/g, '${!');
  return `${escape(node.text.slice(0, offset))}\${${region}}${escape(node.text.slice(offset + literal.length))}`;
}

function isInFlow(node: ScalarNode): boolean {
  for (let each: DocumentNode | undefined = node.parent; each; each = each.parent) {
    if (each.isFlow) return true;
  }
  return false;
}

/** `us-east-1b` is the second zone. Local zones have no number. */
function getZoneIndex(zone: string): number | undefined {
  const letter = /-\d([a-f])$/.exec(zone)?.[1];
  return letter === undefined ? undefined : letter.charCodeAt(0) - 97;
}
