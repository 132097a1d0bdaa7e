import picocolors from 'picocolors';
import type { Impact, ImpactSite } from '../impact/impact.ts';
import { renderImpactHtml } from './page/impact.ts';
import { layOutImpact } from './page/impact-layout.ts';
import { formatImpactMarkdown } from './impact-markdown.ts';
import { summarizeImpact } from './impact-summary.ts';
import { formatImpactTree } from './impact-tree.ts';
import { formatMermaid } from './mermaid.ts';

const site = (path: string, line: number, service?: string): ImpactSite => ({
  path,
  line,
  column: 3,
  service,
  origin: 'literal',
});

const nothing: Impact = {
  region: 'us-east-1',
  sites: [],
  entries: [],
  unreached: [],
  regions: [],
  fileCount: 9,
  unresolved: [],
  outsideCount: 0,
};

/** main -> a -> s3, main -> a -> sqs; cli -> s3. */
const impact: Impact = {
  ...nothing,
  sites: [site('src/s3.ts', 2, 's3'), site('src/s3.ts', 7), site('src/sqs.ts', 1, 'sqs')],
  entries: [
    {
      kind: 'handler',
      path: 'src/main.ts',
      name: 'place',
      reaches: [
        { site: 0, via: ['src/a.ts'] },
        { site: 1, via: ['src/a.ts'] },
        { site: 2, via: ['src/a.ts'] },
      ],
    },
    { kind: 'bin', path: 'src/cli.ts', name: undefined, reaches: [{ site: 0, via: [] }] },
  ],
};

/** A repository is not to be trusted with what its files are called. */
const awkward = `src/<img src=x onerror=alert(1)>"'&\`]--> A{#1;}%%\u001B[2J\n|end.ts`;
const strange: Impact = {
  ...nothing,
  region: '<b>',
  sites: [site(awkward, 1, '<s3>')],
  entries: [{ kind: 'root', path: awkward, name: '</svg><script>', reaches: [{ site: 0, via: [] }] }],
  unresolved: [{ path: awkward, specifier: '<i>' }],
};

const plain = { colors: picocolors.createColors(false), cwd: '/project' };

describe('formatImpactTree', () => {
  it('draws what the ways share once', () => {
    expect(formatImpactTree(impact, '/project', plain)).toBe(`If us-east-1 goes down, these go down with it:

Lambda handler  src/main.ts  place
└─ src/a.ts
   ├─ src/s3.ts
   │  ├─ 2:3  s3
   │  └─ 7:3
   └─ src/sqs.ts
      └─ 1:3  sqs

command  src/cli.ts
└─ src/s3.ts
   └─ 2:3  s3

3 places in 2 files depend on us-east-1, and 2 entry points reach them.
`);
  });

  it('lets no name steer the terminal', () => {
    expect(formatImpactTree(strange, '/project', plain)).not.toMatch(/[^\P{Cc}\n]/u);
  });
});

describe('summarizeImpact', () => {
  it('counts what is not reached, not followed and outside', () => {
    const unresolved = ['a', 'b', 'c', 'd'].map((specifier) => ({ path: 'src/a.ts', specifier }));
    expect(summarizeImpact({ ...impact, unreached: [2], unresolved, outsideCount: 2 })).toEqual([
      '3 places in 2 files depend on us-east-1, and 2 entry points reach 2 of them.',
      "4 imports could not be followed, so entry points may be missing: 'a' in src/a.ts, 'b' in src/a.ts, 'c' in src/a.ts, ….",
      '2 imports lead out of the audited folder and were not followed.',
    ]);
  });
});

