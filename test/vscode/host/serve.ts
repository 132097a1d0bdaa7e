import path from 'node:path';
import { installExtension, profileIn, startCodeServer, type CodeServer } from './code-server.ts';
import { cacheFolder } from './folders.ts';
import { installHost } from './install.ts';

/**
 * Serves a VS Code with the extension in it, for a browser on this machine; its settings are kept between runs.
 *
 * @param folder what is open in it
 * @param vsix the packaged extension
 */
export async function serve(
  folder: string,
  vsix: string,
): Promise<Pick<CodeServer, 'close' | 'died'> & { url: string }> {
  const host = installHost();
  const profile = profileIn(path.join(cacheFolder, 'editor'));
  installExtension(host, profile, vsix);
  const server = await startCodeServer(host, profile);
  return { url: server.url(folder), close: () => server.close(), died: server.died };
}
