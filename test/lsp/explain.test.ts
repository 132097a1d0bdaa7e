import {
  CancellationTokenSource,
  LSPErrorCodes,
  WorkDoneProgress,
  type CodeLens,
  type Hover,
  type MarkupContent,
} from 'vscode-languageserver-protocol/node';
import type { ScratchRepository } from '../support/scratch-repository.ts';
import { modern } from './capabilities.ts';
import { startEditor, stopAll, toUri, type Editor } from './editor.ts';
import { clientIn, clientRange, createProject, regionRange } from './samples.ts';

let project: ScratchRepository;
beforeEach(() => {
  project = createProject({
    'src/c.ts': clientIn('us-east-1'),
    'test/a.test.ts': "const region = 'us-east-1'; // and eu-west-1b\n",
  });
});
afterEach(async () => {
  await stopAll();
  project.remove();
});

const uriOf = (path: string) => toUri(`${project.root}/${path}`);

async function start(options: Parameters<typeof startEditor>[0] = {}) {
  return startEditor({ roots: [project.root], ...options });
}

async function hover({ connection }: Editor, uri: string, line: number, character: number): Promise<string> {
  const answer: Hover | null = await connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position: { line, character },
  });
  return answer ? (answer.contents as MarkupContent).value : '';
}

function requestLenses({ connection }: Editor, uri: string): Promise<CodeLens[]> {
  return connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
}

/** The status comes when there is something new. */
async function waitForReady({ received }: Editor): Promise<void> {
  await vi.waitFor(() => {
    expect(received.status.at(-1)?.state).toBe('ready');
  }, 20_000);
}

describe('hover on a region', () => {
  it('says what it is, and where the workspace uses it', async () => {
    const editor = await start({ initializationOptions: { trusted: false } });
    await waitForReady(editor);
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    const text = await hover(editor, uri, 1, regionRange.start.character + 3);
    expect(text).toContain('**us-east-1** · US East (N. Virginia) · AWS');
    expect(text).toContain('Partition `aws`');
    expect(text).toContain('`use1-az`');
    expect(text).toContain('`us-east-2` (US East (Ohio))');
    expect(text).toContain('in 2 places in 2 files');
    expect(text).toContain(`[src/c.ts:2](${uriOf('src/c.ts')}#L2)`);
  });

  it('works where nothing is reported: in tests, in comments, in documents that are not saved', async () => {
    const editor = await start();
    const uri = uriOf('test/a.test.ts');
    await editor.open(uri);
    expect(await hover(editor, uri, 0, 20)).toContain('N. Virginia');
    expect(await hover(editor, uri, 0, 40)).toContain('Europe (Ireland)');
    await editor.open('untitled:Untitled-1', "f('asia-east1');");
    expect(await hover(editor, 'untitled:Untitled-1', 0, 6)).toContain('Taiwan · Google Cloud');
  });

  it('is silent elsewhere, in other languages, and when it is switched off', async () => {
    const editor = await start();
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    expect(await hover(editor, uri, 0, 3)).toBe('');
    await editor.open(uriOf('README.md'), 'us-east-1', 'markdown');
    expect(await hover(editor, uriOf('README.md'), 0, 3)).toBe('');
    await editor.setSettings({ hover: { enable: false } });
    await vi.waitFor(async () => {
      expect(await hover(editor, uri, 1, regionRange.start.character + 3)).toBe('');
    });
  });
});

/** What a lens on the client of `clientIn` runs. */
function showFailover(uri: string) {
  return { command: 'multiRegion.showFailover', arguments: [uri, clientRange.start] };
}

