import type { ClientSite } from 'eslint-plugin-multi-region/facts';
import type { CodeLens, Connection, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { showFailoverCommand } from '../../messages.ts';
import type { Validator } from '../../documents/validator.ts';

/** Says above each client where it goes, and where else it can go. */
export function provideCodeLens(
  connection: Connection,
  {
    documents,
    validator,
    isEnabled,
  }: { documents: TextDocuments<TextDocument>; validator: Validator; isEnabled: () => boolean },
): void {
  connection.onCodeLens(async ({ textDocument: { uri } }): Promise<CodeLens[]> => {
    const document = documents.get(uri);
    if (!document || !isEnabled()) return [];
    const file = await validator.getLinted(document);
    if (!file) return [];
    return file.facts.clientSites.map((client) => {
      const { start } = client.loc;
      const position = { line: start.line - 1, character: start.column };
      const title = describeClient(client);
      return {
        range: { start: position, end: position },
        command: { title, command: showFailoverCommand, arguments: [uri, position] },
      };
    });
  });
}

/** `us-east-1 · no second region` */
export function describeClient(client: ClientSite): string {
  const { regions } = client;
  const failover = describeFailover(client);
  return regions.length > 0 ? `${regions.join(', ')} · ${failover}` : failover;
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
