/** The style of the audit's page, in the colours of the user's theme. */
export const pageStyle = `
body { padding: 0 12px 12px; color: var(--vscode-foreground); font: var(--vscode-font-size)/1.5 var(--vscode-font-family); }
a { color: var(--vscode-textLink-foreground); text-decoration: none; }
a:hover { color: var(--vscode-textLink-activeForeground); text-decoration: underline; }
a:focus-visible, input:focus-visible + label { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
fieldset { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 4px; margin: 0; padding: 8px 0; border: 0; background: var(--vscode-panel-background, var(--vscode-editor-background)); }
legend, caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
input { position: absolute; opacity: 0; }
label { padding: 1px 8px; border: 1px solid var(--vscode-contrastBorder, transparent); border-radius: 10px; background: var(--vscode-badge-background); color: var(--vscode-badge-foreground); cursor: pointer; }
label small { opacity: 0.8; }
input:checked + label { background: var(--vscode-button-background); color: var(--vscode-button-foreground); border-color: var(--vscode-contrastActiveBorder, transparent); }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 3px 12px 3px 0; text-align: start; vertical-align: top; font-weight: normal; }
thead th { color: var(--vscode-descriptionForeground); border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); }
tbody tr:hover { background: var(--vscode-list-hoverBackground); }
tbody th { font-weight: 600; }
tr.exposed td:nth-child(4) { color: var(--vscode-editorWarning-foreground); }
td:last-child { font-family: var(--vscode-editor-font-family); }
`;