describe('code lens', () => {
  it('says above a client where else it can go, where no finding says it', async () => {
    const editor = await start();
    const uri = uriOf('src/a.ts');
    const other = "import { SQSClient } from '@aws-sdk/client-sqs';\nexport const sqs = new SQSClient({});\n";
    await editor.open(uri, clientIn('us-east-1') + other);
    const lenses = await requestLenses(editor, uri);
    expect(lenses.map(({ range, command }) => [range.start.line, command?.title])).toEqual([
      [3, 'follows the deployment'],
    ]);
  });

  it('names the value of another module that is the region', async () => {
    const editor = await start();
    const uri = uriOf('src/a.ts');
    const client = 'export const s3 = new S3Client({ region: regions.primary });\n';
    const sdk = "import { S3Client } from '@aws-sdk/client-s3';\n";
    await editor.open(uri, `${sdk}import { regions } from './config/regions.js';\n${client}`);
    const titles = async () => (await requestLenses(editor, uri)).map(({ command }) => command?.title);
    expect(await titles()).toEqual(['region from regions.primary']);
    await editor.change(uri, 2, `${sdk}const { regions } = require('./config/regions.cjs');\n${client}`);
    expect(await titles()).toEqual(['region from regions.primary']);
    await editor.change(uri, 3, `${sdk}const regions = choose();\n${client}`);
    expect(await titles()).toEqual([]);
    const fallback = "new S3Client({ region: process.env.AWS_REGION ?? 'eu-west-1' });\n";
    await editor.change(uri, 4, `${sdk}export const s3 = ${fallback}`);
    expect(await titles()).toEqual(['follows the deployment, or eu-west-1 when AWS_REGION is not set']);
  });

  it('leads to a second region, also in an editor without a view of its own', async () => {
    const editor = await start();
    editor.answer = 'Give it a second region';
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    await editor.connection.sendRequest('workspace/executeCommand', showFailover(uri));
    expect(editor.received.questions).toMatchObject([{ message: 'S3Client: us-east-1 · no second region.' }]);
    expect(JSON.stringify(editor.received.applied)).toContain('withRegionFailover');
  });

  it('leads to the page, and does nothing when it is not wanted', async () => {
    const editor = await start();
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    await editor.connection.sendRequest('workspace/executeCommand', showFailover(uri));
    expect(editor.received.documents).toEqual([]);
    editor.answer = 'Show documentation';
    await editor.connection.sendRequest('workspace/executeCommand', showFailover(uri));
    expect(editor.received.documents).toMatchObject([
      { uri: expect.stringContaining('require-client-failover') as string },
    ]);
    expect(editor.received.applied).toEqual([]);
  });

  it('is left to an editor that has a view of its own', async () => {
    const commands = ['multiRegion.showFailover'];
    const editor = await start({ initializationOptions: { trusted: true, commands } });
    expect(editor.offered.executeCommandProvider?.commands).toEqual([
      'multiRegion.moveAllToConfig',
      'multiRegion.openRulePage',
      'multiRegion.showNextStep',
    ]);
  });

  it('goes away with its setting', async () => {
    const editor = await start();
    const uri = uriOf('src/a.ts');
    await editor.open(uri, clientIn('us-east-1').replace("region: 'us-east-1'", ''));
    expect(await requestLenses(editor, uri)).toHaveLength(1);
    await editor.setSettings({ codeLens: { enable: false } });
    await vi.waitFor(() => {
      expect(editor.received.lensRefreshes).toBeGreaterThan(0);
    });
    expect(await requestLenses(editor, uri)).toEqual([]);
  });
});

describe('regions that come from another file', () => {
  const user = (service: string) => `import { regions } from './config/regions.js';
import { ${service}Client } from '@aws-sdk/client-${service.toLowerCase()}';
export const ${service.toLowerCase()} = new ${service}Client({ region: regions.primary });
`;

  beforeEach(() => {
    project.write({
      'src/config/regions.ts': "export const regions = { primary: 'us-west-2' };\n",
      'src/mails.ts': user('SES'),
      'src/queue.ts': user('SQS'),
    });
  });

  it('are counted where they are used, as in the audit', async () => {
    const editor = await start({ initializationOptions: { trusted: false } });
    await waitForReady(editor);
    const count = () => editor.received.status.at(-1)?.regions.find(({ region }) => region === 'us-west-2');
    expect(count()).toEqual({ region: 'us-west-2', count: 2 });
    const { folders } = await editor.connection.sendRequest<{
      folders: { report: { regions: { region: string; places: number }[] } }[];
    }>('multiRegion/audit');
    expect(folders[0]?.report.regions.map(({ region, places }) => ({ region, count: places }))).toEqual(
      editor.received.status.at(-1)?.regions,
    );
    const uri = uriOf('src/config/regions.ts');
    await editor.open(uri);
    const text = await hover(editor, uri, 0, 40);
    expect(text).toContain('src/mails.ts:3');
    expect(text).toContain('src/queue.ts:3');
    expect(text).not.toContain('src/config/regions.ts:1');
  });

  it('are named above the client, and follow what is typed in the other file', async () => {
    const editor = await start({ initializationOptions: { trusted: false } });
    await waitForReady(editor);
    const uri = uriOf('src/mails.ts');
    await editor.open(uri);
    const titles = async () => (await requestLenses(editor, uri)).map(({ command }) => command?.title);
    expect(await titles()).toEqual(['us-west-2 (src/config/regions.ts:1) · no second region']);
    const config = uriOf('src/config/regions.ts');
    await editor.open(config);
    await editor.change(config, 2, '\nexport const regions = { primary: process.env.MAILS_REGION };\n');
    await editor.pull(config);
    await vi.waitFor(async () => {
      expect(await titles()).toEqual(['region from MAILS_REGION (src/config/regions.ts:2)']);
    }, 60_000);
    expect(editor.received.lensRefreshes).toBeGreaterThan(0);
  }, 90_000);
});

