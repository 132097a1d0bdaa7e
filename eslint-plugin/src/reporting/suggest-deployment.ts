import type { TSESLint } from '@typescript-eslint/utils';
import type { RegionSite } from '../facts/region-site.ts';
import type { Language } from '../languages/language.ts';
import type { SourceText } from '../languages/source-text.ts';
import { toFix } from './report-sites.ts';

export const deploymentMessages = { readEnvironment: 'Read the region from {{expression}}.' };

/** The suggestion to read the region of a site from where its surroundings have theirs; empty where that cannot be. */
export function suggestDeployment(
  language: Language,
  sourceCode: SourceText,
  site: RegionSite,
): TSESLint.SuggestionReportDescriptor<'readEnvironment'>[] {
  const reading = language.edits?.followDeployment?.(sourceCode, site);
  if (!reading) return [];
  const { expression, edits } = reading;
  return [{ messageId: 'readEnvironment', data: { expression }, fix: toFix(edits) }];
}
