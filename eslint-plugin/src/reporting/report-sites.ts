import type { TSESLint } from '@typescript-eslint/utils';
import type { FileFacts } from '../facts/file-facts.ts';
import type { Range } from '../facts/place.ts';
import { getReportRange, type RegionSite } from '../facts/region-site.ts';
import { getReportedRoles } from '../facts/roles.ts';
import type { TextEdit } from '../facts/text-edit.ts';
import type { SourceText } from '../languages/source-text.ts';

/** The sites of a file that a rule reports, by the table of roles. */
export function createSiteFilter(rule: string): (facts: FileFacts) => RegionSite[] {
  const roles = getReportedRoles(rule);
  return ({ regionSites }) => regionSites.filter(({ role }) => roles.has(role));
}

/** Where a site is reported. */
export function getReportLocation(sourceCode: SourceText, site: RegionSite): TSESLint.AST.SourceLocation {
  return toLocation(sourceCode, getReportRange(site));
}

function toLocation(sourceCode: SourceText, [start, end]: Range): TSESLint.AST.SourceLocation {
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
}

/** Turns edits of one file into what a rule reports. */
export function toFix(edits: readonly TextEdit[]): TSESLint.ReportFixFunction {
  return (fixer) => edits.map(({ range, text }) => fixer.replaceTextRange(range, text));
}
