import { Uri, commands, env, window, workspace } from 'vscode';

/** Says how the settings tell whether a service is critical and what its failover plan is, and helps to write it. */
export async function showCritical(service: string): Promise<void> {
  const entry = `settings: { 'multi-region': { services: { ${JSON.stringify(service)}: { critical: false, failover: 'the plan, in words' } } } },`;
  const copy = 'Copy';
  const open = 'Copy and Open Config';
  const [config] = await workspace.findFiles(
    'eslint.config.{js,cjs,mjs,ts,cts,mts}',
    '**/node_modules/**',
    1,
  );
  const choice = await window.showInformationMessage(
    `The settings do not say whether ${service} is critical. Put it into the ESLint config: critical: false for what no customer notices, failover for the plan.`,
    ...(config ? [open] : [copy]),
  );
  if (choice === undefined) return;
  await env.clipboard.writeText(entry);
  if (choice === open && config) await commands.executeCommand('vscode.open', Uri.parse(String(config)));
}
