import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import plugin from 'eslint-plugin-multi-region';
import {
  allRules,
  ExampleProject,
  exampleFolders,
  type Finding,
  sortFindings,
} from '../support/example-project.ts';

const oxlint = join(createRequire(import.meta.url).resolve('oxlint'), '../../bin/oxlint');

let project: ExampleProject;

beforeAll(() => {
  project = new ExampleProject();
});

afterAll(() => {
  project.remove();
});

it.each([
  ['by default', {}],
  ['with failover by the client', { failover: 'client', services: { ses: { critical: false } } }],
  ['with tests', { includeTests: true, clouds: ['aws'] }],
])('oxlint finds with all rules what ESLint finds, in the same places, %s', async (_, settings) => {
  const config = allRules(settings);
  const wanted = project.toFindings(await project.lint(ESLint, config));
  expect(wanted.length).toBeGreaterThan(20);
  const { rules } = config;
  expect(run({ jsPlugins: ['eslint-plugin-multi-region'], rules, settings: config.settings })).toEqual(
    wanted,
  );
});

describe('the set-up for oxlint in the README', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../eslint-plugin/README.md'), 'utf8');
  const section = readme.slice(readme.indexOf('### oxlint'), readme.indexOf('## Presets'));
  const config = JSON.parse(/```json\n([^]*?)```/.exec(section)?.[1] ?? 'null') as OxlintConfig;

  it('names the rules of the preset recommended', () => {
    expect(config.rules).toEqual(plugin.configs.recommended.rules);
  });

  it('works', async () => {
    const { rules, settings } = config;
    const wanted = await project.lint(ESLint, { plugins: { 'multi-region': plugin }, rules, settings });
    expect(run(config)).toEqual(project.toFindings(wanted));
  });
});

interface OxlintConfig {
  jsPlugins: string[];
  rules: Record<string, 'error' | 'warn'>;
  settings: Record<string, unknown>;
}

/** What is used here of `oxlint --format json`. */
interface OxlintReport {
  diagnostics: {
    filename: string;
    code: string;
    message: string;
    labels: { span: { line: number; column: number } }[];
  }[];
}

/** Lints the project with oxlint. */
function run(config: object): Finding[] {
  // Its own rules are switched off, so that a finding can be ours only.
  const others = { plugins: [], categories: { correctness: 'off' } };
  writeFileSync(join(project.folder, '.oxlintrc.json'), JSON.stringify({ ...others, ...config }));
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '--format', 'json', ...exampleFolders], {
    cwd: project.folder,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const { diagnostics } = JSON.parse(stdout) as OxlintReport;
  return sortFindings(
    diagnostics.map(({ filename, code, message, labels }) => ({
      file: filename.replaceAll('\\', '/'),
      line: labels[0]?.span.line ?? 0,
      column: labels[0]?.span.column ?? 0,
      rule: code.replace(/^(.+)\((.+)\)$/, '$1/$2'),
      message,
    })),
  );
}
