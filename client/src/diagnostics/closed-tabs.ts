import {
  TabInputText,
  TabInputTextDiff,
  window,
  workspace,
  type DiagnosticCollection,
  type Disposable,
  type Tab,
  type Uri,
} from 'vscode';

/**
 * Takes back what is shown for a file when its last tab is closed, where only open files are reported. The language
 * client leaves that to the workspace's diagnostics, of which there are none then.
 */
export function clearClosedTabs(collection: DiagnosticCollection): Disposable {
  return window.tabGroups.onDidChangeTabs(({ closed }) => {
    if (workspace.getConfiguration('multiRegion').get('diagnostics.scope') === 'workspace') return;
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    const open = new Set(tabs.flatMap(getUris).map(String));
    for (const uri of closed.flatMap(getUris)) {
      if (!open.has(String(uri))) collection.delete(uri);
    }
  });
}

function getUris({ input }: Tab): Uri[] {
  if (input instanceof TabInputText) return [input.uri];
  return input instanceof TabInputTextDiff ? [input.original, input.modified] : [];
}
