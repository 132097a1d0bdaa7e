import { getFacts } from '../../get-facts.ts';
import { ecmascript } from '../ecmascript.ts';
import type { RegionSite } from '../../../facts/region-site.ts';
import { parse } from '../../../testing/read-facts.ts';
import { applyEdits } from '../../../testing/apply-edits.ts';
import { replaceRegion, replaceRegions } from './replace-region.ts';

/** The code with its one region replaced; undefined where that cannot be done. */
function replace(code: string, expression = 'regions.primary'): string | undefined {
  const { sourceCode, sites } = read(code);
  const [site, ...others] = sites;
  if (!site || others.length > 0) throw new Error(`${code} has ${sites.length} regions.`);
  const edit = replaceRegion(sourceCode, site, expression);
  if (!edit) return undefined;
  const result = applyEdits(code, [edit]);
  parse(result); // throws where it is no code
  return result;
}

function read(code: string): { sourceCode: ReturnType<typeof parse>; sites: readonly RegionSite[] } {
  const sourceCode = parse(code);
  const { regionSites } = getFacts(ecmascript, {
    sourceCode,
    filename: 'src/orders.tsx',
    cwd: '.',
    settings: {},
  });
  return { sourceCode, sites: regionSites };
}

describe('replaceRegion', () => {
  it.each([
    ["connect({ region: 'us-east-1' });", 'connect({ region: regions.primary });'],
    ['connect({ region: `us-east-1` });', 'connect({ region: regions.primary });'],
    ["const get = () => { return'us-east-1' };", 'const get = () => { return regions.primary };'],
    ["const region = 'us-east-1' as const;", 'const region = regions.primary;'],
    ["const region = 'us-east-1' as Region;", 'const region = regions.primary as Region;'],
    ["const region = 'us-east-1' satisfies Region;", 'const region = regions.primary satisfies Region;'],
    ["const is = 'us-east-1'in list;", 'const is = regions.primary in list;'],
    ['<Page region="us-east-1" />;', '<Page region={regions.primary} />;'],
    ["<Page region={'us-east-1'} />;", '<Page region={regions.primary} />;'],
    ["<Page>{'us-east-1'}</Page>;", '<Page>{regions.primary}</Page>;'],
    ["const { region = 'us-east-1' } = options;", 'const { region = regions.primary } = options;'],
    ["const map = { ['us-east-1']: 1 };", 'const map = { [regions.primary]: 1 };'],
    ["class A { region = 'us-east-1' }", 'class A { region = regions.primary }'],
    ["switch (x) { case'us-east-1': }", 'switch (x) { case regions.primary: }'],
  ])('puts an expression in place of a text: %s', (code, result) => {
    expect(replace(code)).toBe(result);
  });

  it.each([
    [
      "const queue = 'arn:aws:sqs:us-east-1:123456789012:orders';",
      'const queue = `arn:aws:sqs:${regions.primary}:123456789012:orders`;',
    ],
    [
      'const url = `https://sqs.us-east-1.amazonaws.com/${id}/orders`;',
      'const url = `https://sqs.${regions.primary}.amazonaws.com/${id}/orders`;',
    ],
    [
      "const url = 'https://sqs.us-east-1.amazonaws.com/' + id;",
      'const url = `https://sqs.${regions.primary}.amazonaws.com/` + id;',
    ],
    ["start({ availabilityZone: 'us-east-1a' });", 'start({ availabilityZone: `${regions.primary}a` });'],
    ['<Vm zone="us-central1-a" />;', '<Vm zone={`${regions.primary}-a`} />;'],
    [
      "const key = 'projects/p/locations/us-central1/keyRings/k';",
      'const key = `projects/p/locations/${regions.primary}/keyRings/k`;',
    ],
    [
      "const db = 'postgres://app@orders.abc123.us-east-1.rds.amazonaws.com:5432/orders';",
      'const db = `postgres://app@orders.abc123.${regions.primary}.rds.amazonaws.com:5432/orders`;',
    ],
  ])('makes a region inside a text part of a template: %s', (code, result) => {
    expect(replace(code)).toBe(result);
  });

  it.each([
    ["connect({ region: process.env.AWS_REGION ?? 'us-east-1' });", 'connect({ region: regions.primary });'],
    ["connect({ region: process.env.AWS_REGION! || 'us-east-1' });", 'connect({ region: regions.primary });'],
    [
      "const region = (process.env.AWS_REGION || 'us-east-1') as Region;",
      'const region = regions.primary as Region;',
    ],
    [
      "const region = (process.env.AWS_REGION || 'us-east-1').trim();",
      'const region = regions.primary.trim();',
    ],
    [
      "const get = () => { return(process.env.AWS_REGION || 'us-east-1') };",
      'const get = () => { return regions.primary };',
    ],
    ["setRegion(process.env.AWS_REGION || 'us-east-1');", 'setRegion(regions.primary);'],
    ["setRegion((process.env.AWS_REGION || 'us-east-1'));", 'setRegion((regions.primary));'],
    ["const region = import.meta.env.VITE_REGION || 'us-east-1';", 'const region = regions.primary;'],
    [
      "const region = process.env.AWS_REGION ? process.env.AWS_REGION : 'us-east-1';",
      'const region = regions.primary;',
    ],
    [
      "const region = process.env.AWS_REGION === undefined ? 'us-east-1' : process.env.AWS_REGION;",
      'const region = regions.primary;',
    ],
    ["const { AWS_REGION: region = 'us-east-1' } = process.env;", 'const region = regions.primary;'],
    ["const{AWS_REGION='us-east-1'}=process.env;", 'const AWS_REGION = regions.primary;'],
    [
      "const { AWS_REGION = 'us-east-1', TABLE } = process.env;",
      'const { TABLE } = process.env, AWS_REGION = regions.primary;',
    ],
    [
      "const { TABLE, AWS_REGION: region = 'us-east-1' } = process.env;",
      'const { TABLE } = process.env, region = regions.primary;',
    ],
    [
      "const region = process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION || 'us-east-1';",
      'const region = regions.primary;',
    ],
    [
      "const region = options.region ?? process.env.AWS_REGION ?? 'us-east-1';",
      'const region = options.region ?? regions.primary;',
    ],
    ["const region = get(process.env, 'AWS_REGION', 'us-east-1');", 'const region = regions.primary;'],
  ])('takes away what the region is a fallback for: %s', (code, result) => {
    expect(replace(code)).toBe(result);
  });

  it.each([
    ["const region = options.region ?? 'us-east-1';", 'const region = options.region ?? regions.primary;'],
    [
      "const region = process.env.AWS_REGION || options.region || 'us-east-1';",
      'const region = process.env.AWS_REGION || options.region || regions.primary;',
    ],
    [
      "const region = (options.region || process.env.AWS_REGION) || 'us-east-1';",
      'const region = (options.region || process.env.AWS_REGION) || regions.primary;',
    ],
    [
      "const region = process.env.OFFLINE ? 'us-east-1' : process.env.AWS_REGION;",
      'const region = process.env.OFFLINE ? regions.primary : process.env.AWS_REGION;',
    ],
    [
      "const region = process.env.AWS_REGION /* of Lambda */ ?? 'us-east-1';",
      'const region = process.env.AWS_REGION /* of Lambda */ ?? regions.primary;',
    ],
    [
      "const { AWS_REGION = 'us-east-1', ...rest } = process.env;",
      'const { AWS_REGION = regions.primary, ...rest } = process.env;',
    ],
    [
      "process.env.AWS_REGION = process.env.AWS_REGION || 'us-east-1';",
      'process.env.AWS_REGION = process.env.AWS_REGION || regions.primary;',
    ],
    [
      "const shape = { AWS_REGION: z.string().default('us-east-1') };",
      'const shape = { AWS_REGION: z.string().default(regions.primary) };',
    ],
    ["function connect(region = 'us-east-1') {}", 'function connect(region = regions.primary) {}'],
  ])('keeps what else the region is a fallback for: %s', (code, result) => {
    expect(replace(code)).toBe(result);
  });

  it.each([
    ["type Region = 'us-east-1';"],
    ['type Host = `sqs.us-east-1.amazonaws.com`;'],
    ["enum Region { Virginia = 'us-east-1' }"],
    ["const enum Region { Virginia = 'us-east-1' }"],
    ["const map = { 'us-east-1': 1 };"],
    ["class A { 'us-east-1' = 1 }"],
    ["interface A { 'us-east-1': string }"],
    ["import map from './us-east-1.json';"],
    ["export { a as 'us-east-1' };"],
    ["const map = await import('us-east-1');"],
    ["declare const region = 'us-east-1';"],
    ["'us-east-1';"],
    ['const url = tag`us-east-1`;'],
    ['const url = tag`https://sqs.us-east-1.amazonaws.com/`;'],
    ["const region = 'us-east-1' /* Virginia */ as const;"],
    ['<p>us-east-1</p>;'],
    ['<Link href="https://sqs.us-east-1.amazonaws.com/?a=1&amp;b=2" />;'],
    ["const queue = 'arn:aws:sqs:us-east-1:123456789012:it\\'s';"],
    ["const pool = 'us-east-1_AbCdEf123';"],
    ["const issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123';"],
  ])('refuses where no expression can stand: %s', (code) => {
    const { sourceCode, sites } = read(code);
    for (const site of sites) expect(replaceRegion(sourceCode, site, 'regions.primary')).toBeUndefined();
  });

  it('refuses to assign a variable to itself', () => {
    expect(replace("process.env.AWS_REGION = 'us-east-1';", 'process.env.AWS_REGION')).toBeUndefined();
    expect(replace("process.env.AWS_REGION = 'us-east-1';")).toBe(
      'process.env.AWS_REGION = regions.primary;',
    );
  });

  it.each([
    ["const host = 'us-east-1'.concat(x);", 'a ?? b', 'const host = (a ?? b).concat(x);'],
    ["const region = given || 'us-east-1';", 'a ?? b', 'const region = given || (a ?? b);'],
    ["setRegion('us-east-1');", 'a ?? b', 'setRegion(a ?? b);'],
    ["setRegion('us-east-1');", 'a, b', 'setRegion((a, b));'],
    [
      "const host = 'us-east-1'.concat(x);",
      "config.get('region', { of: [1, 2] })",
      "const host = config.get('region', { of: [1, 2] }).concat(x);",
    ],
    ["const is = x === 'us-east-1';", '!x', 'const is = x === (!x);'],
    ["const get = () => 'us-east-1';", '{}', 'const get = () => ({});'],
  ])('puts parentheses where they are needed: %s with %s', (code, expression, result) => {
    expect(replace(code, expression)).toBe(result);
  });
});

