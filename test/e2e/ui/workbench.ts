import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { startBrowser } from '../../host/browser.ts';
import { installExtension, profileIn, startCodeServer, type Profile } from '../../host/code-server.ts';
import { cacheFolder, createTemporaryFolder, removeFolder, root } from '../../host/folders.ts';
import { installHost } from '../../host/install.ts';

/** Where `scripts/e2e.mjs` puts the package that is tested. */
const vsix = path.join(cacheFolder, 'e2e/multi-region.vsix');
const screenshots = path.join(cacheFolder, 'screenshots');

const viewport = { width: 1160, height: 720 };
const settings = {
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
  'workbench.colorTheme': 'Default Dark Modern',
};

/** A VS Code with the packaged extension installed and a copy of the fixture open, driven by mouse and keyboard. */
export interface Workbench {
  page: Page;
  /** The folder that the packaged extension was installed into. */
  extension: string;
  openFile(name: string): Promise<void>;
  /** Runs a command by its title, in the command palette. */
  run(command: string): Promise<void>;
  /** Puts the cursor into the text of the open editor, as a click does. */
  click(text: string): Promise<void>;
  /** The text of the open editor. */
  text(): Promise<string>;
  /** Takes a picture into `.cache/screenshots`. */
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

export async function openWorkbench(): Promise<Workbench> {
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
    installExtension(host, profile, vsix);
    const server = await startCodeServer(host, profile, { settings });
    started.push(server);
    const workspace = path.join(temporary, 'invoices');
    cpSync(path.join(root, 'test/fixtures/editor'), workspace, { recursive: true });
    const page = await browser.newPage({ viewport, deviceScaleFactor: 1.5 });
    await page.goto(server.url(workspace));
    await page.locator('.monaco-workbench .explorer-folders-view').waitFor({ timeout: 60_000 });
    await page.keyboard.press('Control+B'); // room for the editor
    return { page, extension: findExtension(profile), ...operations(page), close };
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

function operations(page: Page): Omit<Workbench, 'close' | 'extension' | 'page'> {
  return {
    async run(command) {
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').fill(`>${command}`);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().click();
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
