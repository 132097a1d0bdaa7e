import type { ClientSite } from 'eslint-plugin-multi-region/facts';
import type { CodeLens, Connection, ServerCapabilities, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { getFilePath } from '../../documents/open-files.ts';
import type { LiveSettings } from '../../settings.ts';
import { showFailoverCommand } from '../../messages.ts';
import type { Validator } from '../../documents/validator.ts';

/** Says above a client where else it can go, where the code does not say it at a glance and no finding does. */
export function provideCodeLens(
  connection: Connection,
  {
    documents,
    validator,
    settings,
  }: { documents: TextDocuments<TextDocument>; validator: Validator; settings: LiveSettings },
): ServerCapabilities {
  connection.onCodeLens(async ({ textDocument: { uri } }): Promise<CodeLens[]> => {
    const document = documents.get(uri);
    if (!document) return [];
    const { enable, codeLens } = settings.getFor(getFilePath(uri));
    if (!enable || !codeLens.enable) return [];
    const file = await validator.getLinted(document);
    if (!file) return [];
    return file.facts.clientSites.filter(addsSomething).map((client) => {
      const { start } = client.loc;
      const position = { line: start.line - 1, character: start.column };
      const title = describeClient(client);
      return {
        range: { start: position, end: position },
        command: { title, command: showFailoverCommand, arguments: [uri, position] },
      };
    });
  });
  // Old versions of Neovim show lenses and do not say so.
  return { codeLensProvider: {} };
}

/** Of the others a finding speaks, or there is nothing to say. */
function addsSomething({ failover, imported }: ClientSite): boolean {
  if (failover === 'unknown') return imported !== undefined;
  return failover !== 'none' && failover !== 'not-needed';
}

/** `us-east-1 · no second region` */
export function describeClient(client: ClientSite): string {
  const { regions, origin } = client;
  const failover = describeFailover(client);
  if (regions.length === 0) return failover;
  // Written down as the second choice, it is not where the client goes.
  if (origin === 'fallback') {
    const [variable = 'the setting'] = client.variables;
    return `${failover}, or ${regions.join(', ')} when ${variable} is not set`;
  }
  return `${regions.join(', ')} · ${failover}`;
}

function describeFailover(client: ClientSite): string {
  switch (client.failover) {
    case 'follows-deployment':
      return 'follows the deployment';
    case 'kept':
      return 'keeps the region of the first call';
    case 'managed':
      return 'fails over by itself';
    case 'none':
      return 'no second region';
    case 'not-needed':
      return 'needs no second region';
    case 'per-region':
      return 'one client for each region';
    case 'second-client':
      return 'another client takes over';
    case 'wrapped':
      return 'fails over to a second region';
    case 'unknown':
      return client.origin === 'parameter' ? 'region chosen by the caller' : describeUnknown(client.imported);
  }
}

function describeUnknown(imported: string | undefined): string {
  return imported === undefined ? 'failover not known' : `region from ${imported}`;
}
