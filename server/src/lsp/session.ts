import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  ErrorCodes,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { createWorkspaceLinter } from '../eslint-config/workspace-linter.ts';
import { createActionPlans } from './requests/code-actions/action-plans.ts';
import { createFilesCheck } from './requests/code-actions/check-files.ts';
import { answerAudits } from './requests/audit-request.ts';
import { readClientAbilities } from './capabilities.ts';
import { provideCodeActions } from './requests/code-actions/code-actions.ts';
import { provideCodeLens } from './requests/code-lens/code-lens.ts';
import { executeCommands } from './requests/commands/commands.ts';
import { createConfigNotices } from './notifications/config-notices.ts';
import { followWorkspace } from './notifications/follow-workspace.ts';
import { provideHover } from './requests/hover/hover.ts';
import { indexOpenFiles } from './documents/index-open-files.ts';
import { readInitialization } from './initialization.ts';
import { moveAllToConfig } from './requests/commands/move-all.ts';
import { logStart, logWorkspace } from './notifications/workspace-log.ts';
import { createNoticeLog } from './notifications/notice-log.ts';
import { createOpenFiles } from './documents/open-files.ts';
import { answerPulls } from './requests/pull-diagnostics.ts';
import { pushDiagnostics } from './notifications/push-diagnostics.ts';
import { createRefresh } from './notifications/refresh.ts';
import { createRoots } from './roots.ts';
import { createSettings } from './settings.ts';
import { showFailover } from './requests/commands/show-failover.ts';
import { reportStatus } from './notifications/status.ts';
import { createProjectContexts } from './requests/code-actions/project-contexts.ts';
import { createTrust } from './trust.ts';
import { followWorkspaceProgram } from './program/workspace-program.ts';
import { watchTyping } from './documents/typing.ts';
import { createValidator } from './documents/validator.ts';
import { createWorkspaceIndex } from './documents/workspace-index.ts';
import { createWorkspaceScan } from './documents/workspace-scan.ts';
import { createWorkspaceTargets } from './documents/workspace-targets.ts';

/** A client that is being served. */
export interface Session {
  /** Ends the work in the background, and the processes of the workspace's ESLint. */
  stop(): Promise<void>;
}

/**
 * Serves one client: puts the parts together, each of which minds one concern of the protocol.
 *
 * @param connection not listening yet
 * @param version of the server, which some editors show
 */
export function startSession(connection: Connection, version: string): Session {
  const documents = new TextDocuments(TextDocument);
  let stop: (() => Promise<void>) | undefined;
  documents.listen(connection);
  const early = connection.onRequest(() => {
    throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized yet.');
  });
  connection.onInitialize((params) => {
    early.dispose();
    if (stop) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    const session = initialize(connection, documents, params, version);
    stop = () => session.stop();
    return { capabilities: session.capabilities, serverInfo: { name: 'multi-region', version } };
  });
  connection.onShutdown(() => stop?.());
  return { stop: async () => stop?.() };
}

function initialize(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  params: InitializeParams,
  version: string,
): Session & { capabilities: ServerCapabilities } {
  const client = readClientAbilities(params.capabilities);
  const { trusted, commands, options } = readInitialization(params);
  const roots = createRoots();
  roots.initialize(params);
  const settings = createSettings(connection, client, options, roots);
  const open = createOpenFiles(documents);
  const index = createWorkspaceIndex();
  const status = reportStatus(connection, { index, isWanted: trusted !== undefined });
  const noticeConfig = createConfigNotices(connection, (message) => {
    status.warn(message);
  });
  const trust = createTrust(connection, trusted);
  // The editor speaks of the folders that are open, and of no other file that is looked at.
  const isTrusted = (path: string) => trust.isGiven() && roots.contains(path);
  const linter = createWorkspaceLinter({
    getRoot: (path) => roots.getRoot(path),
    isTrusted,
    notice: noticeConfig,
  });
  const log = createNoticeLog(connection.console);
  const validator = createValidator({ documents, linter, roots, settings, client, log });
  const isBusy = watchTyping(documents);
  const scan = createWorkspaceScan({
    ...{ index, linter, roots, isTrusted, settings, client, open, isBusy, log },
  });
  const program = followWorkspaceProgram({
    ...{ index, scan, roots, open, isBusy, console: connection.console },
  });
  status.follow(scan, program);
  indexOpenFiles({ documents, validator, index, scan, roots });

  const contexts = createProjectContexts(
    open,
    (path) => roots.getRoot(path),
    (path) => linter.getSettings(path),
  );
  const targets = createWorkspaceTargets({ index, scan, open, validator, linter });
  const checkFiles = createFilesCheck(open);
  const plans = createActionPlans(contexts, targets, checkFiles);
  const all = { connection, client, documents, open, roots, settings, linter, validator, scan, index };
  const shared = { ...all, contexts, targets, plans, checkFiles };
  // Each answers its requests, and says what it adds to the server's capabilities.
  const diagnostics = client.pullDiagnostics ? answerPulls(shared) : pushDiagnostics(shared);
  const refresh = createRefresh({ ...shared, diagnostics });
  const features: ServerCapabilities[] = [
    { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true } },
    diagnostics.capabilities,
    provideCodeActions(connection, shared),
    provideHover(connection, shared),
    provideCodeLens(connection, shared),
    answerAudits(connection, { roots, isTrusted, log }),
    executeCommands(connection, commands, {
      moveAllToConfig: (token) => moveAllToConfig(shared, token),
      showFailover: (uri, position) => showFailover(shared, uri, position),
    }),
    followWorkspace(connection, {
      ...shared,
      onReady() {
        logStart(connection.console, version, roots);
        trust.log();
      },
      onSettings: refresh.all,
      onConfig: reload,
      onFolders: reconfigure,
    }),
  ];
  trust.onDidChange(reconfigure);
  logWorkspace(connection.console, { program, index, linter, validator });
  return {
    capabilities: Object.assign({}, ...features) as ServerCapabilities,
    async stop() {
      status.stop();
      await program.stop();
      await scan.stop();
      await linter.dispose();
    },
  };

  /** A configuration says something else. */
  function reload(): void {
    status.warn(undefined);
    refresh.all();
  }

  /** Other configurations may hold. */
  function reconfigure(): void {
    linter.invalidate();
    reload();
  }
}
