import { setImmediate } from 'node:timers/promises';
import { EventEmitter, workspace, type CancellationToken, type Event, type LogOutputChannel } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { statusNotification, trustNotification, type ServerStatus, type TrustParams } from './messages.ts';

/** The language server of this window. Only `request` rejects: other failures are shown once, and logged. */
export interface LanguageServer {
  /** Fires when the server says what it is at; with undefined when it stops. */
  readonly onDidChangeStatus: Event<ServerStatus | undefined>;
  /** Brings the server to what `multiRegion.enable` says: running or stopped. */
  followSetting(): Promise<void>;
  /** Tells a running server that the user trusts the workspace now. */
  trust(): Promise<void>;
  /**
   * Asks the server, once it runs.
   *
   * @throws an Error whose message can be shown as it is
   */
  request<Result>(method: string, params: object, token?: CancellationToken): Promise<Result>;
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
  const status = new EventEmitter<ServerStatus | undefined>();

  return {
    onDidChangeStatus: status.event,
    followSetting: () => inTurn(isEnabled() ? start : stop),
    trust: () => inTurn(sendTrust),
    async request(method, params, token) {
      await last;
      if (!client?.isRunning()) {
        throw new Error(
          isEnabled()
            ? 'The Multi-Region server is not running. Its output says why.'
            : 'Multi-Region is switched off (setting multiRegion.enable).',
        );
      }
      // A token that is undefined would be sent as a parameter.
      return token ? client.sendRequest(method, params, token) : client.sendRequest(method, params);
    },
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
    // The language client is most of the code: it is loaded after the activation, which VS Code and its user wait for.
    await setImmediate();
    const { createClient } = await import('./language-client.ts');
    // A client that failed to start cannot be started again, so there is a new one each time.
    const starting = createClient(module, log);
    client = starting;
    starting.onNotification(statusNotification, (current: ServerStatus) => {
      if (client === starting) status.fire(current);
    });
    starting.onDidChangeState(() => {
      if (client === starting && !starting.isRunning()) status.fire(undefined);
    });
    await starting.start();
  }

  async function stop(): Promise<void> {
    const stopping = client;
    client = undefined;
    status.fire(undefined);
    if (stopping?.needsStop()) await stopping.stop();
  }

  async function sendTrust(): Promise<void> {
    const params: TrustParams = { trusted: workspace.isTrusted };
    if (client?.isRunning()) await client.sendNotification(trustNotification, params);
  }
}

function isEnabled(): boolean {
  return workspace.getConfiguration('multiRegion').get<boolean>('enable', true);
}
