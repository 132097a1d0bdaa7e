import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv, type AnySchema } from 'ajv';
import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import { findChromium, startBrowser } from '../vscode/host/browser.ts';
import { runCli } from '../support/run-cli.ts';
import { createScratchRepository, type ScratchRepository } from '../support/scratch-repository.ts';

const client = `import { S3Client } from '@aws-sdk/client-s3';
export const s3 = new S3Client({ region: 'us-east-1' });
`;
const fine = `import { SQSClient } from '@aws-sdk/client-sqs';
export const sqs = new SQSClient({});
`;
/** Names that break what is not written with care. */
const awkward = [
  'new\nline.ts',
  'quote".ts',
  'comma,semicolon;.ts',
  "=cmd|'!A0.ts",
  '+1.ts',
  '-1.ts',
  '@SUM(1).ts',
  '<img src=x onerror=alert(1)>.ts',
  'pipe|back`tick``.ts',
  '[link](x).ts',
  'space #%20?.ts',
  'ünï☃.ts',
  "it's.ts",
  '${x}</script>.ts',
];

let repository: ScratchRepository;
let empty: ScratchRepository;

beforeAll(() => {
  repository = createScratchRepository();
  repository.git('init', '--quiet');
  repository.write({
    'packages/a/fine.ts': fine,
    'packages/a/broken.ts': `${client}let = ;\n`,
    ...Object.fromEntries(awkward.map((name) => [`packages/a/${name}`, client])),
  });
  empty = createScratchRepository();
  empty.write({ 'a.ts': 'export {};\n' });
});
afterAll(() => {
  repository.remove();
  empty.remove();
});

async function audit(
  format: string,
  folder = join(repository.root, 'packages/a'),
  ...args: string[]
): Promise<string> {
  const { stdout, code, stderr } = await runCli(['audit', folder, '--format', format, ...args], {
    maxBuffer: Infinity,
  });
  if (code === 2) throw new Error(stderr);
  return stdout;
}

const sorted = (names: Iterable<string>) => [...new Set(names)].sort();
const require = createRequire(import.meta.url);

