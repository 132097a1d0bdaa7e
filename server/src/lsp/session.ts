import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  ErrorCodes,
  ResponseError,
  TextDocuments,
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { createWorkspaceLinter } from '../eslint-config/workspace-linter.ts';
import { createActionPlans } from './requests/code-actions/action-plans.ts';
import { answerAudits } from './requests/audit-request.ts';
import { getServerCapabilities, readClientAbilities } from './capabilities.ts';
import { createClosedFiles } from './documents/closed-files.ts';
import { provideCodeActions } from './requests/code-actions/code-actions.ts';
import { provideCodeLens } from './requests/code-lens/code-lens.ts';
import { executeCommands, listCommands } from './requests/commands/commands.ts';
import { createConfigNotices } from './notifications/config-notices.ts';
import { followWorkspace } from './notifications/follow-workspace.ts';
import { provideHover } from './requests/hover/hover.ts';
import { indexOpenFiles } from './documents/index-open-files.ts';
import { readInitialization } from './initialization.ts';
import { moveAllToConfig } from './requests/commands/move-all.ts';
import { createNoticeLog } from './notifications/notice-log.ts';
import { createOpenFiles } from './documents/open-files.ts';
import { answerPulls } from './requests/pull-diagnostics.ts';
import { pushDiagnostics } from './notifications/push-diagnostics.ts';
import { createRefresh } from './notifications/refresh.ts';
import { createRoots } from './roots.ts';
import { createSavedVersions } from './documents/saved-versions.ts';
import { createSettings } from './settings.ts';
import { showFailover } from './requests/commands/show-failover.ts';
import { reportStatus } from './notifications/status.ts';
import { createSurroundings } from './requests/code-actions/surroundings.ts';
import { createTrust } from './trust.ts';
import { watchTyping } from './documents/typing.ts';
import { createValidator } from './documents/validator.ts';
import { createWorkspaceIndex } from './documents/workspace-index.ts';
import { answerWorkspacePulls } from './requests/workspace-pulls.ts';
import { pushWorkspaceDiagnostics } from './notifications/workspace-push.ts';
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
  connection.onInitialize((params) => {
    if (stop) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    const session = initialize(connection, documents, params);
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
): Session & { capabilities: ServerCapabilities } {
  const client = readClientAbilities(params.capabilities);
  const { trusted, commands, options } = readInitialization(params);
  const settings = createSettings(connection, client, options);
  const roots = createRoots();
  roots.initialize(params);
  const open = createOpenFiles(documents);
  const saved = createSavedVersions(documents);
  const index = createWorkspaceIndex();

  const trust = createTrust(connection, trusted, () => {
    reconfigure();
  });
  // The editor speaks of the folders that are open, and of no other file that is looked at.
  const isTrusted = (path: string) => trust.isGiven() && roots.contains(path);
  const noticeConfig = createConfigNotices(connection, (message) => status?.warn(message));
  const linter = createWorkspaceLinter({
    getRoot: (path) => roots.getRoot(path),
    isTrusted,
    notice: noticeConfig,
  });
  const log = createNoticeLog(connection.console);
  const validator = createValidator({
    documents,
    linter,
    getFallbackFolder: () => roots.getFirst(),
    whenReady: () => settings.whenKnown(),
    getLimits: () => ({
      isEnabled: settings.current.enable,
      maxLength: settings.current.maxFileSize * 1024,
    }),
    hasRelated: () => client.relatedInformation,
    log,
  });
  const scan = createWorkspaceScan({
    index,
    linter,
    getRoots: () => (settings.current.enable ? roots.getAll() : []),
    getRoot: (path) => roots.getRoot(path),
    isTrusted,
    isOpen: (path) => open.find(path) !== undefined,
    isBusy: watchTyping(documents),
    getOptions: () => ({
      hasDiagnostics: settings.current.diagnostics.scope === 'workspace',
      hasRelated: client.relatedInformation,
      maxBytes: settings.current.maxFileSize * 1024,
    }),
    report: (notice) => {
      log.update(notice.path, notice);
    },
  });
  indexOpenFiles({ documents, validator, index, scan, roots });
  const status = trust.isStated ? reportStatus(connection, { index, scan }) : undefined;

  const isWaiting = (document: TextDocument) =>
    settings.current.run === 'onSave' && saved.isChanged(document);
  if (client.pullDiagnostics) {
    answerPulls(connection, documents, validator, isWaiting);
    const closed = createClosedFiles(documents);
    answerWorkspacePulls(connection, { index, scan, settings, open, closed });
  } else pushWorkspaceDiagnostics(connection, { index, settings, open, documents });
  const pushed = client.pullDiagnostics
    ? undefined
    : pushDiagnostics(connection, documents, validator, isWaiting);
  const refresh = createRefresh({ connection, client, validator, pushed, scan, documents, settings });

  const surroundings = createSurroundings(
    open,
    (path) => roots.getRoot(path),
    (path) => linter.getSettings(path),
  );
  const targets = createWorkspaceTargets({ index, scan, open, validator, linter });
  const plans = createActionPlans(surroundings, targets);
  const hasOthers = (path: string) =>
    scan.isRunning || index.countFindings() > (index.get(path)?.findings ?? 0);
  provideCodeActions(connection, { documents, open, validator, surroundings, plans, client, hasOthers });
  provideHover(connection, {
    documents,
    validator,
    index,
    roots,
    isEnabled: () => settings.current.enable && settings.current.hover.enable,
  });
  provideCodeLens(connection, {
    documents,
    validator,
    isEnabled: () => settings.current.enable && settings.current.codeLens.enable,
  });
  answerAudits(connection, { roots, isTrusted, report: noticeConfig });
  const failover = { connection, client, documents, open, validator, surroundings, plans };
  const moving = { connection, client, roots, open, surroundings, targets };
  executeCommands(connection, {
    moveAllToConfig: (token) => moveAllToConfig(moving, token),
    showFailover: (uri, position) => showFailover(failover, uri, position),
  });

  const reload = () => {
    status?.warn(undefined);
    refresh.all();
  };
  const reconfigure = () => {
    linter.invalidate();
    reload();
  };
  followWorkspace(connection, {
    client,
    roots,
    settings,
    linter,
    scan,
    onReady: () => {
      trust.log();
    },
    onSettings: () => {
      refresh.all();
    },
    onConfig: reload,
    onFolders: reconfigure,
  });
  return {
    capabilities: getServerCapabilities(client, listCommands(commands)),
    async stop() {
      status?.stop();
      await scan.stop();
      await linter.dispose();
    },
  };
}
