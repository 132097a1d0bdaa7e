import type { TSESLint } from '@typescript-eslint/utils';
import type { SourceCode } from '../languages/ecmascript/ast.ts';
import { remember } from '../languages/ecmascript/remember.ts';
import type { RegionSite } from '../languages/ecmascript/site.ts';
import { toFix } from '../languages/ecmascript/editing/edit.ts';
import { replaceRegion } from '../languages/ecmascript/editing/replace-region.ts';

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
 * The edit that reads the region of a site from the environment: `'us-east-1'` becomes `process.env.AWS_REGION`,
 * `'arn:aws:sqs:us-east-1:1:q'` becomes `` `arn:aws:sqs:${process.env.AWS_REGION}:1:q` ``.
 *
 * @returns undefined where no expression can stand
 */
export function readFromEnvironment(
  sourceCode: SourceCode,
  site: RegionSite,
): { expression: string; fix: TSESLint.ReportFixFunction } | undefined {
  const expression = getEnvironmentExpression(sourceCode, site);
  const edit = replaceRegion(sourceCode, site, expression);
  return edit && { expression, fix: toFix([edit]) };
}

export const environmentMessages = { readEnvironment: 'Read the region from {{expression}}.' };

/** The suggestion to read the region of a site from the environment; empty where no expression can stand. */
export function suggestEnvironment(
  sourceCode: SourceCode,
  site: RegionSite,
): TSESLint.SuggestionReportDescriptor<'readEnvironment'>[] {
  const reading = readFromEnvironment(sourceCode, site);
  if (!reading) return [];
  const { expression, fix } = reading;
  return [{ messageId: 'readEnvironment', data: { expression }, fix }];
}
