import { ConfigurationTarget, window, workspace } from 'vscode';

/** Switches the reports on or off, where the setting is kept already; otherwise for all windows of the user. */
export async function toggle(): Promise<void> {
  const settings = workspace.getConfiguration('multiRegion');
  const isOn = settings.get<boolean>('enable', true);
  const isOfWorkspace = settings.inspect('enable')?.workspaceValue !== undefined;
  await settings.update(
    'enable',
    !isOn,
    isOfWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global,
  );
  window.setStatusBarMessage(`Multi-Region is ${isOn ? 'off' : 'on'}.`, 5000);
}
