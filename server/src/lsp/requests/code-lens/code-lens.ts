import type { ClientSite } from 'eslint-plugin-multi-region/facts';
import {
  CodeLensRefreshRequest,
  type CodeLens,
  type Connection,
  type ServerCapabilities,
  type TextDocuments,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { getFilePath } from '../../documents/open-files.ts';
import type { ServicePlace } from '../../../audit/inventory.ts';
import type { ClientAbilities } from '../../capabilities.ts';
import type { LiveSettings } from '../../settings.ts';
import { showFailoverCommand } from '../../messages.ts';
import type { Validator } from '../../documents/validator.ts';
import type { WorkspaceIndex } from '../../documents/workspace-index.ts';

/** Says above a client where else it can go, where the code does not say it at a glance and no finding does. */
export function provideCodeLens(
  connection: Connection,
  {
    documents,
    validator,
    index,
    client: { refreshCodeLens },
    settings,
  }: {
    documents: TextDocuments<TextDocument>;
    validator: Validator;
    index: Pick<WorkspaceIndex, 'findPlaces' | 'onDidFollow'>;
    client: Pick<ClientAbilities, 'refreshCodeLens'>;
    settings: LiveSettings;
  },
): ServerCapabilities {
  /** What the lenses of a document were made of. */
  const shown = new WeakMap<TextDocument, { path: string; places: string }>();
  index.onDidFollow(() => {
    const isOutdated = documents.all().some((document) => {
      const known = shown.get(document);
      return known && known.places !== JSON.stringify(index.findPlaces(known.path));
    });
    if (isOutdated && refreshCodeLens) void connection.sendRequest(CodeLensRefreshRequest.type);
  });
  connection.onCodeLens(async ({ textDocument: { uri } }): Promise<CodeLens[]> => {
    const document = documents.get(uri);
    if (!document) return [];
    const { enable, codeLens } = settings.getFor(getFilePath(uri));
    if (!enable || !codeLens.enable) return [];
    const file = await validator.getLinted(document);
    if (!file) return [];
    const places = index.findPlaces(file.path);
    shown.set(document, { path: file.path, places: JSON.stringify(places) });
    return file.facts.clientSites.filter(addsSomething).map((client) => {
      const { start } = client.loc;
      const position = { line: start.line - 1, character: start.column };
      const title = describeClient(client, findClient(places, client));
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

/** Of the places of a file, those of a client: one for each of its regions. */
export function findClient(places: readonly ServicePlace[], { loc }: ClientSite): ServicePlace[] {
  const { line, column } = loc.start;
  return places.filter((each) => each.kind === 'client' && each.line === line && each.column === column + 1);
}

/**
 * `us-east-1 · no second region`
 *
 * @param followed what the program says of the client; it counts where the file by itself does not tell
 */
export function describeClient(client: ClientSite, followed: readonly ServicePlace[]): string {
  if (client.failover === 'unknown' && followed.length > 0) {
    const text = describeFollowed(followed);
    if (text !== undefined) return text;
  }
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

/** `us-east-1 (src/config/regions.ts:3) · no second region`, `region from AWS_REGION (src/config/region.ts:2)` */
function describeFollowed(places: readonly ServicePlace[]): string | undefined {
  const parts = places.flatMap(({ region, origin, decidedBy }) => {
    if (!decidedBy) return region ?? [];
    const { variable, path, line } = decidedBy;
    const spot = `(${path}:${line})`;
    if (region === undefined) return variable === undefined ? [] : `region from ${variable} ${spot}`;
    if (origin !== 'fallback') return `${region} ${spot}`;
    return `${region} when ${variable ?? 'its variable'} is not set ${spot}`;
  });
  if (parts.length === 0) return undefined;
  const isAlone = places.every(({ failover }) => failover === 'none');
  return [parts.join(', '), ...(isAlone ? ['no second region'] : [])].join(' · ');
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