function compile(schema: AnySchema, Validator: typeof Ajv | typeof AjvDraft4.default = Ajv) {
  // SARIF's schema has a pattern that is no Unicode pattern.
  const ajv = new Validator({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (value: unknown) => {
    void validate(value); // its schema is not one of those that make it a promise
    return validate.errors ?? [];
  };
}

describe('json', () => {
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../server/schema/audit.schema.json'), 'utf8'),
  ) as AnySchema;
  const check = compile(schema);

  it('is what its schema says, with findings and without', async () => {
    const report = JSON.parse(await audit('json')) as { findings: { path: string }[] };
    expect(check(report)).toEqual([]);
    expect(sorted(report.findings.map(({ path }) => path))).toEqual(sorted(awkward));
    expect(check(JSON.parse(await audit('json', empty.root)))).toEqual([]);
  });

  it('is so with all that options add', async () => {
    const baseline = ['--baseline', join(empty.root, 'known.json')];
    await audit('json', empty.root, ...baseline, '--update-baseline');
    const all = await audit('json', undefined, ...baseline, '--region', 'us-east-1');
    const report = JSON.parse(all) as { impact: { sites: unknown[]; entries: unknown[] }; baseline: unknown };
    expect(check(report)).toEqual([]);
    expect(report.impact.sites).toHaveLength(awkward.length);
    expect(report.impact.entries).not.toEqual([]);
    expect(report.baseline).toEqual({ hidden: 0, unneeded: [] });
    expect(check(JSON.parse(await audit('json', undefined, '--shard', '1/2')))).toEqual([]);
  });

  it('names what was left out', async () => {
    expect(JSON.parse(await audit('json'))).toMatchObject({
      folder: 'packages/a',
      leftOut: [{ kind: 'failed', path: 'broken.ts', line: 3 }],
    });
  });

  it('takes criticality and plans from the ESLint config, which is not run', async () => {
    const scratch = createScratchRepository();
    try {
      scratch.write({
        'eslint.config.mjs': `throw new Error();
          export default [{ settings: { 'multi-region': { services: { s3: { critical: true, failover: 'replica' } } } } }];`,
        'a.ts': client,
        'b.ts': fine,
      });
      expect(JSON.parse(await audit('json', scratch.root))).toMatchObject({
        services: [
          { service: 's3', critical: true, failover: 'replica' },
          { service: 'sqs', critical: null, failover: null },
        ],
        singlePointsOfFailure: [],
      });
    } finally {
      scratch.remove();
    }
  });

  it('has a schema that describes all of it and refuses what is wrong', async () => {
    interface Description {
      properties?: object;
      definitions?: Record<string, Description>;
    }
    const { properties, definitions } = schema as Description;
    const report = JSON.parse(await audit('json')) as Record<string, unknown> & { findings: object[] };
    expect(Object.keys(properties ?? {}).sort()).toEqual(Object.keys(report).sort());
    expect(Object.keys(definitions?.finding?.properties ?? {}).sort()).toEqual(
      Object.keys(report.findings[0] ?? {}).sort(),
    );
    expect(check({ ...report, version: 2 })).not.toEqual([]);
    expect(check({ ...report, findings: [{ ...report.findings[0], line: 0 }] })).not.toEqual([]);
  });
});

interface Sarif {
  runs: {
    tool: { driver: { rules: { id: string; helpUri: string }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      locations: { physicalLocation: { artifactLocation: { uri: string; uriBaseId: string } } }[];
      partialFingerprints: Record<string, string>;
    }[];
    invocations: { toolExecutionNotifications: unknown[] }[];
  }[];
}

describe('sarif', () => {
  const folder = join(require.resolve('@microsoft/jest-sarif/package.json'), '../lib/schemas');
  const check = compile(
    JSON.parse(readFileSync(join(folder, 'sarif-2.1.0-rtm.5.json'), 'utf8')) as AnySchema,
    AjvDraft4.default,
  );

  async function run(folder?: string) {
    const log = JSON.parse(await audit('sarif', folder)) as Sarif;
    const [first] = log.runs;
    if (!first) throw new Error('There is no run.');
    return { log, ...first };
  }

  it('is valid, with findings and without', async () => {
    expect(check((await run()).log)).toEqual([]);
    expect(check((await run(empty.root)).log)).toEqual([]);
    expect(check({ version: '2.1.0', runs: [{}] })).not.toEqual([]);
  });

  it('names files from the root of the repository', async () => {
    const { results } = await run();
    const files = results.flatMap(({ locations }) =>
      locations.map(({ physicalLocation: { artifactLocation } }) => {
        expect(artifactLocation.uriBaseId).toBe('%SRCROOT%');
        expect(artifactLocation.uri).toMatch(/^packages\/a\/[\w.~!*'()%/-]+$/u);
        return decodeURIComponent(artifactLocation.uri);
      }),
    );
    expect(sorted(files)).toEqual(sorted(awkward.map((name) => `packages/a/${name}`)));
    expect(files.filter((file) => !existsSync(join(repository.root, file)))).toEqual([]);
  });

  it('describes the rules and points to their pages', async () => {
    const { results, tool } = await run();
    const { rules } = tool.driver;
    expect(results).not.toEqual([]);
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
    for (const { id, helpUri } of rules) {
      expect(helpUri).toMatch(new RegExp(`^https://.+/${id.replace('multi-region/', '')}\\.md$`, 'u'));
    }
  });

  it('says what was left out', async () => {
    expect((await run()).invocations[0]?.toolExecutionNotifications).toHaveLength(1);
  });

  it('keeps fingerprints when lines shift, and none twice in a file', async () => {
    const scratch = createScratchRepository();
    try {
      scratch.write({ 'a.ts': client + client });
      const before = (await run(scratch.root)).results.map((each) => each.partialFingerprints);
      scratch.write({ 'a.ts': `\n// new\n\n${client}\n${client}` });
      const after = (await run(scratch.root)).results.map((each) => each.partialFingerprints);
      expect(after).toEqual(before);
      expect(new Set(before.map((each) => JSON.stringify(each))).size).toBe(before.length);
      expect(before.length).toBeGreaterThan(1);
    } finally {
      scratch.remove();
    }
  });
});

describe('csv', () => {
  it('comes through a parser with all names, and none of them is a formula', async () => {
    const text = await audit('csv');
    const rows = parseCsv(text, { columns: true, record_delimiter: '\r\n' }) as unknown as Record<
      string,
      string
    >[];
    const of = (type: string) => rows.filter((row) => row.Type === type);
    const names = (type: string) => of(type).map(({ Path = '' }) => Path.replace(/^'(?=[=+\-@])/u, ''));
    expect(sorted(names('finding'))).toEqual(sorted(awkward));
    expect(sorted(names('service'))).toEqual(sorted([...awkward, 'fine.ts']));
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@\t\r\n]/u.test(cell))).toEqual(
      [],
    );
    expect(of('service').find(({ Service }) => Service === 'SQS')).toMatchObject({
      Region: '(AWS_REGION)',
      'Failover plan': 'follows the deployment',
      Path: 'fine.ts',
      Line: '2',
    });
  });

  it('has headings when there is nothing else', async () => {
    expect(await audit('csv', empty.root)).toMatch(
      /^Type,Repository,Service,Region,Decided by,Critical\?,Failover plan,.+\r\n$/u,
    );
  });
});

describe('markdown', () => {
  it('keeps its tables whole, whatever files are called', async () => {
    const text = await audit('markdown');
    const cells = (line: string) => line.split(/(?<!\\)\|/u).length;
    const tables = text
      .trimEnd()
      .split('\n\n')
      .filter((block) => block.startsWith('|'));
    expect(tables).toHaveLength(4);
    for (const table of tables) {
      const [head = '', ...rows] = table.split('\n');
      expect(rows.filter((row) => cells(row) !== cells(head))).toEqual([]);
    }
    const outsideCode = text.replaceAll(/(`+)(?!`).+?(?<!`)\1(?!`)/gu, '');
    expect(outsideCode).not.toMatch(/<img|\]\(x\)/u);
  });

  it('is short when all is well', async () => {
    expect(await audit('markdown', empty.root)).toMatch(
      /^# Multi-Region audit: .+\n\n.+, \d{4}-\d\d-\d\d\. Made by multi-region .+\.\n\nNo findings in 1 source file\.\n$/u,
    );
  });
});

describe('html', () => {
  it('loads nothing, and its policy names its own style and script', async () => {
    const page = await audit('html');
    const hash = (text = '') => `sha256-${createHash('sha256').update(text).digest('base64')}`;
    expect(page).toContain(`style-src '${hash(/<style>(.*)<\/style>/su.exec(page)?.[1])}'`);
    expect(page).toContain(`script-src '${hash(/<script>(.*)<\/script>/su.exec(page)?.[1])}'`);
    expect(page).not.toMatch(/\b(?:src|srcset|style|on\w+)="|@import|url\(/u);
    expect(page).not.toContain('<img');
    expect(page.match(/<\/script>/gu)).toHaveLength(1);
  });

  it.skipIf(!hasChromium())('works in a browser: all names, sorted and filtered, no overflow', async () => {
    const output = join(repository.root, 'report.html');
    await runCli(['audit', join(repository.root, 'packages/a'), '--format', 'html', '--output', output]);
    const browser = await startBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => problems.push(message.text()));
      page.on('dialog', (dialog) => {
        problems.push(dialog.message());
        void dialog.dismiss();
      });
      await page.goto(pathToFileURL(output).href);
      const places = await page.locator('#findings td:first-child').allTextContents();
      const shown = awkward.map((name) => name.replace('\n', '?'));
      expect(sorted(places.map((place) => place.replace(/:\d+:\d+$/u, '')))).toEqual(sorted(shown));
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);

      await page.setViewportSize({ width: 1280, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      const services = page.locator('#services tbody tr:visible td:first-child');
      expect(await services.allTextContents()).toEqual(['S3', 'SQS']);
      const heading = page.locator('#services th').first();
      await heading.getByRole('button').click();
      await heading.getByRole('button').click();
      expect(await heading.getAttribute('aria-sort')).toBe('descending');
      expect(await services.allTextContents()).toEqual(['SQS', 'S3']);
      await page.getByLabel('Region').selectOption('(AWS_REGION)');
      expect(await services.allTextContents()).toEqual(['SQS']);
      await page.getByLabel('Region').selectOption('');
      await page.getByLabel('Search').fill('PIPE tick');
      expect(await page.locator('#findings tbody tr:visible').count()).toBeGreaterThan(0);
      expect(
        sorted(await page.locator('#findings tbody tr:visible td:first-child code').allTextContents()),
      ).toEqual(expect.arrayContaining([expect.stringContaining('pipe|back`tick``.ts:2')]));
      expect(problems).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  it('says so when there is nothing', async () => {
    const page = await audit('html', empty.root);
    expect(page).toContain('No findings in 1 source file.');
    expect(page).toContain('No use of a cloud service was found.');
  });
});

function hasChromium(): boolean {
  try {
    return findChromium() !== '';
  } catch {
    return false;
  }
}
