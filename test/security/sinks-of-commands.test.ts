import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import picocolors from 'picocolors';
import type { Audit } from '../../server/src/audit/audit.ts';
import { formatBrief } from '../../server/src/audit/handout/brief.ts';
import { formatRunbook } from '../../server/src/audit/handout/runbook.ts';
import type { Impact } from '../../server/src/audit/impact/impact.ts';
import { groupByService } from '../../server/src/audit/inventory.ts';
import { reports } from '../../server/src/audit/reports/reports.ts';
import { formatJson } from '../../server/src/chaos/reports/json.ts';
import { formatJunit } from '../../server/src/chaos/reports/junit.ts';
import { formatMarkdown } from '../../server/src/chaos/reports/markdown.ts';
import { formatTerminal } from '../../server/src/chaos/reports/terminal.ts';
import type { RunResult } from '../../server/src/chaos/run-result.ts';
import type { FixChange, FixPlan } from '../../server/src/mass-fix/fix-plan.ts';
import { formatPullRequest } from '../../server/src/mass-fix/pull-request.ts';
import { formatSummary } from '../../server/src/mass-fix/summary.ts';
import { runCli } from '../support/run-cli.ts';
import { createCanary, type Canary } from './canary.ts';
import { evilFinding, evilPlace, evilSubject } from './evil-audit.ts';
import { evil, steering } from './evil.ts';

// The sinks of all commands but the plain audit, which sinks.test.ts has.

const colors = picocolors.createColors(false);
const [place] = groupByService([
  { ...evilPlace, decidedBy: { variable: evil, path: evil, line: 1, column: 1 } },
]);

const impact: Impact = {
  region: evil,
  sites: [{ path: evil, line: 1, column: 1, service: evil, origin: 'literal' }],
  entries: [{ kind: 'handler', path: evil, name: evil, reaches: [{ site: 0, via: [evil, evil] }] }],
  unreached: [],
  regions: [evil],
  fileCount: 1,
  unresolved: [{ path: evil, specifier: evil }],
  outsideCount: 1,
};
const audit = {
  root: '/project',
  folder: evil,
  fileCount: 1,
  findings: [evilFinding],
  services: place ? [place] : [],
  leftOut: [],
  subject: evilSubject,
  coverage: { uncovered: [], otherKinds: [] },
  impacts: [impact],
} as unknown as Audit;

const frame = { function: evil, file: evil, line: 1, column: 1 };
const call = {
  service: evil,
  operation: evil,
  region: evil,
  process: evil,
  frames: [frame],
  start: 1,
  end: 2,
  fault: 'refuse',
  isAnswered: false,
  error: evil,
  done: 2,
  answeredIn: evil,
  answerFrames: [frame],
  ms: 1,
  doneInAll: 2,
};
const results = (['passed', 'failed', 'inconclusive'] as const).map(
  (kind) =>
    ({
      experiment: { region: evil, fault: 'throttle', services: [evil] },
      command: [evil],
      end: { code: undefined, signal: evil, start: 0, ms: 1 },
      processes: 1,
      calls: {
        hit: ['answered', 'elsewhere', 'followed', 'failed'].map((outcome) => ({ ...call, outcome })),
        straight: [call],
        connections: [{ service: evil, count: 1 }],
      },
      probe: undefined,
      control: { code: undefined, signal: evil, start: 0, ms: 1 },
      verdict: { kind, reason: evil },
    }) as unknown as RunResult,
);

const fixed = { ruleId: evil, message: evil, path: `/project/${evil}`, line: 1, column: 1 };
const change = {
  path: `/project/${evil}`,
  before: evil,
  after: evil,
  packages: new Set(['/project']),
  isRead: false,
  done: [fixed],
} as unknown as FixChange;
const plan = {
  root: '/project',
  fileCount: 1,
  changes: [change],
  done: [fixed],
  refused: [{ finding: fixed, original: fixed, reason: evil }],
  variables: [
    { name: evil, region: evil, isRequired: false, example: `/project/${evil}`, folder: '/project' },
  ],
  tests: [{ path: `/project/${evil}`, sets: [evil], names: [evil] }],
  outdated: [{ path: `/project/${evil}`, version: 1, isChanged: true }],
  notices: [{ kind: 'failed', path: `/project/${evil}`, line: 1, column: 1, message: evil }],
} as unknown as FixPlan;

const write = (name: string) =>
  reports.find((each) => each.name === name)?.write(audit, { colors, cwd: '/project', version: '1.0.0' }) ??
  '';

