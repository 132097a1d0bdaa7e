import { createHash } from 'node:crypto';
import { mergeReports } from './merge-reports.ts';
import { renderMessage, renderReport } from './page.ts';
import type { AuditedPlace, AuditedService } from './report.ts';

const pinned: AuditedPlace = {
  path: 'src/a.ts',
  line: 3,
  column: 5,
  region: 'us-east-1',
  origin: 'literal',
  failover: 'none',
};
const free: AuditedPlace = { ...pinned, region: null, origin: 'environment', failover: 'follows-deployment' };

function render(services: readonly AuditedService[], region?: string): string {
  const regions = [{ region: 'us-east-1', places: 1, share: 1 }];
  const report = mergeReports([
    {
      name: 'shop',
      uri: 'file:///w/shop',
      report: { fileCount: 1, findings: [], singlePointsOfFailure: [], services, regions },
    },
  ]);
  return renderReport(report, {
    region,
    getLink: ({ pathInFolder, line }) => `command:open?${pathInFolder}&${line}`,
    getCriticalLink: (name) => `command:critical?${name}`,
  });
}

const service = (fields: Partial<AuditedService> = {}): AuditedService => ({
  service: 's3',
  critical: null,
  failover: null,
  places: [pinned],
  ...fields,
});

/** The cells of the rows, without their tags. */
function cells(html: string): string[][] {
  const body = /<tbody>([\s\S]*)<\/tbody>/.exec(html)?.[1] ?? '';
  return body
    .split('</tr>')
    .slice(0, -1)
    .map((row) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, '')),
    );
}

describe('renderReport', () => {
  it('has a row for each service in each region', () => {
    expect(
      cells(render([service({ places: [pinned, free] }), service({ service: null, critical: true })])),
    ).toEqual([
      // What is critical and has nowhere to go comes first.
      ['not named', 'us-east-1', 'yes', 'none', 'src/a.ts:3'],
      ['s3', 'us-east-1', '?', 'none', 'src/a.ts:3'],
      ['s3', '(environment)', '?', 'follows the deployment', 'src/a.ts:3'],
    ]);
  });

  it('shows the plan of the settings instead of what the code does', () => {
    const html = render([service({ failover: 'mails wait in the queue', critical: false })]);
    expect(cells(html)).toEqual([['s3', 'us-east-1', 'no', 'mails wait in the queue', 'src/a.ts:3']]);
    expect(html).not.toContain('exposed"');
  });

  it('marks rows that have nowhere to go, and counts what is mixed', () => {
    const html = render([service({ places: [pinned, { ...pinned, failover: 'not-needed' }, pinned] })]);
    expect(cells(html)[0]?.[3]).toBe('none (2), not needed (1)');
    expect(html).toContain('class="r0 exposed"');
  });

  it('checks the region that is chosen, or all', () => {
    expect(/id="(\w+)"[^>]*checked/.exec(render([service()], 'us-east-1'))?.[1]).toBe('r0');
    expect(/id="(\w+)"[^>]*checked/.exec(render([service()], 'eu-west-1'))?.[1]).toBe('all');
    expect(/id="(\w+)"[^>]*checked/.exec(render([service()]))?.[1]).toBe('all');
  });

  it('escapes what comes from the repository', () => {
    const html = render([
      service({ service: '<img src=x>', failover: `"'&<b>`, places: [{ ...pinned, path: '<i>.ts' }] }),
    ]);
    expect(html).not.toMatch(/<(?:img|b|i)\b/);
    expect(html).toContain('&#60;img src=x&#62;');
  });

  it('allows its own style and script, and nothing else', () => {
    for (const html of [render([service()]), renderMessage('Looking.')]) {
      const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
      const hashes = ['style', 'script'].map((tag) => {
        const [, text = ''] = new RegExp(`<${tag}>([\\s\\S]*)</${tag}>`).exec(html) ?? [];
        return `${tag}-src 'sha256-${createHash('sha256').update(text).digest('base64')}'`;
      });
      expect(policy).toBe(`default-src 'none'; ${hashes.join('; ')}`);
      expect(html).not.toMatch(/ style=| on\w+=|https?:/);
    }
  });

  it('says so where nothing was found', () => {
    expect(render([])).toContain('No cloud service and no region was found in 1');
  });

  it('begins with the single point of failure, and lists the findings', () => {
    const finding = {
      ruleId: 'multi-region/x',
      path: 'src/<a>.ts',
      line: 2,
      column: 1,
      region: 'us-east-1',
      message: 'Pins <it>.',
    };
    const report = mergeReports([
      {
        name: 'shop',
        uri: 'file:///w/shop',
        report: {
          fileCount: 2,
          findings: [finding],
          singlePointsOfFailure: [
            { region: 'us-east-1', places: 1, message: 'When us-east-1 is down, so is <s3>.' },
          ],
          services: [service()],
          regions: [{ region: 'us-east-1', places: 1, share: 1 }],
        },
      },
    ]);
    const html = renderReport(report, {
      region: undefined,
      getLink: () => '#',
      getCriticalLink: (name) => `#${name}`,
    });
    expect(html).toContain('<strong>When us-east-1 is down, so is &#60;s3&#62;.</strong>');
    expect(html).toContain('1 finding in 2 source files');
    expect(html).toMatch(
      /<details><summary>Findings \(1\)<\/summary><ol><li>.*src\/&#60;a&#62;\.ts:2.*Pins &#60;it&#62;\./u,
    );
    expect(html).toContain('<a href="#s3"');
  });
});
