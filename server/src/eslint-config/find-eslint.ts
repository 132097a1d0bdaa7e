import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { readText } from '../files/read-text.ts';
import { findEndless } from './find-endless.ts';

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
  const endless = findEndless(configFile, 'eslint');
  if (endless !== undefined)
    return `${endless} is not a regular file. Remove it, or put a file in its place.`;
  let manifest: string;
  let version: string | undefined;
  try {
    manifest = createRequire(configFile).resolve('eslint/package.json');
    version = readVersion(manifest);
  } catch {
    return `ESLint is not installed where this config would find it. Install it (ESLint ${oldest.join('.')} or newer).`;
  }
  if (version === undefined)
    return `Its ESLint cannot be told: ${manifest} names no version. Install ESLint again.`;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    return `Its ESLint is ${version}, but ${oldest.join('.')} or newer is needed. Update ESLint.`;
  }
  return { folder: dirname(manifest), version, looksFromFile: major >= 10 };
}

/** @throws Error when it cannot be read */
function readVersion(manifest: string): string | undefined {
  const value: unknown = JSON.parse(readText(manifest));
  const version =
    typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  return typeof version === 'string' && /^\d/u.test(version) ? version : undefined;
}
