import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** An ESLint that is installed in the workspace. */
export interface EslintInstallation {
  /** Absolute: the folder of the package. */
  folder: string;
  version: string;
  /** Whether it looks for a config from the linted file upwards, and not from the working directory. */
  looksFromFile: boolean;
}

/** The first version whose flat configs are like today's. */
const oldest = [9, 15] as const;

/**
 * Finds the ESLint that a config file is for. Runs nothing.
 *
 * @param configFile absolute
 * @returns or, as a sentence, why there is none that can be used
 */
export function findEslint(configFile: string): EslintInstallation | string {
  let manifest: string;
  let version: string;
  try {
    manifest = createRequire(configFile).resolve('eslint/package.json');
    ({ version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string });
  } catch {
    return `ESLint is not installed where this config would find it. Install it (ESLint ${oldest.join('.')} or newer).`;
  }
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    return `Its ESLint is ${version}, but ${oldest.join('.')} or newer is needed. Update ESLint.`;
  }
  return { folder: dirname(manifest), version, looksFromFile: major >= 10 };
}
