import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { startBrowser } from '../host/browser.ts';
import { installExtension, profileIn, startCodeServer, type Profile } from '../host/code-server.ts';
import { cacheFolder, createTemporaryFolder, removeFolder, root } from '../host/folders.ts';
import { installHost } from '../host/install.ts';

/** Where `scripts/e2e.mjs` puts the package that is tested. */
export const vsix = path.join(cacheFolder, 'e2e/multi-region.vsix');
const screenshots = path.join(cacheFolder, 'screenshots');

const viewport = { width: 1160, height: 720 };
const settings = {
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
  'workbench.colorTheme': 'Default Dark Modern',
};

/** A VS Code with the packaged extension installed and a copy of a project open, driven by mouse and keyboard. */
export interface Workbench {
  page: Page;
  /** The folder that the packaged extension was installed into; empty where it is not. */
  extension: string;
  /** The folder that is open. */
  folder: string;
  openFile(name: string): Promise<void>;
  /** Runs a command by its title, in the command palette. */
  run(command: string): Promise<void>;
  /** Puts the cursor into the text of the open editor, as a click does. */
  click(text: string): Promise<void>;
  /** The text of the open editor. */
  text(): Promise<string>;
  /** Opens the menu of the light bulb at the cursor; an entry of it is awaited, since VS Code may drop a request. */
  openQuickFixes(entry: string): Promise<void>;
  /** An entry of an open menu of the light bulb. */
  quickFix(title: string): Locator;
  /** The table of the audit, when its view is shown. */
  audit(): FrameLocator;
  /** Takes a picture into `.cache/screenshots`. */
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

interface WorkbenchOptions {
  /** The project that is copied and opened, from the root; the fixture `editor` when left out. */
  project?: string;
  /** Whether the extension is there from the start; true when left out. */
  isInstalled?: boolean;
  /** Whether the folder is untrusted until the user trusts it. */
  asksForTrust?: boolean;
}

export async function openWorkbench({
  project = 'test/fixtures/editor',
  isInstalled = true,
  asksForTrust = false,
}: WorkbenchOptions = {}): Promise<Workbench> {
  const temporary = createTemporaryFolder();
  const started: { close(): Promise<void> }[] = [];
  const close = async () => {
    for (const each of started.reverse()) await each.close();
    removeFolder(temporary);
  };
  try {
    const browser = await startBrowser();
    started.push(browser);
    const host = installHost();
    const profile = profileIn(path.join(temporary, 'profile'));
    if (isInstalled) installExtension(host, profile, vsix);
    const server = await startCodeServer(host, profile, { asksForTrust, settings });
    started.push(server);
    const folder = path.join(temporary, 'invoices');
    cpSync(path.join(root, project), folder, { recursive: true });
    const page = await browser.newPage({ viewport, deviceScaleFactor: 1.5 });
    await page.goto(server.url(folder));
    await page.locator('.monaco-workbench .explorer-folders-view').waitFor({ timeout: 60_000 });
    await page.keyboard.press('Control+B'); // room for the editor
    return { page, extension: isInstalled ? findExtension(profile) : '', folder, ...operations(page), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function findExtension({ extensions }: Profile): string {
  const name = readdirSync(extensions).find((each) => each.startsWith('multi-region.vscode-multi-region-'));
  if (!name) throw new Error(`The extension is not in ${extensions}, though VS Code installed it.`);
  return path.join(extensions, name);
}

function operations(page: Page): Omit<Workbench, 'close' | 'extension' | 'folder' | 'page'> {
  const quickFix = (title: string) => page.locator('.action-widget').getByText(title);
  return {
    quickFix,
    async openQuickFixes(entry) {
      for (;;) {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+.');
        if (await appears(quickFix(entry).first())) return;
      }
    },
    // While the view is written anew, VS Code has the next frame ready beside the one that it shows.
    audit: () => page.frameLocator('iframe.webview.ready').frameLocator('#active-frame'),
    async run(command) {
      const entry = page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first();
      for (;;) {
        await page.keyboard.press('F1');
        await page.locator('.quick-input-widget input').fill(`>${command}`);
        // Some commands come a while after the window.
        if (await appears(entry)) break;
        await page.keyboard.press('Escape');
      }
      await entry.click();
    },
    async openFile(name) {
      await page.keyboard.press('Control+P');
      await page.locator('.quick-input-widget input').fill(name);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
      await page.locator('.tab.active', { hasText: name }).waitFor();
    },
    async click(text) {
      await page.locator('.view-line span', { hasText: text }).last().click();
    },
    async text() {
      const lines = await page.locator('.view-lines').innerText();
      return lines.replaceAll('\u00a0', ' ');
    },
    async screenshot(name) {
      mkdirSync(screenshots, { recursive: true });
      await page.screenshot({ path: path.join(screenshots, `${name}.png`) });
    },
  };
}

function appears(locator: Locator): Promise<boolean> {
  return locator.waitFor({ timeout: 2000 }).then(
    () => true,
    () => false,
  );
}
