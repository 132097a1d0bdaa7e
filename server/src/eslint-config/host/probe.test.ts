import { Linter } from 'eslint';
import { createProbe } from './probe.ts';

const settings = { 'multi-region': { includeTests: true } };
const lint = (probe: ReturnType<typeof createProbe>, text: string) =>
  new Linter().verify(text, [{ settings }, probe.config], 'a.js');

describe('the probe', () => {
  it('sees what ESLint parsed and the settings, and reports nothing', () => {
    const probe = createProbe();
    expect(lint(probe, 'export const a = 1;')).toEqual([]);
    const [seen, ...others] = probe.take();
    expect(others).toEqual([]);
    expect(seen?.sourceCode.text).toBe('export const a = 1;');
    expect(seen?.settings).toEqual(settings);
  });

  it('gives each text once', () => {
    const probe = createProbe();
    lint(probe, 'one();');
    lint(probe, 'two();');
    expect(probe.take().map(({ sourceCode }) => sourceCode.text)).toEqual(['one();', 'two();']);
    expect(probe.take()).toEqual([]);
  });

  it('sees nothing of what cannot be parsed', () => {
    const probe = createProbe();
    expect(lint(probe, 'export const = ;')).toMatchObject([{ fatal: true }]);
    expect(probe.take()).toEqual([]);
  });
});