describe('formatMermaid', () => {
  it('draws entries, the files between and pinned files', () => {
    expect(formatMermaid(impact)).toBe(`flowchart LR
  n0["Lambda handler<br>place<br>src/main.ts"]:::entry
  n1["src/a.ts"]:::file
  n2["src/s3.ts<br>line 2, 7<br>s3"]:::site
  n3["src/sqs.ts<br>line 1<br>sqs"]:::site
  n4["command<br>src/cli.ts"]:::entry
  n0 --> n1
  n1 --> n2
  n1 --> n3
  n4 --> n2
  classDef entry fill:#dbeafe,stroke:#1d4ed8,color:#111827
  classDef file fill:#f3f4f6,stroke:#6b7280,color:#111827
  classDef site fill:#fee2e2,stroke:#b91c1c,color:#111827
`);
  });

  it('has no marks of Mermaid or HTML in names', () => {
    const [, node = ''] = formatMermaid(strange).split('\n');
    const [, label = ''] = /^ {2}n0\["(.*)"\]:::site$/u.exec(node) ?? [];
    expect(label.replaceAll('<br>', '').replaceAll(/#\d+;/gu, '')).toMatch(/^[\w ./?:()=-]+$/u);
  });

  it('draws no more than Mermaid can', () => {
    const entries = Array.from({ length: 1000 }, (_, index) => ({
      kind: 'root' as const,
      path: `src/m${index}.ts`,
      name: undefined,
      reaches: [{ site: 0, via: [] }],
    }));
    const text = formatMermaid({ ...impact, entries });
    expect(text.match(/-->/gu)?.length).toBeLessThan(500);
    expect(text.length).toBeLessThan(50_000);
    expect(text).toMatch(/\b7\d\d more entry points/u);
  });
});

describe('formatImpactMarkdown', () => {
  it('fences the picture', () => {
    const text = formatImpactMarkdown(impact, (each) => each);
    expect(text).toMatch(
      /^## If us-east-1 goes down\n\n3 places .+\n\n```mermaid\nflowchart LR\n[^`]+```\n$/u,
    );
  });

  it('draws nothing for nothing', () => {
    expect(formatImpactMarkdown(nothing, (each) => each)).not.toContain('mermaid');
  });
});

describe('layOutImpact', () => {
  it('puts entries left, pinned files right, and no box on another', () => {
    const { boxes, arrows, width, height } = layOutImpact(impact);
    const x = Object.fromEntries(boxes.map((box) => [box.path, box.x]));
    expect(x['src/main.ts']).toBe(x['src/cli.ts']);
    expect(x['src/main.ts']).toBeLessThan(x['src/a.ts'] ?? 0);
    expect(x['src/a.ts']).toBeLessThan(x['src/s3.ts'] ?? 0);
    expect(new Set(boxes.map((box) => `${box.x} ${box.y}`)).size).toBe(boxes.length);
    expect(Math.max(...boxes.map((box) => box.x))).toBeLessThan(width);
    expect(Math.max(...boxes.map((box) => box.y))).toBeLessThan(height);
    expect(arrows.map(({ from, to }) => `${from.path} ${to.path}`).sort()).toEqual([
      'src/a.ts src/s3.ts',
      'src/a.ts src/sqs.ts',
      'src/cli.ts src/s3.ts',
      'src/main.ts src/a.ts',
    ]);
  });

  it('marks the ways from one entry to one file', () => {
    const { boxes } = layOutImpact(impact);
    const ways = Object.fromEntries(boxes.map((box) => [box.path, [...box.ways]]));
    expect(ways).toEqual({
      'src/main.ts': [0, 1],
      'src/a.ts': [0, 1],
      'src/s3.ts': [0, 2],
      'src/sqs.ts': [1],
      'src/cli.ts': [2],
    });
  });
});

describe('renderImpactHtml', () => {
  it('escapes all names', () => {
    const { html } = renderImpactHtml(strange);
    const tags = new Set(Array.from(html.matchAll(/<\/?(\w+)/gu), ([, name]) => name));
    expect([...tags].sort()).toEqual(
      'code defs div g marker p path rect span svg table tbody td text th thead title tr wbr'.split(' '),
    );
    expect(html).not.toMatch(/onerror=alert\(1\)>/u);
    expect(html).toContain('&lt;img');
  });

  it('has no style and no handler in its tags, for the policy of the page forbids them', () => {
    expect(renderImpactHtml(impact).html).not.toMatch(/\s(?:style|on\w+)=/u);
  });

  it('says so when nothing depends on the region', () => {
    const { html } = renderImpactHtml(nothing);
    expect(html).toContain('Nothing in 9 source files depends on us-east-1.');
    expect(html).not.toContain('<svg');
  });
});
