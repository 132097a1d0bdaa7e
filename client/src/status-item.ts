import { Disposable, MarkdownString, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { LanguageServer } from './language-server.ts';
import type { RegionCount, ServerStatus } from './messages.ts';
import { getShares } from './region-shares.ts';

/**
 * Shows in the status bar how much of the code hangs on its most frequent region, and whether the server is at
 * work. It is hidden where no region is found and nothing is wrong.
 *
 * @param server whose status is shown
 * @param command what a click runs: it opens the audit
 */
export function createStatusItem(server: LanguageServer, command: string): Disposable {
  // Right, where linters are; low priority, so that others are not moved.
  const item = window.createStatusBarItem('multiRegion.status', StatusBarAlignment.Right, 50);
  item.name = 'Multi-Region';
  item.command = command;
  const listener = server.onDidChangeStatus((status) => {
    const text = status && describe(status);
    if (!status || text === undefined) {
      item.hide();
      return;
    }
    item.text = text;
    item.tooltip = createTooltip(status);
    item.backgroundColor = status.warning ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    item.accessibilityInformation = { label: `Multi-Region: ${speak(status)}`, role: 'button' };
    item.show();
  });
  return Disposable.from(listener, item);
}

function describe({ state, regions, warning }: ServerStatus): string | undefined {
  const [top] = getShares(regions);
  if (!top && !warning) return undefined;
  const icon = warning ? '$(warning)' : state === 'working' ? '$(sync~spin)' : '$(globe)';
  return `${icon} ${top ? `${top.region} ${top.percent}%` : 'Multi-Region'}`;
}

function speak({ state, regions, warning }: ServerStatus): string {
  const [top] = getShares(regions);
  const share = top && `${top.percent} percent of the places that name a region name ${top.region}.`;
  return [share, state === 'working' && 'At work.', warning].filter(Boolean).join(' ');
}

function createTooltip({ regions, findings, warning }: ServerStatus): MarkdownString {
  const tooltip = new MarkdownString();
  if (warning) tooltip.appendText(`${warning}\n\n`);
  tooltip.appendMarkdown(`**Where the code names a region**\n\n${listShares(regions)}\n\n`);
  tooltip.appendMarkdown(`${findings} ${findings === 1 ? 'finding' : 'findings'}. Click for the audit.`);
  return tooltip;
}

const listed = 8;

function listShares(regions: readonly RegionCount[]): string {
  const shares = getShares(regions);
  const lines = shares
    .slice(0, listed)
    .map(({ region, count, percent }) => `| \`${region}\` | ${count} | ${percent}% |`);
  const rest = shares.length - listed;
  return ['| | | |', '|:--|--:|--:|', ...lines, ...(rest > 0 ? [`| and ${rest} more | | |`] : [])].join('\n');
}
