import { join } from 'node:path';
import ts from 'typescript';

const header = `import { defineConfig } from 'eslint/config';
import multiRegion from 'eslint-plugin-multi-region';
`;

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  types: [],
  // As in a project that checks the declarations of its dependencies.
  skipLibCheck: false,
};

describe('the types of the built plugin', () => {
  it('fit defineConfig', () => {
    expect(
      check(`export default defineConfig([
        multiRegion.configs.recommended,
        { files: ['src/**'], extends: [multiRegion.configs.strict] },
        {
          plugins: { 'multi-region': multiRegion },
          rules: { 'multi-region/no-hardcoded-region': 'warn' },
          settings: { 'multi-region': { includeTests: true } },
        },
      ]);`),
    ).toEqual([]);
  });

  it('need no package but eslint', () => {
    const files = createProgram('export default defineConfig([multiRegion]);')
      .getSourceFiles()
      .map(({ fileName }) => fileName);
    expect(files.some((name) => name.endsWith('/eslint-plugin/dist/index.d.ts'))).toBe(true);
    expect(files.filter((name) => name.includes('/@typescript-eslint/'))).toEqual([]);
  });

  it('name the presets', () => {
    expect(check('export default defineConfig([multiRegion.configs.recomended]);')).toEqual([
      expect.stringContaining("'recomended' does not exist"),
    ]);
  });
});

/** Type-checks a config file of a project that has installed the plugin. */
function check(body: string): string[] {
  const program = createProgram(body);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName ?? ''} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
}

function createProgram(body: string): ts.Program {
  const path = join(import.meta.dirname, '../eslint.config.mts');
  const disk = ts.createCompilerHost(options);
  return ts.createProgram([path], options, {
    ...disk,
    fileExists: (name) => name === path || disk.fileExists(name),
    getSourceFile: (name, target) =>
      name === path ? ts.createSourceFile(name, header + body, target) : disk.getSourceFile(name, target),
  });
}
