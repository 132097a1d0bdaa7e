import { CodeActionKind } from 'vscode-languageserver/node';

/** All edits of a file that change nothing of what it does. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.multiRegion`;

/** All regions of a file, or of the workspace, into config. */
export const extractKind = `${CodeActionKind.RefactorExtract}.multiRegion`;

/** A module of ours in a newer version. */
export const rewriteKind = `${CodeActionKind.RefactorRewrite}.multiRegion`;

/** Kinds are hierarchic: a request for `quickfix` includes `quickfix.x`. */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only?.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`)) ?? true;
}
