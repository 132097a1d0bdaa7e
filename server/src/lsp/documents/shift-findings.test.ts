import type { ServicePlace } from '../../audit/inventory.ts';
import type { Finding } from '../../lint/finding.ts';
import { shiftPlaces } from './shift-findings.ts';

const before = `const a = 'us-east-1';\nconst b = 'eu-west-1';\n`;

function findingAt(text: string, value: string): Finding {
  const start = text.indexOf(`'${value}'`);
  const line = text.slice(0, start).split('\n').length;
  const column = start - text.lastIndexOf('\n', start - 1);
  const end = start + value.length + 2;
  return {
    ...{ ruleId: 'multi-region/no-hardcoded-region', url: undefined, message: value, severity: 'error' },
    ...{ path: '/a.ts', line, column, endLine: line, endColumn: column + value.length + 2 },
    ...{ range: [start, end], region: value, service: undefined, suggestions: [] },
  } as unknown as Finding;
}

function placeAt(region: string, line: number): ServicePlace {
  return {
    ...{ path: '', line, column: 11, kind: 'region', region, origin: 'literal' },
    ...{ service: undefined, failover: undefined, critical: undefined, plan: undefined },
  };
}

const places = {
  findings: [findingAt(before, 'us-east-1'), findingAt(before, 'eu-west-1')],
  places: [placeAt('us-east-1', 1), placeAt('eu-west-1', 2)],
};

/** What the shifted ranges and places cover. */
function covered(after: string): string[] {
  const { findings } = shiftPlaces(places, before, after);
  const lines = after.split('\n');
  for (const { line, column, endLine, endColumn, range } of findings) {
    if (line === endLine) {
      expect(lines[line - 1]?.slice(column - 1, endColumn - 1)).toBe(after.slice(...range));
    }
  }
  return findings.map(({ range }) => after.slice(...range));
}

describe('shiftPlaces', () => {
  it('leaves what stands before the change, and moves what stands behind it', () => {
    const after = before.replace('const b', 'foo(\n\nconst b');
    expect(covered(after)).toEqual(["'us-east-1'", "'eu-west-1'"]);
    expect(shiftPlaces(places, before, after).places).toEqual([
      placeAt('us-east-1', 1),
      placeAt('eu-west-1', 4),
    ]);
  });

  it('grows and shrinks what the change lies in', () => {
    expect(covered(before.replace('us-east', "us-'east"))).toEqual(["'us-'east-1'", "'eu-west-1'"]);
    expect(covered(before.replace('west-', ''))).toEqual(["'us-east-1'", "'eu-1'"]);
  });

  it('leaves out what the change cuts into', () => {
    expect(covered(before.replace("-1';\nconst b", ''))).toEqual(["'eu-west-1'"]);
    expect(covered('')).toEqual([]);
  });

  it('counts lines and columns without a byte order mark', () => {
    const marked = `\uFEFF${before}`;
    const shifted = places.findings.map((each) => ({
      ...each,
      range: [each.range[0] + 1, each.range[1] + 1] as [number, number],
    }));
    const [first] = shiftPlaces(
      { ...places, findings: shifted },
      marked,
      marked.replace('const a', 'let a'),
    ).findings;
    expect(first).toMatchObject({ line: 1, column: 9, range: [9, 20] });
  });
});
