import type { TSESLint } from '@typescript-eslint/utils';
import type { Node, SourceCode } from '../analysis/ast.ts';
import { remember } from '../analysis/remember.ts';
import type { RegionSite } from '../analysis/site.ts';
import { getEnvironmentExpression } from './environment.ts';

/**
 * The edit that reads the region inside an ARN, a host or a zone from the environment:
 * `'arn:aws:sqs:us-east-1:1:q'` becomes `` `arn:aws:sqs:${process.env.AWS_REGION}:1:q` ``.
 *
 * @returns undefined where the text cannot become a template: in JSX, in a type, a key or an import, or with escapes
 */
export function replaceEmbeddedRegion(
  sourceCode: SourceCode,
  site: RegionSite,
): { expression: string; fix: TSESLint.ReportFixFunction } | undefined {
  const { node, region, regionRange } = site;
  if (!regionRange) return undefined;
  // The pool of a Cognito issuer stays where it is.
  if (hasPool(node, sourceCode) && sourceCode.text.slice(...node.range).includes(`${region}_`))
    return undefined;
  const expression = getEnvironmentExpression(sourceCode, site);
  const fix = replaceInText(sourceCode, site, regionRange, `\${${expression}}`);
  return fix && { expression, fix };
}

/**
 * The edit that puts an expression into the text of a site, which becomes a template where it is none.
 *
 * @param range what is replaced, as offsets in the file
 * @param insertion the source of a stretch of template: `${name}`
 * @returns undefined where the text cannot become a template
 */
export function replaceInText(
  sourceCode: SourceCode,
  site: RegionSite,
  range: readonly [number, number],
  insertion: string,
): TSESLint.ReportFixFunction | undefined {
  const { node } = site;
  if (node.type === 'TemplateElement') {
    if (node.parent.parent.type === 'TaggedTemplateExpression') return undefined;
    return (fixer) => fixer.replaceTextRange(range, insertion);
  }
  if (node.type !== 'Literal' || !contains(node.range, range)) return undefined;
  if (!isPlainExpression(site) || !isPlainText(node, sourceCode)) return undefined;
  const before = sourceCode.text.slice(node.range[0] + 1, range[0]);
  const after = sourceCode.text.slice(range[1], node.range[1] - 1);
  return (fixer) => fixer.replaceText(node, `\`${before}${insertion}${after}\``);
}

// Thousands of ARNs may stand in one literal: what holds for all of them is found out once.
const hasPool = remember((literal: Node, { text }: SourceCode) => /\d_/.test(text.slice(...literal.range)));
const isPlainText = remember(
  (literal: Node, { text }: SourceCode) => !/[\\`]|\$\{/.test(text.slice(...literal.range)),
);

function isPlainExpression({ node }: RegionSite): boolean {
  const { parent } = node;
  if (parent?.type === 'Property' && parent.key === node) return false;
  return (
    parent !== undefined &&
    !/^(?:JSXAttribute|TSLiteralType|TSEnumMember|Import\w+|Export\w+Declaration|ExpressionStatement)$/.test(
      parent.type,
    )
  );
}

function contains(
  [outerStart, outerEnd]: readonly [number, number],
  [start, end]: readonly [number, number],
): boolean {
  return outerStart <= start && end <= outerEnd;
}
