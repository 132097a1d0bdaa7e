/** The script of the audit's page: tells which region is chosen, and keeps the place when the page is made anew. */
export const pageScript = `
const vscode = acquireVsCodeApi();
addEventListener('change', ({ target }) => vscode.postMessage({ region: target.value }));
addEventListener('scroll', () => vscode.setState(scrollY));
scrollTo(0, vscode.getState() ?? 0);
`;

/** What the script sends. */
export interface PageMessage {
  /** Empty: all. */
  region: string;
}