const texts: Readonly<Record<string, () => string>> = {
  chaos: () => formatTerminal(results, { colors, cwd: '/project' }),
  'fix --summary text': () =>
    formatSummary(plan, [change], [change], {
      strategy: 'config',
      isDry: false,
      cwd: '/project',
      bold: (text) => text,
    }),
  'audit --region': () => write('terminal'),
};
const markdowns: Readonly<Record<string, () => string>> = {
  'chaos --format markdown': () => formatMarkdown(results, '/project'),
  runbook: () => formatRunbook(audit, impact, undefined),
  brief: () =>
    formatBrief({
      revision: evil,
      before: { audit, commit: evil, date: evil },
      after: { audit, commit: evil, date: evil },
      region: evil,
      impacts: { before: impact, after: impact },
      tried: [
        {
          service: evil,
          region: evil,
          fault: evil,
          date: evil,
          commit: evil,
          result: 'failed',
          isStale: undefined,
        },
      ],
    }),
  'fix --summary markdown': () => formatPullRequest(plan, [change], 'config'),
  'audit --region --format markdown': () => write('markdown'),
};

it.each(Object.entries({ ...texts, ...markdowns }))('%s: nothing steers', (_name, make) => {
  expect(steering.exec(make())).toBeNull();
});

it.each(Object.entries(texts))('%s: no text has a line of its own', (_name, make) => {
  for (const line of make().split('\n')) expect(line).not.toMatch(/^(?:::error|\|)/u);
});

it.each(Object.entries(markdowns))('%s: nothing is markup', (_name, make) => {
  // In code it is text: as CommonMark has it, a span ends at as many backticks as it began with.
  const text = make()
    .replaceAll(/^```mermaid\n.*?^```$/gmsu, '')
    .replaceAll(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/gu, '');
  for (const part of ['<img', '<script', '](command', '](https://evil', '@everyone', '**b**']) {
    expect(text).not.toContain(part);
  }
  for (const line of make().split('\n')) expect(line).not.toMatch(/^::error/u);
});

it('chaos --format json: is valid', () => {
  expect(() => JSON.parse(formatJson(results)) as unknown).not.toThrow();
});

it('chaos --format junit: has no markup and no control character of others', () => {
  const text = formatJunit(results);
  for (const part of ['<img', '<script', ']]>']) expect(text).not.toContain(part);
  expect(/[^\P{Cc}\r\n\t]/u.exec(text)).toBeNull();
});

it('mermaid: no text ends its label', () => {
  const text = write('mermaid');
  expect(steering.exec(text)).toBeNull();
  for (const part of ['<img', '<script', '"><', '](command']) expect(text).not.toContain(part);
});

describe('audit merge', () => {
  let canary: Canary;
  let root: string;
  beforeEach(() => {
    canary = createCanary();
    ({ root } = canary);
  });
  afterEach(() => {
    canary.remove();
  });

  async function createReport(): Promise<object> {
    writeFileSync(
      join(root, 'a.ts'),
      "import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ region: 'us-east-1' });\n/* eslint multi-region/x: [oops */\n",
    );
    await runCli(['audit', '--no-config', '--format', 'json', '--output', 'r.json', '.'], { cwd: root });
    return JSON.parse(readFileSync(join(root, 'r.json'), 'utf8')) as object;
  }

  it('takes no text of a report for more than a text', async () => {
    const words = new Set(['origin', 'failover', 'severity', 'kind', 'form', 'cloud']);
    const spoil = (value: unknown, key = ''): unknown => {
      if (typeof value === 'string') return words.has(key) ? value : evil;
      if (Array.isArray(value)) return value.map((each) => spoil(each));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spoil(each, name)]));
    };
    const report = spoil(await createReport()) as Record<string, unknown>;
    writeFileSync(join(root, 'r.json'), JSON.stringify({ ...report, folder: '' }));
    for (const format of ['terminal', 'markdown', 'html']) {
      const { stdout, stderr } = await runCli(['audit', 'merge', 'r.json', '--format', format], {
        cwd: root,
      });
      expect(stderr).not.toContain('report it');
      expect(steering.exec(stdout + stderr)).toBeNull();
      expect(stdout).not.toContain('<img src');
    }
  });

  it('says what is wrong with a report of another shape, and where', async () => {
    const report = await createReport();
    const places: (string | number)[][] = [];
    const collect = (value: unknown, path: (string | number)[]): void => {
      places.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, each] of Object.entries(value)) {
        collect(each, [...path, Array.isArray(value) ? Number(key) : key]);
      }
    };
    collect(report, []);
    const spoiled = [null, -1e308, 'toString', ['__proto__'], { length: 1e9 }, true, ''];
    const names: string[] = [];
    // One after the other, all in a few files: each has its own mistake.
    for (const [index, path] of places.entries()) {
      const copy: unknown = structuredClone(report);
      const last = path.at(-1);
      if (last === undefined) continue;
      let owner = copy as Record<string | number, unknown>;
      for (const key of path.slice(0, -1)) owner = owner[key] as typeof owner;
      owner[last] = spoiled[index % spoiled.length];
      const name = `r${index}.json`;
      writeFileSync(join(root, name), JSON.stringify(copy));
      names.push(name);
    }
    const results = await Promise.all(
      names
        .filter((_, index) => index % 8 === 0)
        .map((name) => runCli(['audit', 'merge', name], { cwd: root })),
    );
    for (const { code, stderr } of results) {
      expect([0, 1, 2]).toContain(code);
      expect(stderr).not.toContain('report it');
    }
  });
});
