import { workspace, type LogOutputChannel } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { createClient } from './language-client.ts';

/** The language server of this window. Its methods never reject: a failure is shown once, and logged. */
export interface LanguageServer {
  /** Brings the server to what `multiRegion.enable` says: running or stopped. */
  followSetting(): Promise<void>;
  /** Stops the server and starts it anew, also after it had failed; a disabled one stays stopped. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param module path of the server's bundle, `server/dist/multi-region.js`
 * @param log where the server's and the client's messages go
 */
export function createLanguageServer(module: string, log: LogOutputChannel): LanguageServer {
  let client: LanguageClient | undefined;
  // One start or stop at a time, in the order they were asked for.
  let last: Promise<void> = Promise.resolve();

  return {
    followSetting: () => inTurn(isEnabled() ? start : stop),
    restart: () => inTurn(stop, ...(isEnabled() ? [start] : [])),
    stop: () => inTurn(stop),
  };

  function inTurn(...steps: (() => Promise<void>)[]): Promise<void> {
    for (const step of steps) {
      last = last.then(step).catch((error: unknown) => {
        log.error(error instanceof Error ? error.message : String(error));
      });
    }
    return last;
  }

  async function start(): Promise<void> {
    if (client?.needsStop()) return;
    // A client that failed to start cannot be started again, so there is a new one each time.
    client = createClient(module, log);
    await client.start();
  }

  async function stop(): Promise<void> {
    const stopping = client;
    client = undefined;
    if (stopping?.needsStop()) await stopping.stop();
  }
}

function isEnabled(): boolean {
  return workspace.getConfiguration('multiRegion').get<boolean>('enable', true);
}
