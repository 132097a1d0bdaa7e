import { findChromium } from './browser.ts';
import { installHost } from './install.ts';

/**
 * Makes sure that all that the tests in VS Code need is there, so that what is missing is said once.
 *
 * @throws an Error that says what is missing and what to do
 */
export function prepare(): void {
  findChromium();
  installHost();
}
