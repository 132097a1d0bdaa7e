import { fork } from 'node:child_process';
import { Uri, commands, env, window, workspace, type LogOutputChannel, type WorkspaceFolder } from 'vscode';

/** The formats of `multi-region audit` that are for files. */
const formats = [
  { label: 'HTML', description: 'a page to share', format: 'html', extension: 'html' },
  { label: 'Markdown', description: 'for a pull request or a wiki', format: 'markdown', extension: 'md' },
  { label: 'CSV', description: 'for a spreadsheet', format: 'csv', extension: 'csv' },
  { label: 'JSON', description: 'for a program', format: 'json', extension: 'json' },
  { label: 'SARIF', description: 'for code scanning', format: 'sarif', extension: 'sarif' },
] as const;

/**
 * Asks for folder, format and file, and has the command line write the report there.
 *
 * @param module path of the server's bundle, which holds the command line
 */
export async function exportAudit(module: string, log: LogOutputChannel): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const choice = await window.showQuickPick(formats, { title: 'Export the Audit', placeHolder: 'Format' });
  if (!choice) return;
  const target = await window.showSaveDialog({
    title: 'Export the Audit',
    defaultUri: Uri.joinPath(folder.uri, `regions.${choice.extension}`),
    filters: { [choice.label]: [choice.extension] },
  });
  if (!target) return;
  try {
    const options = ['--format', choice.format, '--output', target.fsPath];
    // Code of an untrusted workspace is not run.
    if (!workspace.isTrusted) options.push('--no-config');
    await runAudit(module, options, folder.uri.fsPath);
  } catch (error) {
    log.error(error instanceof Error ? error.message : String(error));
    void window.showErrorMessage('The audit was not exported. The output says why.');
    return;
  }
  const open = choice.format === 'html' ? 'Open in browser' : 'Open';
  if ((await window.showInformationMessage(`The audit is in ${target.fsPath}.`, open)) !== open) return;
  if (choice.format === 'html') await env.openExternal(target);
  else await commands.executeCommand('vscode.open', target);
}

async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const { workspaceFolders: folders = [] } = workspace;
  return folders.length > 1 ? window.showWorkspaceFolderPick() : folders[0];
}

/** @throws an Error with what the command line wrote, when there is no report */
function runAudit(module: string, options: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const audit = fork(module, ['audit', '.', ...options], { cwd, silent: true, execArgv: [] });
    for (const stream of [audit.stdout, audit.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    audit.once('error', reject);
    audit.once('close', (code) => {
      // 1: there are findings.
      if (code === 0 || code === 1) resolve();
      else reject(new Error(output.trim() || `multi-region audit ended with exit code ${String(code)}.`));
    });
  });
}