describe('replaceRegions', () => {
  it('makes one edit of all regions in one text', () => {
    const code =
      "const both = 'arn:aws:sqs:us-east-1:123456789012:a arn:aws:sqs:eu-west-1:123456789012:b'; setRegion('us-east-1');";
    const { sourceCode, sites } = read(code);
    const { edits, refused } = replaceRegions(
      sourceCode,
      sites.map((site) => ({ site, expression: site.region === 'us-east-1' ? 'main' : 'other' })),
    );
    expect(refused).toEqual([]);
    expect(applyEdits(code, edits)).toBe(
      'const both = `arn:aws:sqs:${main}:123456789012:a arn:aws:sqs:${other}:123456789012:b`; setRegion(main);',
    );
  });

  it('says which cannot be made', () => {
    const { sourceCode, sites } = read("type Region = 'us-east-1'; setRegion('us-east-1');");
    const { edits, refused } = replaceRegions(
      sourceCode,
      sites.map((site) => ({ site, expression: 'main' })),
    );
    expect(edits).toHaveLength(1);
    expect(refused.map(({ site }) => site.role)).toEqual(['type']);
  });
});

describe('the variable of a fallback', () => {
  it.each([
    ["const region = process.env.ORDERS_REGION ?? 'us-east-1';", 'ORDERS_REGION'],
    ["const region = process.env['ORDERS_REGION'] || 'us-east-1';", 'ORDERS_REGION'],
    ["const region = process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION || 'us-east-1';", 'AWS_REGION'],
    ["const region = options.region ?? process.env.AWS_REGION ?? 'us-east-1';", 'AWS_REGION'],
    ["const region = process.env.AWS_REGION ? process.env.AWS_REGION : 'us-east-1';", 'AWS_REGION'],
    ["const region = import.meta.env.VITE_REGION || 'us-east-1';", 'VITE_REGION'],
    ["const region = Deno.env.get('AWS_REGION') ?? 'us-east-1';", 'AWS_REGION'],
    ["const { AWS_REGION: region = 'us-east-1' } = process.env;", 'AWS_REGION'],
    ["process.env.AWS_REGION ??= 'us-east-1';", 'AWS_REGION'],
    ["const region = getEnv('AWS_REGION', 'us-east-1');", 'AWS_REGION'],
    ["const region = env.get('AWS_REGION').default('us-east-1').asString();", 'AWS_REGION'],
    [
      "const shape = z.object({ AWS_REGION: z.string().min(1).default('us-east-1').transform(trim) });",
      'AWS_REGION',
    ],
    ["const env = cleanEnv({ AWS_REGION: str({ default: 'us-east-1' }) });", 'AWS_REGION'],
    ["convict({ region: { env: 'AWS_REGION', default: 'us-east-1' } });", 'AWS_REGION'],
    ["const region = options.region ?? 'us-east-1';", undefined],
    ["const shape = z.object({ region: z.string().default('us-east-1') });", undefined],
    ["setRegion('us-east-1');", undefined],
  ])('reads %s', (code, variable) => {
    const [site] = read(code).sites;
    expect(site?.variable).toBe(variable);
  });
});
