import type { Connection, Position, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { getRulePage } from '../../../audit/reports/rule-page.ts';
import type { ActionPlans } from '../code-actions/action-plans.ts';
import { toKeys } from '../code-actions/action-data.ts';
import type { ClientAbilities } from '../../capabilities.ts';
import { describeClient, findClient } from '../code-lens/code-lens.ts';
import { mergeOffers } from '../code-actions/merged-offers.ts';
import type { OpenFiles } from '../../documents/open-files.ts';
import type { ProjectContexts } from '../code-actions/project-contexts.ts';
import { canApply, toWorkspaceEdit } from '../code-actions/to-workspace-edit.ts';
import type { Validator } from '../../documents/validator.ts';
import type { WorkspaceIndex } from '../../documents/workspace-index.ts';

const page = 'multi-region/require-client-failover';

export interface ShowFailoverInput {
  connection: Connection;
  client: ClientAbilities;
  documents: TextDocuments<TextDocument>;
  open: OpenFiles;
  index: Pick<WorkspaceIndex, 'findPlaces'>;
  validator: Validator;
  contexts: ProjectContexts;
  plans: ActionPlans;
}

/** Says what a client does when its region is down, and offers what can be done; for editors without a view of their own. */
export async function showFailover(input: ShowFailoverInput, uri: string, position: Position): Promise<void> {
  const { connection, client, documents, open, index, validator, contexts, plans } = input;
  const document = documents.get(uri);
  const file = document && (await validator.getLinted(document));
  const offset = document?.offsetAt(position) ?? 0;
  const site = file?.facts.clientSites.find(({ range }) => range[0] <= offset && offset < range[1]);
  if (!document || !file || !site) return;
  const { version } = document;

  const [start, end] = site.range;
  const findings = file.findings.filter(({ range }) => range[0] < end && start < range[1]);
  const offers = mergeOffers(file, findings, contexts.createContext(file.path));
  const offer = offers.find(({ kind }) => kind === 'second-region');
  const url = getRulePage(page);
  const choices = [
    ...(offer && client.applyEdit ? [{ title: 'Give it a second region' }] : []),
    ...(url !== undefined && client.showDocument ? [{ title: 'Show documentation' }] : []),
  ];
  const text = `${site.className}: ${describeClient(site, findClient(index.findPlaces(file.path), site))}.`;
  const choice = await connection.window.showInformationMessage(text, ...choices);
  if (choice?.title === 'Show documentation' && url !== undefined) {
    await connection.window.showDocument({ uri: url, external: true });
  } else if (choice && offer && document.version === version) {
    const { kind, id } = offer;
    const data = {
      uri,
      version,
      scope: 'offer',
      choice: { kind, id },
      findings: toKeys(offer.findings),
    } as const;
    const { files } = await plans.plan(data, file);
    if (!canApply(files, client)) return;
    const edit = toWorkspaceEdit(files, { open, client, needsConfirmation: false });
    await connection.workspace.applyEdit({ label: 'Give the client a second region', edit });
  }
}
