import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Finds a Chromium: the one that `CHROME_PATH` names, or one in a usual place.
 *
 * @returns its executable
 * @throws an Error that says how to get one
 */
export function findChromium(): string {
  const executable = process.env.CHROME_PATH ?? usualPlaces.find((file) => existsSync(file));
  if (executable && existsSync(executable)) return executable;
  throw new Error(
    `The tests in VS Code need Chromium, and there is none${executable ? ` at ${executable}` : ''}. ` +
      'Install it (Debian, Ubuntu: apt-get install --no-install-recommends chromium), or set CHROME_PATH to its executable.',
  );
}

/** Starts a headless Chromium that reaches this machine only. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    // Whoever starts the browser closes it, in order.
    handleSIGINT: false,
    handleSIGTERM: false,
    args: [
      '--no-sandbox', // as root, in CI
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}
