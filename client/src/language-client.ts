import { workspace, type LogOutputChannel } from 'vscode';
import {
  CloseAction,
  DiagnosticPullMode,
  ErrorAction,
  RevealOutputChannelOn,
  State,
  TransportKind,
  type LanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';
import { createCollectionProvider } from './diagnostics/collection-provider.ts';
import { createEditMiddleware } from './edits/edit-middleware.ts';
import { editorLanguages } from './editor-languages.generated.ts';
import { showFailoverCommand, showNextStepCommand, type InitializationOptions } from './messages.ts';
import { QuietClient } from './quiet-client.ts';

const maxRestarts = 4;

/**
 * Creates a client for the server; `start()` then runs it as a child process that talks over Node's IPC.
 *
 * @param module path of the server's bundle
 * @param log where the server's and the client's messages go
 */
export function createClient(module: string, log: LogOutputChannel): LanguageClient {
  const options: LanguageClientOptions = {
    documentSelector: editorLanguages.flatMap((language) => [
      { scheme: 'file', language },
      { scheme: 'untitled', language },
    ]),
    initializationOptions: (): InitializationOptions => ({
      trusted: workspace.isTrusted,
      commands: [showFailoverCommand, showNextStepCommand],
    }),
    diagnosticCollectionProvider: createCollectionProvider(),
    diagnosticPullOptions: {
      onChange: true,
      onSave: true,
      filter: ({ uri }, mode) => (mode === DiagnosticPullMode.onType) === runsOnSave(uri),
    },
    middleware: createEditMiddleware(() => client),
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Without a handler of ours, the client would show the error itself, beside the message of QuietClient.
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
    {
      module,
      transport: TransportKind.ipc,
      args: ['lsp'],
    },
    options,
  );
  const restarts = client.createDefaultErrorHandler(maxRestarts);
  return client;
}

function runsOnSave(uri: Parameters<typeof workspace.getConfiguration>[1]): boolean {
  return workspace.getConfiguration('multiRegion', uri).get('run') === 'onSave';
}
