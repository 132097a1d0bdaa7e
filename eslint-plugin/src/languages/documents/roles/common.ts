import { remember } from '../../../remember.ts';
import { getHolder, isRegionKey, isWholeRegion, type DocumentPlace, type Judgement } from '../place.ts';
import { getText, type ListNode, type MapNode, type ScalarNode } from '../tree.ts';

/** Keys whose values are for people to read. */
const textKey =
  /^(?:description|summary|title|comment|comments|documentation|docs?|label|labels|note|notes|example|examples|display_?name|error_?message|message|help|annotations?|tags?|constraintdescription)$/i;

/** What holds for a place in any document: text, lists and maps of regions. Undefined where the kind of document decides. */
export function judgeAnywhere(place: DocumentPlace): Judgement | undefined {
  const { key, match, node, path } = place;
  if (match.form === 'pool-id') return { role: 'resource-id' };
  if (match.form === 'global-region') return { role: 'unknown' };
  if (textKey.test(key)) return { role: 'text' };
  if (path.some((each) => isWholeRegion(each))) return { role: 'catalogue' };
  if (isInRegionList(node)) return { role: 'catalogue' };
  return undefined;
}

/** Whether a region stands in a list with other regions. */
export function isInRegionList(node: ScalarNode): boolean {
  return node.parent?.type === 'list' && countRegions(node.parent) > 1;
}

const countRegions = remember(
  ({ items }: ListNode): number => items.filter((item) => isWholeRegion(getText(item))).length,
);

/** Whether the mapping around a region holds another region beside it: a primary and a secondary one. */
export function hasOtherRegionBeside({ match, node }: DocumentPlace): boolean {
  const holder = getHolder(node);
  if (!holder) return false;
  const regions = regionsIn(holder);
  return regions.size > (regions.has(match.region) ? 1 : 0);
}

const regionsIn = remember(({ entries }: MapNode): ReadonlySet<string> => {
  const texts = entries.flatMap(({ value }) => {
    if (value.type === 'list') return value.items.flatMap((item) => getText(item) ?? []);
    return getText(value) ?? [];
  });
  return new Set(texts.filter(isWholeRegion));
});

/** Whether the same ARN or host is listed for another region beside this one. */
export function isListedForOtherRegion({ match, node, text }: DocumentPlace): boolean {
  if (node.parent?.type !== 'list') return false;
  const pattern = text.replace(match.region, '\0');
  return node.parent.items.slice(0, mostCompared).some((item) => {
    const other = getText(item) ?? '';
    const at = other.indexOf(pattern.slice(0, pattern.indexOf('\0')));
    return other !== node.text && at >= 0 && isSameElsewhere(other, pattern, match.region);
  });
}

/** A list that is longer is none of a first and a second region; each of its items would be compared with all others. */
export const mostCompared = 300;

function isSameElsewhere(other: string, pattern: string, region: string): boolean {
  const [head = '', tail = ''] = pattern.split('\0');
  const start = other.indexOf(head) + head.length;
  const end = tail === '' ? other.length : other.indexOf(tail, start);
  const found = end < start ? '' : other.slice(start, end);
  return found !== region && isWholeRegion(found);
}

/** The name beside a value: `{ Name: AWS_REGION, Value: us-east-1 }`. */
export function getNameBeside(node: ScalarNode, key: string): string | undefined {
  if (!/^value$/i.test(key)) return undefined;
  const holder = getHolder(node);
  return holder && nameIn(holder);
}

const nameIn = remember(({ entries }: MapNode): string | undefined =>
  getText(entries.find((entry) => /^name$/i.test(entry.key))?.value),
);

/** Whether what a place stands under, or is named beside, is a region: `Region`, `{ Name: AWS_REGION, Value: … }`. */
export function isNamedRegion({ key, node }: DocumentPlace): boolean {
  return isRegionKey(getNameBeside(node, key) ?? key);
}

/** Whether a text is a script or the like, in which a host or a region is what a person wrote for one machine. */
export function isScript({ node, key }: DocumentPlace): boolean {
  if (
    /^(?:user_?data|zip_?file|inline_?code|code|script|commands?|run|install_?script|build_?spec|args?|function_?code)$/i.test(
      key,
    )
  )
    return true;
  return node.style === 'block' && /^\s*(?:#!|<powershell>|import |const |function )/.test(node.text);
}

/** The environment that keys or a path tell, the innermost first: `prod`, `staging`. */
export function findEnvironment(names: readonly string[]): string | undefined {
  for (const name of names.flatMap((each) => each.split('/').reverse())) {
    const found = environmentName.exec(name)?.[1];
    if (found) return found;
  }
  return undefined;
}

const environmentName =
  /(?:^|[/._-])((?:pre-?)?prod(?:uction)?|live|stag(?:e|ing)|dev(?:elopment)?|int(?:egration)?|qa|uat|perf|sandbox|build|demo|nonprod|preview|beta|dr)(?=$|[/._\d-])/i;
