import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import path from 'node:path';
import { cacheFolder } from './folders.ts';

/**
 * Finds a desktop VS Code: the one that `VSCODE_PATH` names, else a download of the current release.
 * `VSCODE_HOST=server` looks for none; `VSCODE_HOST=desktop` insists on one.
 *
 * @returns its executable; undefined where there can be none, and the server build has to do
 * @throws an Error when a desktop is insisted on and was not downloaded
 */
export async function findDesktop(): Promise<string | undefined> {
  if (process.env.VSCODE_PATH) return process.env.VSCODE_PATH;
  const wanted = process.env.VSCODE_HOST;
  if (wanted === 'server' || (wanted !== 'desktop' && !hasDisplay())) return undefined;
  try {
    return await downloadAndUnzipVSCode({
      version: 'stable',
      timeout: 20_000,
      cachePath: path.join(cacheFolder, 'vscode-desktop'),
    });
  } catch (error) {
    const problem = `VS Code was not downloaded (${String(error)})`;
    if (wanted === 'desktop')
      throw new Error(`${problem}; VSCODE_PATH can name an installed one.`, { cause: error });
    console.error(`${problem}; the server build from npm is used.`);
    return undefined;
  }
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}
