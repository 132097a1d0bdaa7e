import { createIgnoreRules } from './ignore-rules.ts';

describe('createIgnoreRules', () => {
  it('ignores nothing by itself', () => {
    expect(createIgnoreRules().isIgnored('a.ts')).toBe(false);
  });

  it('lets the innermost .gitignore that says something decide', () => {
    const outer = createIgnoreRules().extend('', '*.gen.ts\nbuild/\n');
    const inner = outer.extend('src/', '!keep.gen.ts\n/only-here.ts\n');
    expect(outer.isIgnored('src/keep.gen.ts')).toBe(true);
    expect(inner.isIgnored('src/keep.gen.ts')).toBe(false);
    expect(inner.isIgnored('src/other.gen.ts')).toBe(true);
    expect(inner.isIgnored('src/only-here.ts')).toBe(true);
    expect(inner.isIgnored('src/x/only-here.ts')).toBe(false);
    expect(inner.isIgnored('src/build/')).toBe(true);
  });
});
