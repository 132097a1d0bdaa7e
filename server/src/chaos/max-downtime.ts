import { dirname, join } from 'node:path';
import { findText } from '../files/read-text.ts';

const names = ['multi-region.config.json', 'multi-region.config.jsonc'];

/**
 * The shortest downtime that the settings of a folder tolerate, `services.<name>.maxDowntime`, in milliseconds;
 * undefined where they name none. The settings are in the folder or above it.
 */
export function readMaxDowntime(folder: string): number | undefined {
  const text = findSettings(folder);
  if (text === undefined) return undefined;
  const times = [...text.matchAll(/"maxDowntime"\s*:\s*"(\d+(?:\.\d+)?)\s*(ms|s|min|m|h|d)"/gu)].map(
    ([, number = '', unit = '']) => Number(number) * (units[unit] ?? 0),
  );
  return times.length > 0 ? Math.min(...times) : undefined;
}

const units: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

function findSettings(folder: string): string | undefined {
  for (const name of names) {
    const text = findText(join(folder, name));
    if (text !== undefined) return text;
  }
  const parent = dirname(folder);
  return parent === folder ? undefined : findSettings(parent);
}
