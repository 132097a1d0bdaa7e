import type { TSESLint } from '@typescript-eslint/utils';
import { getKeyName, type Node, type SourceCode } from '../analysis/ast.ts';
import { remember } from '../analysis/remember.ts';
import type { RegionSite } from '../analysis/site.ts';

/**
 * The expression that reads a region from the environment where the site's code runs.
 *
 * @returns `process.env.AWS_REGION`, or what the framework of the file offers instead
 */
export function getEnvironmentExpression(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { cloud, role }: RegionSite,
): string {
  const isClient = role === 'client-option' || role === 'sdk-config';
  if (!isClient && cloud === 'aws' && isCdkFile(sourceCode)) return 'process.env.CDK_DEFAULT_REGION';
  const variable =
    cloud === 'aws' ? 'AWS_REGION' : cloud === 'gcp' ? 'GOOGLE_CLOUD_REGION' : 'AZURE_LOCATION';
  return isViteFile(sourceCode) ? `import.meta.env.VITE_${variable}` : `process.env.${variable}`;
}

const isCdkFile = remember(({ text }: SourceCode) => /['"](?:aws-cdk-lib|@aws-cdk\/core)/.test(text));
/** Whether a file reads its settings as Vite's do, so that it may run in a browser. */
export const isViteFile = remember(({ text }: SourceCode) => text.includes('import.meta.env.'));

/**
 * The edit that puts the expression in the literal's place.
 *
 * @returns undefined where the literal is no expression of its own
 */
export function readFromEnvironment(
  sourceCode: Readonly<TSESLint.SourceCode>,
  site: RegionSite,
): { expression: string; fix: TSESLint.ReportFixFunction } | undefined {
  const { node } = site;
  if (site.form !== 'region' || node.parent === undefined) return undefined;
  const target = node.type === 'TemplateElement' ? node.parent : node;
  const expression = getEnvironmentExpression(sourceCode, site);
  if (isAssignedTo(target, expression)) return undefined;
  const replaced = withoutConstAssertion(target);
  return {
    expression,
    fix: (fixer) => fixer.replaceText(replaced, separate(sourceCode, replaced, expression)),
  };
}

/** `return'us-east-1'` needs no space, `return process.env.AWS_REGION` does. */
function separate({ text }: SourceCode, { range: [start, end] }: Node, expression: string): string {
  const before = /\w/.test(text.charAt(start - 1)) ? ' ' : '';
  const after = /\w/.test(text.charAt(end)) ? ' ' : '';
  return `${before}${expression}${after}`;
}

/** `'us-east-1' as const` and `<const>'us-east-1'` have to go as a whole: only literals can be const. */
function withoutConstAssertion(node: Node): Node {
  const { parent } = node;
  const isConst =
    (parent?.type === 'TSAsExpression' || parent?.type === 'TSTypeAssertion') &&
    parent.typeAnnotation.type === 'TSTypeReference' &&
    parent.typeAnnotation.typeName.type === 'Identifier' &&
    parent.typeAnnotation.typeName.name === 'const';
  return isConst ? parent : node;
}

/** `process.env.AWS_REGION = 'us-east-1'` would become an assignment to itself. */
function isAssignedTo(node: Node, expression: string): boolean {
  const { parent } = node;
  return (
    parent?.type === 'AssignmentExpression' &&
    parent.left.type === 'MemberExpression' &&
    expression.endsWith(`.${getKeyName(parent.left) ?? ''}`)
  );
}
