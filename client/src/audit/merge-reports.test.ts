import { mergeReports } from './merge-reports.ts';
import type { AuditedPlace, AuditReport } from './report.ts';

function place(path: string): AuditedPlace {
  return { path, line: 3, column: 5, region: 'us-east-1', origin: 'literal', failover: 'none' };
}

function report(service: string | null, critical: boolean | null, path: string): AuditReport {
  return {
    fileCount: 2,
    findings: [],
    singlePointsOfFailure: [],
    services: [{ service, critical, failover: null, places: [place(path)] }],
    regions: [{ region: 'us-east-1', places: 1, share: 1 }],
  };
}

describe('mergeReports', () => {
  it('leaves the paths of one folder alone, and says where they start', () => {
    const { services } = mergeReports([
      { name: 'shop', uri: 'file:///w/shop', report: report('s3', null, 'src/a.ts') },
    ]);
    expect(services[0]?.places).toEqual([
      { ...place('src/a.ts'), folder: 'file:///w/shop', pathInFolder: 'src/a.ts' },
    ]);
  });

  it('puts a service of two folders into one, with the names of the folders', () => {
    const { fileCount, services } = mergeReports([
      { name: 'shop', uri: 'file:///w/shop', report: report('s3', null, 'a.ts') },
      { name: 'desk', uri: 'file:///w/desk', report: report('s3', null, 'a.ts') },
    ]);
    expect(fileCount).toBe(4);
    expect(services).toHaveLength(1);
    expect(services[0]?.places.map(({ path, folder }) => [path, folder])).toEqual([
      ['shop/a.ts', 'file:///w/shop'],
      ['desk/a.ts', 'file:///w/desk'],
    ]);
  });

  it('keeps apart what the settings of the folders judge differently; the nameless service is last', () => {
    const { services } = mergeReports([
      { name: 'a', uri: 'file:///a', report: report(null, null, 'a.ts') },
      { name: 'b', uri: 'file:///b', report: report('sqs', true, 'a.ts') },
      { name: 'c', uri: 'file:///c', report: report('sqs', false, 'a.ts') },
    ]);
    expect(services.map(({ service, critical }) => [service, critical])).toEqual([
      ['sqs', true],
      ['sqs', false],
      [null, null],
    ]);
  });

  it('counts the shares anew', () => {
    const west = { ...report('s3', null, 'a.ts'), regions: [{ region: 'us-west-2', places: 3, share: 1 }] };
    const { regions } = mergeReports([
      { name: 'a', uri: 'file:///a', report: report('s3', null, 'a.ts') },
      { name: 'b', uri: 'file:///b', report: west },
    ]);
    expect(regions).toEqual([
      { region: 'us-west-2', places: 3, share: 0.75 },
      { region: 'us-east-1', places: 1, share: 0.25 },
    ]);
  });
});
