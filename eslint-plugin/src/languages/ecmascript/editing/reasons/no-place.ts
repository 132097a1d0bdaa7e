import type { Node, SourceCode } from '../../ast.ts';
import { getDottedName, getKeyName } from '../../ast.ts';
import type { RegionSite } from '../../../../facts/region-site.ts';
import { getLiteralNode, getWholeLiteral } from '../../literal.ts';
import { getEnvironmentVariable } from '../fallback.ts';

/** Why a zone is in one region only: Local Zones and Wavelength Zones have no namesake in another one. */
export function findNoPlace({ cloud, form, region, text }: RegionSite): string | undefined {
  return cloud === 'aws' && form === 'zone' && text.startsWith(`${region}-`)
    ? `This Local Zone or Wavelength Zone is in ${region} only.`
    : undefined;
}

const wrapping = /^(?:Logical|Conditional|TSAs|TSNonNull)Expression$|^TemplateLiteral$/;

/** Why a region that sets the environment stays: `process.env.X = value`, also as `process.env.X ??= value`. */
export function findEnvironmentStore(sourceCode: SourceCode, site: RegionSite): string | undefined {
  let value: Node = getWholeLiteral(getLiteralNode(sourceCode, site));
  while (value.parent && wrapping.test(value.parent.type)) value = value.parent;
  const { parent } = value;
  const target = parent?.type === 'AssignmentExpression' && parent.right === value ? parent.left : undefined;
  return target && isEnvironment(target)
    ? 'This line sets the environment, which config reads: set the variable where the program is started, and remove the line.'
    : undefined;
}

/** A variable of the environment, by name or computed. */
function isEnvironment(target: Node): boolean {
  if (getEnvironmentVariable(target) !== undefined) return true;
  if (target.type !== 'MemberExpression') return false;
  const object = target.object;
  return (
    /^(?:(?:globalThis\.)?process|import\.meta|Bun)\.env$/.test(getDottedName(object)) ||
    (object.type === 'MemberExpression' && getKeyName(object) === 'env')
  );
}
