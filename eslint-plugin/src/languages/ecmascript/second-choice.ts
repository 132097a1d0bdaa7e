import type { TSESTree } from '@typescript-eslint/utils';
import { type FunctionNode, getDottedName, type Node, type SourceCode } from './ast.ts';

/** What a second choice stands in for: `getRegion` of `config.getRegion() ?? 'us-east-1'`. */
export function getMissingName(left: Node): string {
  const last = left.type === 'LogicalExpression' ? left.right : left;
  let name = getDottedName(last);
  for (let end = findCall(name); end !== ''; end = findCall(name)) name = name.slice(0, -end.length);
  return name.slice(name.lastIndexOf('.') + 1);
}

/** What a name ends with that is no part of it: `()` or `.trim`. */
function findCall(name: string): string {
  return ['()', '.trim'].find((end) => name.endsWith(end)) ?? '';
}

/** The last statement of a function that has returned something better before: `if (options.region) return options.region`. */
export function isLastResort(statement: TSESTree.ReturnStatement, owner: FunctionNode): boolean {
  if (owner.body.type !== 'BlockStatement' || owner.body.body.at(-1) !== statement) return false;
  return owner.body.body.some((earlier) => {
    if (earlier.type !== 'IfStatement') return false;
    const { consequent } = earlier;
    const last = consequent.type === 'BlockStatement' ? consequent.body.at(-1) : consequent;
    return (
      last?.type === 'ReturnStatement' &&
      (last.argument?.type === 'MemberExpression' || last.argument?.type === 'Identifier')
    );
  });
}

/**
 * Whether an assignment is made for the case that there is no value yet: `if (!region) region = …`, also further inside, and
 * where the other branch has something better: `if (given) options.region = given; else options.region = …`.
 */
export function isForMissing(
  { text }: SourceCode,
  { left, operator, parent }: TSESTree.AssignmentExpression,
): boolean {
  if (operator !== '=') return false;
  for (let inner: Node = parent; inner.parent; inner = inner.parent) {
    const outer: Node = inner.parent;
    if (outer.type === 'IfStatement') {
      if (outer.consequent === inner && isMissing(outer.test)) return true;
      if (outer.alternate === inner && setsOther(outer.consequent)) return true;
    } else if (outer.type !== 'BlockStatement') return false;
  }
  return false;

  /** Whether a branch gives the same target something that is not written down. */
  function setsOther(branch: Node): boolean {
    const statements = branch.type === 'BlockStatement' ? branch.body : [branch];
    return statements.some(
      (each) =>
        each.type === 'ExpressionStatement' &&
        each.expression.type === 'AssignmentExpression' &&
        isTarget(each.expression.left) &&
        ['Identifier', 'MemberExpression'].includes(each.expression.right.type),
    );
  }

  function isMissing(test: Node): boolean {
    if (test.type === 'LogicalExpression' && test.operator === '||')
      return isMissing(test.left) || isMissing(test.right);
    if (test.type === 'UnaryExpression' && test.operator === '!') return isTarget(test.argument);
    if (test.type !== 'BinaryExpression' || !/^===?$/.test(test.operator)) return false;
    const isNothing = /^(?:null|undefined|''|""|'undefined'|"undefined")$/.test(
      text.slice(...test.right.range),
    );
    return isNothing && isTarget(test.left.type === 'UnaryExpression' ? test.left.argument : test.left);
  }

  function isTarget(node: Node): boolean {
    return text.slice(...node.range) === text.slice(...left.range);
  }
}

/**
 * Whether the other branch of a condition is no literal, so that this one is what is left: `x ? x : 'us-east-1'`,
 * `!x ? 'us-east-1' : x`. In `isEuropean ? 'eu-west-1' : region` it is a choice, not what is left.
 */
export function isChosenByCondition(
  sourceCode: SourceCode,
  { test, consequent, alternate }: TSESTree.ConditionalExpression,
  node: Node,
): boolean {
  const other = consequent === node ? alternate : consequent;
  if (other.type !== 'MemberExpression' && other.type !== 'Identifier' && other.type !== 'CallExpression')
    return false;
  // `isLocal ? getLocalConfig() : { region: 'eu-west-1' }`: two ways to a whole object.
  if (node.type === 'ObjectExpression' && other.type === 'CallExpression') return false;
  return (
    consequent !== node || /^!|===? *(?:null|undefined|''|"")/.test(sourceCode.text.slice(...test.range))
  );
}

/** `partition === 'aws-cn' ? 'cn-north-1' : region`: what stands for a partition or for this machine, elsewhere the region is used. */
export function isTranslated(
  { text }: SourceCode,
  { test, consequent, alternate }: TSESTree.ConditionalExpression,
  node: Node,
): boolean {
  // S3 answers `EU`, or nothing for us-east-1.
  if (/locationConstraint|bucketRegion/i.test(text.slice(...test.range))) return true;
  if (consequent !== node || alternate.type === 'Literal') return false;
  return /partition|\bgov|china|['"`]aws-|is_?local|offline|['"`]local/i.test(text.slice(...test.range));
}
