import { createEmbeddedConfigs } from './embedded-configs.ts';
import { createConfigLinter } from './config-linter.ts';
import type { FileLinter } from '../lint/file-linter.ts';

/**
 * Lints without any configuration: the recommended preset, ESLint's own `Linter` and a parser that need not
 * be installed.
 *
 * @param getRoot the project folder of a file, absolute and above it: rules read paths from there
 */
export function createEmbeddedLinter(getRoot: (path: string) => string): FileLinter {
  return createConfigLinter(createEmbeddedConfigs(getRoot));
}
