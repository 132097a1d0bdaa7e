import type { TSESTree } from '@typescript-eslint/utils';
import type { Node, SourceCode } from '../../ast.ts';
import { findAncestor, getKeyName, getLastName } from '../../ast.ts';
import type { RegionSite } from '../../../../facts/region-site.ts';
import { remember } from '../../../../remember.ts';
import { findFirstFrom } from '../../comments.ts';
import { getLiteralNode, getWholeLiteral } from '../../literal.ts';

/** What a comment says when the region is there for good: a rule of the cloud, or a decision. */
const reasons = [
  // `must be in us-east-1`, `this region is required`
  /\b(?:must|has to|have to|had to|needs? to|required|should always|can only|only|always|cannot|can't|not)\b[^.]{0,60}\b(?:regions?|virginia|(?:us|eu|ap|sa|ca|me|af|il|mx|cn)-[a-z]+-\d)\b/i,
  /\b(?:regions?|(?:us|eu|ap|sa|ca|me|af|il|mx|cn)-[a-z]+-\d)\b[^.]{0,60}\b(?:must|has to|have to|required|only|always|cannot|can't|mandatory)\b/i,
  // what else would have to change: `in another region, add its account`
  /\b(?:another|different|other) (?:aws |cloud |gcp |azure )?regions?\b|\bregions? (?:other than|different from|apart from|except)\b/i,
  // services of one region, and regions that have to be switched on
  /\b(?:cloudfront|lambda@edge|edge functions?|opt-?in|global (?:service|resource)s?|billing metrics)\b/i,
  // decisions
  /\b(?:gdpr|residency|compliance|by law|on purpose|intentional(?:ly)?|do(?: not|n't) (?:change|move))\b/i,
];

/** What S3 means when it answers with no region: its name is a fact, not a setting. */
const answers = /^(?:BucketRegion|LocationConstraint|bucketRegion|bucketLocation|locationConstraint)$/;

/**
 * Why a region is right where it stands, as the comment beside it says.
 *
 * @returns a sentence that quotes the comment; undefined where no comment gives a reason
 */
export function findStatedReason(sourceCode: SourceCode, site: RegionSite): string | undefined {
  const comment = findCommentsBeside(
    sourceCode,
    getWholeLiteral(getLiteralNode(sourceCode, site)),
    site.region,
  ).find((text) => reasons.some((reason) => reason.test(text)));
  return comment === undefined
    ? undefined
    : `The comment beside it says why it is here: "${shorten(comment)}".`;
}

/** Why a region is the translation of an answer: `found.BucketRegion || 'us-east-1'`. */
export function findTranslation(sourceCode: SourceCode, site: RegionSite): string | undefined {
  const literal = getWholeLiteral(getLiteralNode(sourceCode, site));
  const { parent } = literal;
  const other =
    parent?.type === 'LogicalExpression' && parent.right === literal
      ? parent.left
      : parent?.type === 'ConditionalExpression'
        ? parent.test
        : undefined;
  if (!other) return undefined;
  const tested = other.type === 'BinaryExpression' ? other.left : other;
  return answers.test(getLastName(tested))
    ? 'This is what S3 means by an answer without a region, not a setting.'
    : undefined;
}

/** The texts of the comments that belong to the line, the property or the statement of a node. */
function findCommentsBeside(sourceCode: SourceCode, node: Node, region: string): string[] {
  const owners = [
    node,
    findAncestor(node, ({ type }) => type === 'Property' || type === 'PropertyDefinition'),
    findAncestor(node, ({ type }) => /Statement$|Declaration$/.test(type)),
    findOwner(node),
  ].filter((owner) => owner !== undefined);
  const lineStart = (line: number) => sourceCode.getIndexFromLoc({ line, column: 0 });
  const starts = new Set(owners.map(({ loc }) => lineStart(loc.start.line)));
  for (const line of listLinesAbove(sourceCode, node, region)) starts.add(lineStart(line));
  const { start, end } = node.loc;
  const line = [
    lineStart(start.line),
    lineStart(end.line) + (sourceCode.lines[end.line - 1]?.length ?? 0),
  ] as const;
  const onLine = sourceCode
    .getAllComments()
    .slice(findFirstFrom(sourceCode, line[0]), findFirstFrom(sourceCode, line[1]))
    .filter(({ range }) => range[1] <= line[1])
    .map(({ value }) => clean(value));
  const above = [...starts]
    .sort((a, b) => a - b)
    .map((start) => readBlocksAbove(sourceCode).get(start))
    .filter((block) => block !== undefined);
  return [...above, ...onLine];
}

/** What stands further down is hardly meant by a comment any more. */
const mostLinesUnderHeading = 8;

const getPlaces = remember(
  ({ body }: TSESTree.BlockStatement | TSESTree.Program): ReadonlyMap<Node, number> =>
    new Map(body.map((statement, index) => [statement, index])),
);

/** The lines of the statements right above that have the region as well: a comment may be the heading of all of them. */
function listLinesAbove(sourceCode: SourceCode, node: Node, region: string): number[] {
  const statement = findAncestor(node, ({ type }) => /Statement$|Declaration$/.test(type));
  const { parent } = statement ?? {};
  if (!statement || (parent?.type !== 'Program' && parent?.type !== 'BlockStatement')) return [];
  const { body } = parent;
  const lines: number[] = [];
  let below: Node = statement;
  const start = getPlaces(parent).get(statement) ?? 0;
  for (let index = start - 1; index >= 0 && index >= start - mostLinesUnderHeading; index--) {
    const above = body[index];
    if (above?.loc.end.line !== below.loc.start.line - 1) break;
    if (!sourceCode.text.slice(...above.range).includes(region)) break;
    lines.push(above.loc.start.line);
    below = above;
  }
  return lines;
}

/** The comments in lines that follow each other, as one text, by the offset of the line below them. */
const readBlocksAbove = remember((sourceCode: SourceCode): ReadonlyMap<number, string> => {
  const { text } = sourceCode;
  const blocks = new Map<number, string>();
  let values: string[] = [];
  const comments = sourceCode.getAllComments();
  comments.forEach(({ value, range }, index) => {
    values.push(value);
    const next = comments[index + 1];
    if (next && /^[ \t]*\r?\n[ \t]*$/.test(text.slice(range[1], next.range[0]))) return;
    const below = skipLineEnd(text, range[1]);
    if (below !== undefined) blocks.set(below, clean(values.join(' ')));
    values = [];
  });
  return blocks;
});

/** @returns where the next line begins; undefined when more than white space is in between */
function skipLineEnd(text: string, offset: number): number | undefined {
  let end = offset;
  while (text[end] === ' ' || text[end] === '\t' || text[end] === '\r') end++;
  return text[end] === '\n' ? end + 1 : undefined;
}

/** The nearest property that holds an object the node is in: the comment above `logging: { bucket: { region } }` is about all of it. */
function findOwner(node: Node): Node | undefined {
  const property = findAncestor(node, ({ type }) => type === 'Property');
  const outer = property && findAncestor(property, ({ type }) => type === 'Property');
  return outer?.type === 'Property' && getKeyName(outer) !== undefined ? outer : undefined;
}

function clean(value: string): string {
  return value
    .replace(/^[ \t]*\*+/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function shorten(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}
