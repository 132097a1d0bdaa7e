/**
 * The script of the audit's page: tells which region is chosen, sorts by a column, and keeps the place when the page is made
 * anew.
 */
export const pageScript = `
const vscode = acquireVsCodeApi();
addEventListener('change', ({ target }) => vscode.postMessage({ region: target.value }));
addEventListener('scroll', () => vscode.setState(scrollY));
scrollTo(0, vscode.getState() ?? 0);
for (const button of document.querySelectorAll('thead button')) {
  button.addEventListener('click', () => {
    const head = button.parentElement;
    const isUp = head.ariaSort !== 'ascending';
    for (const each of head.parentElement.cells) each.ariaSort = null;
    head.ariaSort = isUp ? 'ascending' : 'descending';
    const body = head.closest('table').tBodies[0];
    const text = (row) => row.cells[head.cellIndex].textContent;
    const rows = [...body.rows].sort((a, b) => text(a).localeCompare(text(b), undefined, { numeric: true }));
    body.append(...(isUp ? rows : rows.reverse()));
  });
}
`;

/** What the script sends. */
export interface PageMessage {
  /** Empty: all. */
  region: string;
}
