import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { renderFailoverModule, type FailoverModuleStyle } from './render.ts';

const style: FailoverModuleStyle = {
  language: 'ts',
  module: 'esm',
  quote: "'",
  semicolons: true,
  indent: '  ',
  eol: '\n',
};

const styles = (['ts', 'js'] as const).flatMap((language) =>
  (['esm', 'cjs'] as const).flatMap((module) =>
    (["'", '"'] as const).flatMap((quote) =>
      [true, false].flatMap((semicolons) =>
        ['  ', '    ', '\t'].map((indent) => ({ ...style, language, module, quote, semicolons, indent })),
      ),
    ),
  ),
);

describe('the text of the failover module', () => {
  it('is what its generator writes', () => {
    const generator = fileURLToPath(new URL('../../../../../scripts/failover/generate.mjs', import.meta.url));
    expect(execFileSync(process.execPath, [generator, '--check'], { encoding: 'utf8' })).toBe('');
  });

  it.each(styles)(
    'is as Prettier wants it: $language $module $quote, semicolons $semicolons, indent "$indent"',
    async (style) => {
      const text = renderFailoverModule(style);
      for (const printWidth of [80, 100, 120]) {
        const formatted = await format(text, {
          parser: style.language === 'ts' ? 'typescript' : 'babel',
          printWidth,
          semi: style.semicolons,
          singleQuote: style.quote === "'",
          tabWidth: style.indent === '    ' ? 4 : 2,
          useTabs: style.indent === '\t',
        });
        expect(text).toBe(formatted);
      }
    },
  );

  it('has the line endings of the project', () => {
    const text = renderFailoverModule({ ...style, eol: '\r\n' });
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.replaceAll('\r\n', '\n')).toBe(renderFailoverModule(style));
  });

  it('exports by the module system of the project', () => {
    const esm = renderFailoverModule({ ...style, language: 'js' });
    expect(esm).toMatch(/^export function withRegionFailover\(/m);
    expect(esm).not.toContain('module.exports');

    const cjs = renderFailoverModule({ ...style, language: 'js', module: 'cjs' });
    expect(cjs).not.toMatch(/^export\b/m);
    expect(cjs).toMatch(/^module\.exports = \{ leaveRegion, returnToRegion, withRegionFailover \};\n$/m);
  });

  it('has no dependency', () => {
    for (const each of styles) expect(renderFailoverModule(each)).not.toMatch(/^import\b|\brequire\(/m);
  });
});
