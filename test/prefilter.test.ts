import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Linter } from 'eslint';
import type { SourceCode } from '../eslint-plugin/src/analysis/ast.ts';
import { findSdkUses } from '../eslint-plugin/src/analysis/clients.ts';
import { findGlobalEndpointFlags } from '../eslint-plugin/src/analysis/global-endpoint-flags.ts';
import { mayHaveFacts } from '../eslint-plugin/src/analysis/prefilter.ts';
import { findRegionSites } from '../eslint-plugin/src/analysis/region-sites.ts';
import { findRegionForms } from '../eslint-plugin/src/catalog/region-forms.ts';
import { defaultSettings } from '../eslint-plugin/src/settings.ts';
import { createParser } from '../server/src/parse/parser.ts';

const root = join(import.meta.dirname, '..');
const folders = [
  'examples/outage',
  'node_modules/@aws-sdk/core/dist-es',
  'node_modules/@aws-sdk/client-s3/dist-es',
  'node_modules/@typescript-eslint',
  'node_modules/dynalite',
  'node_modules/eslint/lib',
  'node_modules/eslint-plugin-eslint-plugin',
];
const files = folders.flatMap((folder) => listSources(join(root, folder)));

/** What the analysis finds where nothing has turned the file away. */
function findAll(sourceCode: SourceCode): number {
  const sites = findRegionSites({ sourceCode, isConfig: false });
  const { clientSites } = findSdkUses(sourceCode, sites, defaultSettings);
  return sites.length + clientSites.length + findGlobalEndpointFlags(sourceCode).length;
}

describe('the prefilter', () => {
  it('turns away no file that has a fact', () => {
    const wrong: string[] = [];
    let turnedAway = 0;
    lintEach((file, sourceCode) => {
      if (mayHaveFacts(sourceCode.text)) return;
      turnedAway += 1;
      if (findAll(sourceCode) > 0) wrong.push(file);
    });
    expect(wrong).toEqual([]);
    expect(turnedAway).toBeGreaterThan(500);
  });
});

describe('the search from the text', () => {
  it('finds every string that a walk over the tree finds', () => {
    const missed: string[] = [];
    let found = 0;
    lintEach((file, sourceCode) => {
      const sites = findRegionSites({ sourceCode, isConfig: false });
      for (const [text, [start, end]] of listStrings(sourceCode)) {
        if (findRegionForms(text).length === 0) continue;
        found += 1;
        if (!sites.some(({ range }) => start <= range[0] && range[1] <= end)) missed.push(`${file}: ${text}`);
      }
    });
    expect(missed).toEqual([]);
    expect(found).toBeGreaterThan(50);
  });
});

/** Calls back with each file that can be parsed, as a rule would see it. */
function lintEach(visit: (file: string, sourceCode: SourceCode) => void): void {
  const linter = new Linter({ cwd: root });
  const parser = createParser();
  for (const file of files) {
    const rule = {
      create: ({ sourceCode }: { sourceCode: unknown }) => ({
        Program() {
          visit(file, sourceCode as SourceCode);
        },
      }),
    };
    const config: Linter.Config = {
      files: ['**/*'],
      languageOptions: { parser },
      linterOptions: { reportUnusedDisableDirectives: 'off', noInlineConfig: true },
      plugins: { test: { rules: { visit: rule } } },
      rules: { 'test/visit': 'error' },
    };
    // ESLint lints nothing in node_modules, whatever the config says.
    const filename = join(root, 'src', basename(file));
    const text = readFileSync(file, 'utf8');
    linter.verify(text, [{ files: ['**/*.{js,cjs,mjs,ts,tsx}'] }, config], filename);
  }
}

/** All strings of a file and where they stand, found by looking at every node. */
function listStrings({ ast }: SourceCode): [text: string, range: [number, number]][] {
  const strings: [string, [number, number]][] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (typeof value !== 'object' || value === null || !('type' in value)) return;
    const { parent, ...node } = value as Record<string, unknown>;
    if (node.type === 'Literal' && typeof node.value === 'string') {
      strings.push([node.value, node.range as [number, number]]);
    }
    if (parent !== undefined) Object.values(node).forEach(visit);
  };
  visit({ ...ast, parent: null });
  return strings;
}

function listSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
