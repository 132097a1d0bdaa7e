// npm run package [-- file.vsix]: builds the extension and packs it into one file for all platforms.
import { setUp, runNode } from './setup.mjs';

/**
 * Packs the extension as it is built; prints what is in it and its size.
 *
 * @param {string} [file] where to; the name and version of package.json when left out
 * @throws an Error whose message can be shown as it is
 */
export function packageExtension(file) {
  // The page of the extension is one of its own, with pictures that are in the package: they show without a network.
  const page = ['--readme-path', 'client/README.md', '--no-rewrite-relative-links'];
  const args = ['package', '--no-dependencies', ...page, ...(file ? ['--out', file] : [])];
  const status = runNode(['node_modules/@vscode/vsce/vsce', ...args]);
  if (status !== 0) throw new Error(`vsce package failed (exit code ${status}); its messages are above.`);
}

if (process.argv[1] === import.meta.filename) {
  try {
    setUp();
    packageExtension(process.argv[2]);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
