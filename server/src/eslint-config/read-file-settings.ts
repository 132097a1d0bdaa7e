import { readSettings, type Settings } from 'eslint-plugin-multi-region/facts';
import type { FileConfig } from '../lint/file-config.ts';

/**
 * What `settings['multi-region']` says for a file, with the defaults filled in.
 *
 * @param config of the file; undefined when it is not known (yet): the defaults
 */
export function readFileSettings(config: FileConfig | undefined): Settings {
  try {
    return readSettings(config === undefined || config.kind === 'ignored' ? undefined : config.settings);
  } catch {
    return readSettings(undefined); // whoever lints the file says what is wrong
  }
}
