import { getDottedName, getKeyName, isCall, type Node, type SourceCode } from '../ast.ts';
import { resolveImport } from '../imports.ts';
import type { RegionRole } from '../../../facts/roles.ts';
import { followValue } from '../value-flow.ts';
import { isPartOfAddress } from './address-part.ts';
import { isOtherVendor, isTextCallee } from './names.ts';
import { getStructureRole } from './structure.ts';

/**
 * Judges an availability zone that stands alone in a literal: it counts where it goes by the name of a
 * zone into something that runs.
 *
 * @param isConfig whether the file is a config module
 */
export function getZoneRole(sourceCode: SourceCode, literal: Node, isConfig: boolean): RegionRole {
  for (const { kind, by, path, trail } of followValue(sourceCode, literal)) {
    const isAddress = (kind === 'template' || kind === 'concatenation') && isPartOfAddress(sourceCode, by);
    if (!isAddress && kind !== 'argument' && kind !== 'assignment' && kind !== 'export') continue;
    if (kind === 'argument' && isCall(by)) {
      const callee = getDottedName(by.callee);
      if (isTextCallee(callee)) continue;
      if (isOtherVendor(resolveImport(sourceCode, by.callee)?.module ?? callee)) return 'other-vendor';
    }
    if (getStructureRole(sourceCode, trail)) return 'catalogue';
    const target =
      by.type === 'AssignmentExpression' && by.left.type === 'MemberExpression' ? by.left : undefined;
    if (![...path, ...trail.names, target ? (getKeyName(target) ?? '') : ''].some(isZoneName)) continue;
    if (isConfig && (kind === 'export' || isCommonExport(by))) return 'config-module';
    const [list] = trail.containers;
    const isFurther = list?.type === 'ArrayExpression' && list.elements.slice(1).some((e) => e === literal);
    if (isFurther) return 'catalogue'; // one report for each list
    return 'zone';
  }
  return 'unknown';
}

/** `module.exports = …`, `exports.zones = …` */
function isCommonExport(by: Node): boolean {
  return by.type === 'AssignmentExpression' && /^(?:module\.)?exports\b/.test(getDottedName(by.left));
}

function isZoneName(name: string): boolean {
  return /zone|(?:^|_)azs?(?:$|_)|Azs?(?=[A-Z]|$)|placement/i.test(name) || /^azs?$/i.test(name);
}
