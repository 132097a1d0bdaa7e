import type { PresetConfig } from '../lint/file-config.ts';
import type { FileConfigs } from './file-configs.ts';

/**
 * Has the embedded preset for all files, whatever the workspace says.
 *
 * @param getRoot the project folder of a file, absolute and above it: rules read paths from there
 */
export function createEmbeddedConfigs(getRoot: (path: string) => string): FileConfigs {
  const presets = new Map<string, PresetConfig>();

  function getPreset(cwd: string): PresetConfig {
    const preset = presets.get(cwd) ?? { kind: 'preset', cwd };
    presets.set(cwd, preset);
    return preset;
  }

  return {
    get: (path) => Promise.resolve(getPreset(getRoot(path))),
    lint: () => Promise.reject(new Error('No configuration of the workspace is in use.')),
  };
}
