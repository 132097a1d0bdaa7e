import { window } from 'vscode';
import type { AuditView } from './audit-view.ts';

/** Asks for a region and shows its rows. */
export async function filterAudit(view: AuditView): Promise<void> {
  if (view.getRegions().length === 0) await view.open();
  const all = { label: 'All regions', region: undefined };
  const regions = view.getRegions().map(({ region, places, share }) => ({
    label: region,
    description: `${Math.max(1, Math.round(100 * share))}%, ${places} ${places === 1 ? 'place' : 'places'}`,
    region,
  }));
  const choice = await window.showQuickPick([all, ...regions], {
    title: 'Filter the Audit',
    placeHolder: 'Region whose services are shown',
  });
  if (choice) view.filter(choice.region);
}
