import { Disposable, MarkdownString, StatusBarAlignment, ThemeColor, window, workspace } from 'vscode';
import type { LanguageServer } from './language-server.ts';
import type { RegionCount, ServerStatus } from './messages.ts';
import { getShares, getShown } from './region-shares.ts';

/**
 * Shows in the status bar how much of the code depends on its most frequent region (or on the user's home region), and
 * whether the server is at work. It is hidden where no region is found and nothing is wrong. Switched off, it stays: it is the
 * way back.
 *
 * @param server whose status is shown
 * @param commands.audit what a click runs
 * @param commands.toggle what a click runs while reports are off
 */
export function createStatusItem(
  server: LanguageServer,
  commands: { audit: string; toggle: string },
): Disposable {
  // Right, where linters are; low priority, so that others are not moved.
  const item = window.createStatusBarItem('multiRegion.status', StatusBarAlignment.Right, 50);
  item.name = 'Multi-Region';
  let status: ServerStatus | undefined;
  const listeners = Disposable.from(
    server.onDidChangeStatus((current) => {
      status = current;
      show();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('multiRegion')) show();
    }),
  );
  show();
  return Disposable.from(listeners, item);

  function show(): void {
    const settings = workspace.getConfiguration('multiRegion');
    if (!settings.get<boolean>('enable', true)) {
      showOff();
      return;
    }
    const home = settings.get<string>('homeRegion', '');
    const text = status && describe(status, home);
    if (!status || text === undefined) {
      item.hide();
      return;
    }
    item.text = text;
    item.command = commands.audit;
    item.tooltip = createTooltip(status);
    item.backgroundColor = status.warning ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    item.accessibilityInformation = { label: `Multi-Region: ${speak(status, home)}`, role: 'button' };
    item.show();
  }

  function showOff(): void {
    item.text = '$(circle-slash) Multi-Region off';
    item.command = commands.toggle;
    item.tooltip = 'Multi-Region reports nothing (setting multiRegion.enable). Click to enable it.';
    item.backgroundColor = undefined;
    item.accessibilityInformation = { label: 'Multi-Region is off. Enable it.', role: 'button' };
    item.show();
  }
}

function describe({ state, regions, warning }: ServerStatus, home: string): string | undefined {
  const top = getShown(regions, home);
  if (!top && !warning) return undefined;
  const icon = warning ? '$(warning)' : state === 'working' ? '$(sync~spin)' : '$(globe)';
  return `${icon} ${top ? `${top.region}: ${top.count} of ${top.total} places` : 'Multi-Region'}`;
}

function speak({ state, regions, warning }: ServerStatus, home: string): string {
  const top = getShown(regions, home);
  const share = top && `${top.count} of the ${top.total} places that name a region name ${top.region}.`;
  return [share, state === 'working' && 'Still counting.', warning].filter(Boolean).join(' ');
}

function createTooltip({ state, regions, findings, warning }: ServerStatus): MarkdownString {
  const tooltip = new MarkdownString();
  if (warning) tooltip.appendText(`${warning}\n\n`);
  const counting = state === 'working' ? ' (still counting)' : '';
  tooltip.appendMarkdown(`**Places that name a region**${counting}\n\n${listShares(regions)}\n\n`);
  tooltip.appendMarkdown(`${findings} ${findings === 1 ? 'finding' : 'findings'}. Click for the audit.`);
  return tooltip;
}

const listed = 8;

function listShares(regions: readonly RegionCount[]): string {
  const shares = getShares(regions);
  const lines = shares
    .slice(0, listed)
    .map(({ region, count, percent }) => `| \`${region}\` | ${count} | &nbsp;&nbsp;${percent}% |`);
  const rest = shares.length - listed;
  return ['| | | |', '|:--|--:|--:|', ...lines, ...(rest > 0 ? [`| and ${rest} more | | |`] : [])].join('\n');
}
