// The package's entry `eslint-plugin-multi-region/facts`: what the rules know of a file, for other uses of it.
export { countUntil } from './count-until.ts';
export { type ClientProblem, clientProblems } from './facts/client-problems.ts';
export type * from './facts/client-site.ts';
export { type FileFacts, noFacts } from './facts/file-facts.ts';
export { findReportedFact, type ReportedFact } from './facts/find-reported.ts';
export type * from './facts/place.ts';
export { type Cloud, getReportRange, type RegionForm, type RegionSite } from './facts/region-site.ts';
export type * from './facts/resource-site.ts';
export type { TextEdit } from './facts/text-edit.ts';
export { getReportedRoles, getRole, type RegionRole } from './facts/roles.ts';
export { getProjectPath, isConfigModule, isGeneratedPath, isTestPath } from './file-kind.ts';
export { isTestDocument } from './languages/documents/is-test-document.ts';
export { type FactsInput, getFacts, isLeftOut } from './languages/get-facts.ts';
export { forgetRemembered } from './remember.ts';
export { readSettings, type Settings } from './settings.ts';