describe('the status', () => {
  it('counts the regions as the audit does, and follows what is typed', async () => {
    const editor = await start({ initializationOptions: { trusted: false } });
    await waitForReady(editor);
    const { status } = editor.received;
    expect(status.at(-1)?.regions).toEqual([
      { region: 'us-east-1', count: 2 },
      { region: 'eu-west-1', count: 1 },
    ]);
    const { folders } = await editor.connection.sendRequest<{
      folders: { name: string; uri: string; report: { regions: object[]; findings: object[] } }[];
    }>('multiRegion/audit');
    expect(folders).toMatchObject([
      {
        uri: toUri(project.root),
        report: {
          version: 1,
          regions: [
            { region: 'us-east-1', places: 2 },
            { region: 'eu-west-1', places: 1 },
          ],
        },
      },
    ]);
    expect(status.at(-1)?.findings).toBe(folders[0]?.report.findings.length);
    const uri = uriOf('src/a.ts');
    await editor.open(uri, clientIn('sa-east-1'));
    await editor.pull(uri);
    await vi.waitFor(() => {
      expect(status.at(-1)?.regions).toContainEqual({ region: 'sa-east-1', count: 1 });
    });
  });

  it('is not sent to editors that do not know it', async () => {
    const editor = await start();
    const uri = uriOf('src/a.ts');
    await editor.open(uri);
    await editor.connection.sendRequest('multiRegion/audit');
    expect(editor.received.status).toEqual([]);
  });
});

describe('multiRegion/audit', () => {
  it('shows its progress, and can be cancelled', async () => {
    // Enough of them that the audit is still at work when it is cancelled.
    const copies = Array.from({ length: 400 }, (_, index) => [`src/copy-${index}.ts`, clientIn('us-east-1')]);
    project.write(Object.fromEntries(copies) as Record<string, string>);
    const editor = await start();
    const kinds: string[] = [];
    const workDoneToken = 'audit';
    editor.connection.onProgress(WorkDoneProgress.type, workDoneToken, ({ kind }) => {
      kinds.push(kind);
    });
    await editor.connection.sendRequest('multiRegion/audit', { workDoneToken });
    expect([kinds[0], kinds.at(-1)]).toEqual(['begin', 'end']);
    const source = new CancellationTokenSource();
    editor.connection.onProgress(WorkDoneProgress.type, 'cancelled', ({ kind }) => {
      if (kind === 'begin') source.cancel();
    });
    await expect(
      editor.connection.sendRequest('multiRegion/audit', { workDoneToken: 'cancelled' }, source.token),
    ).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(await editor.connection.sendRequest('multiRegion/audit')).toMatchObject({ folders: [{}] });
  });
});

describe('multiRegion.moveAllToConfig', () => {
  const command = { command: 'multiRegion.moveAllToConfig', arguments: [] };

  it('asks for one edit of all folders', async () => {
    const editor = await start();
    await editor.connection.sendRequest('workspace/executeCommand', command);
    const [edit, ...others] = editor.received.applied;
    expect(others).toEqual([]);
    const text = JSON.stringify(edit);
    for (const path of ['src/a.ts', 'src/b.ts', 'src/c.ts', 'src/config/regions.ts'])
      expect(text).toContain(uriOf(path));
    expect(text).toContain('"needsConfirmation":true');
  });

  it('says how many findings are left', async () => {
    const legacy = (name: string) => `import { STSClient } from '@aws-sdk/client-sts';
export const ${name} = new STSClient({ useGlobalEndpoint: true });
`;
    project.write({ 'src/legacy.ts': legacy('sts') });
    const editor = await start();
    await editor.connection.sendRequest('workspace/executeCommand', command);
    expect(editor.received.messages).toEqual(['Of 7 findings, 1 was left alone. The output says why.']);
    expect(editor.received.logged).toContainEqual(expect.stringContaining('legacy.ts:2:'));
    project.write({ 'src/older.ts': legacy('older') });
    await editor.touch(uriOf('src/older.ts'));
    await editor.connection.sendRequest('workspace/executeCommand', command);
    expect(editor.received.messages[1]).toContain('Of 8 findings, 2 were left alone.');
  });

  it('says what an editor cannot do, and when there is nothing to do', async () => {
    const workspace = { ...modern.workspace, workspaceEdit: { documentChanges: true } };
    const editor = await start({ capabilities: { ...modern, workspace } });
    await editor.connection.sendRequest('workspace/executeCommand', command);
    expect(editor.received.messages).toEqual([expect.stringContaining('multi-region fix')]);
    const empty = createProject({ 'src/a.ts': '', 'src/b.ts': '' });
    try {
      const other = await startEditor({ roots: [empty.root] });
      await other.connection.sendRequest('workspace/executeCommand', command);
      expect(other.received.messages).toEqual(['There is no region that can be moved into config.']);
    } finally {
      empty.remove();
    }
  });
});
