/** The style of the audit's page, in the colours of the user's theme. */
export const pageStyle = `
body { padding: 0 12px 12px; color: var(--vscode-foreground); font: var(--vscode-font-size)/1.5 var(--vscode-font-family); }
a { color: var(--vscode-textLink-foreground); text-decoration: none; }
a:hover { color: var(--vscode-textLink-activeForeground); text-decoration: underline; }
a:focus-visible, input:focus-visible + label { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
fieldset { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 4px; margin: 0; padding: 8px 0; border: 0; background: var(--vscode-panel-background, var(--vscode-editor-background)); }
legend, caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
input { position: absolute; opacity: 0; }
label { padding: 1px 8px; border: 1px solid currentcolor; border-radius: 10px; cursor: pointer; }
input:checked + label { background: var(--vscode-button-background); color: var(--vscode-button-foreground); border-color: var(--vscode-contrastActiveBorder, var(--vscode-button-background)); font-weight: 600; }
input:checked + label::before { content: '\\2713\\00a0'; }
.summary { margin: 8px 0 0; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; }
th:nth-child(1) { width: 17%; } th:nth-child(2) { width: 16%; } th:nth-child(3) { width: 80px; } th:nth-child(4) { width: 28%; }
thead button { padding: 0; border: 0; background: none; color: inherit; font: inherit; cursor: pointer; }
th[aria-sort='ascending'] button::after { content: ' \\2191'; } th[aria-sort='descending'] button::after { content: ' \\2193'; }
th, td { overflow-wrap: anywhere; padding: 3px 12px 3px 0; text-align: start; vertical-align: top; font-weight: normal; }
thead th { border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); }
tbody tr:hover { background: var(--vscode-list-hoverBackground); }
tbody th { font-weight: 600; }
tr.exposed td:nth-child(4) { font-weight: 600; }
tr.exposed td:nth-child(4)::before { content: '\\26a0\\00a0'; }
details { margin: 12px 0; } summary { cursor: pointer; } ol { padding-left: 2em; } li { padding: 2px 0; }
td:last-child { font-family: var(--vscode-editor-font-family); }
`;
