import { getCloud } from '../../../clouds/clouds.ts';
import type { RegionSite } from '../../../facts/region-site.ts';
import type { NamedEdit } from '../../language.ts';
import { remember } from '../../../remember.ts';
import type { SourceCode } from '../ast.ts';
import { replaceRegions } from './replace-region.ts';
import { listTogether } from './zone-list.ts';

/**
 * The expression that reads a region from the environment where the site's code runs.
 *
 * @returns `process.env.AWS_REGION`, or what the framework of the file offers instead
 */
export function getEnvironmentExpression(
  sourceCode: SourceCode,
  { cloud, role }: Pick<RegionSite, 'cloud' | 'role'>,
): string {
  const isClient = role === 'client-option' || role === 'sdk-config';
  if (!isClient && cloud === 'aws' && isCdkFile(sourceCode)) return 'process.env.CDK_DEFAULT_REGION';
  const { variable } = getCloud(cloud);
  return isViteFile(sourceCode) ? `import.meta.env.VITE_${variable}` : `process.env.${variable}`;
}

const isCdkFile = remember(({ text }: SourceCode) => /['"](?:aws-cdk-lib|@aws-cdk\/core)/.test(text));
/** Whether a file reads its settings as Vite's do, so that it may run in a browser. */
export const isViteFile = remember(({ text }: SourceCode) => text.includes('import.meta.env.'));

/**
 * The edits that read the region of a site, and those of its list, from the environment: `'us-east-1'` becomes `process.env.AWS_REGION`,
 * `'arn:aws:sqs:us-east-1:1:q'` becomes `` `arn:aws:sqs:${process.env.AWS_REGION}:1:q` ``.
 *
 * @returns undefined where no expression can stand
 */
export function followDeployment(sourceCode: SourceCode, site: RegionSite): NamedEdit | undefined {
  const expression = getEnvironmentExpression(sourceCode, site);
  const { edits, refused } = replaceRegions(
    sourceCode,
    listTogether(sourceCode, site).map((each) => ({ site: each, expression })),
  );
  return refused.length > 0 || edits.length === 0 ? undefined : { expression, edits };
}
