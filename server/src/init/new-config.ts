import type { Project } from './project.ts';
import { isAtLeast } from './project.ts';
import { pluginPackage } from './plugin-import.ts';

/** A config for a project that has none, and the packages that it imports. */
export interface NewConfig {
  name: string;
  text: string;
  packages: string[];
}

/** The first ESLint that has `eslint/config`. */
const withDefineConfig = { major: 9, minor: 22 };

/** Writes a flat config with the recommended preset, and a parser for TypeScript where there is TypeScript. */
export function createConfig({ dependencies, eslintVersion, hasTypeScript, isModule }: Project): NewConfig {
  const hasDefineConfig = eslintVersion === undefined || isAtLeast(eslintVersion, withDefineConfig);
  const parser = hasTypeScript ? chooseParser(dependencies) : undefined;
  const imports = [
    ...(hasDefineConfig ? [`import { defineConfig } from 'eslint/config';`] : []),
    `import multiRegion from '${pluginPackage}';`,
    ...(parser ? [`import ${parser.local} from '${parser.package}';`] : []),
  ];
  const configs = [
    ...(parser
      ? [`  { files: ['**/*.{ts,mts,cts,tsx}'], languageOptions: { parser: ${parser.expression} } },`]
      : []),
    '  multiRegion.configs.recommended,',
  ];
  const [open, close] = hasDefineConfig ? ['defineConfig([', ']);'] : ['[', '];'];
  const lines = [...imports, '', `export default ${open}`, ...configs, close, ''];
  return {
    // Both names are ES modules: the one by package.json, the other by itself.
    name: isModule ? 'eslint.config.js' : 'eslint.config.mjs',
    text: lines.join('\n'),
    packages: ['eslint', pluginPackage, ...(parser ? [parser.package] : [])],
  };
}

function chooseParser(dependencies: ReadonlyMap<string, string>) {
  const isBare = dependencies.has('@typescript-eslint/parser') && !dependencies.has('typescript-eslint');
  return isBare
    ? { package: '@typescript-eslint/parser', local: 'tsParser', expression: 'tsParser' }
    : { package: 'typescript-eslint', local: 'tseslint', expression: 'tseslint.parser' };
}
