#!/usr/bin/env node
// Stands in for the desktop `code` executable where there is none: takes the arguments that @vscode/test-electron
// gives it, runs the tests in the extension host of the server build, prints what they print, exits as they do.
import { createServer } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startBrowser } from './browser.ts';
import { startCodeServer } from './code-server.ts';
import { createDeferred } from './deferred.ts';
import { createTemporaryFolder, removeFolder } from './folders.ts';
import { installHost } from './install.ts';

const startTimeout = 90_000;

const { values, positionals } = parseArgs({
  strict: false, // there are options for the desktop, too
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'extensions-dir': { type: 'string' },
    'user-data-dir': { type: 'string' },
  },
});
const temporary = createTemporaryFolder();
const started: { close(): Promise<void> }[] = [];
try {
  process.exitCode = await runTests();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const each of started.reverse()) await each.close();
  removeFolder(temporary);
}

/** Runs the tests to their end; returns their exit code. */
async function runTests(): Promise<number> {
  const exit = createDeferred<number>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      exit.reject(new Error(`Ended by ${signal}.`));
    });
  }

  const browser = await startBrowser();
  started.push(browser);
  const output = await receiveOutput();
  started.push(output);
  const server = await startCodeServer(
    installHost(),
    { data: temporary, userData: pathOption('user-data-dir'), extensions: pathOption('extensions-dir') },
    {
      env: { SHIM_OUTPUT: output.address, SHIM_TESTS: pathOption('extensionTestsPath') },
      // @vscode/test-electron always passes --disable-workspace-trust, so that does not tell.
      asksForTrust: process.env.E2E_UNTRUSTED === '1',
      testDriver: true,
    },
  );
  started.push(server);
  void server.died.then(exit.reject);
  const timer = setTimeout(() => {
    exit.reject(new Error(`The tests did not start within ${startTimeout / 1000} s.\n${server.log()}`));
  }, startTimeout).unref();
  void output.begun.then(() => {
    clearTimeout(timer);
  });

  const page = await browser.newPage();
  page.on('crash', () => {
    exit.reject(new Error('The page with the workbench crashed.'));
  });
  // VS Code calls these two in the page when it runs tests.
  await page.exposeFunction('codeAutomationLog', () => undefined);
  await page.exposeFunction('codeAutomationExit', exit.resolve);
  await page.goto(
    server.url(path.resolve(positionals[0] ?? '.'), [
      ['extensionDevelopmentPath', server.uri(pathOption('extensionDevelopmentPath'))],
      ['extensionTestsPath', server.uri(path.join(import.meta.dirname, 'shim.cjs'))],
    ]),
  );
  return exit.promise;
}

/** Takes what the tests print, from the shim in the extension host, to this process's stdout. */
async function receiveOutput() {
  const address = path.join(temporary, 'output.sock');
  const begun = createDeferred<undefined>();
  const receiver = createServer((socket) => {
    begun.resolve(undefined);
    socket.pipe(process.stdout, { end: false });
  });
  await new Promise<void>((resolve) => receiver.listen(address, resolve));
  return {
    address,
    begun: begun.promise,
    /** Waits until all has been printed. */
    close: () =>
      new Promise<void>((resolve) => {
        receiver.close(() => {
          resolve();
        });
      }),
  };
}

function pathOption(name: string): string {
  const value = values[name];
  return typeof value === 'string' ? path.resolve(value) : path.join(temporary, name);
}
