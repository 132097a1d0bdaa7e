// node scripts/icon.mjs: draws images/icon.png from images/icon.svg, with Chromium (CHROME_PATH, or Debian's).
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const images = new URL('../images/', import.meta.url);
const size = 256;

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: size, height: size } });
const svg = readFileSync(new URL('icon.svg', images), 'utf8');
await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
await page.screenshot({ path: new URL('icon.png', images).pathname, omitBackground: true });
await browser.close();
