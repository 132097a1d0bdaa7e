import { window, type LogOutputChannel } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';

const languages = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'];
const maxRestarts = 4;

/**
 * Creates a client for the server; `start()` then runs it as a child process that talks over Node's IPC.
 *
 * @param module path of the server's bundle
 * @param log where the server's and the client's messages go
 */
export function createClient(module: string, log: LogOutputChannel): LanguageClient {
  const options: LanguageClientOptions = {
    documentSelector: languages.flatMap((language) => [
      { scheme: 'file', language },
      { scheme: 'untitled', language },
    ]),
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Without a handler of ours, the client would show the error itself, beside the message below.
    initializationFailedHandler: () => false,
    errorHandler: {
      error: (_error, _message, count = 0) =>
        count <= 3 ? { action: ErrorAction.Continue, handled: true } : { action: ErrorAction.Shutdown },
      closed: () =>
        // What fails at the first start fails again: only a server that has run is started anew.
        client.state === State.Running ? restarts.closed() : { action: CloseAction.DoNotRestart },
    },
  };
  const client = new QuietClient(
    'multiRegion',
    'Multi-Region',
    { module, transport: TransportKind.ipc, args: ['lsp'] },
    options,
  );
  const restarts = client.createDefaultErrorHandler(maxRestarts);
  return client;
}

/** Reports a failed server with one message; by itself the client shows up to three for one failure. */
class QuietClient extends LanguageClient {
  #reported = false;

  override error(message: string, data?: unknown, showNotification?: boolean | 'force'): void {
    // The stack is the client's own, and would bury what the server wrote.
    super.error(message, data instanceof Error ? data.message : data, false);
    if (showNotification !== 'force' || this.#reported) return;
    this.#reported = true;
    void this.#report();
  }

  async #report(): Promise<void> {
    const showOutput = 'Show output';
    const choice = await window.showErrorMessage(
      'The Multi-Region server is not running, so no regions are reported. The output says why.',
      showOutput,
    );
    if (choice === showOutput) this.outputChannel.show();
  }
}
