import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import parser from '@typescript-eslint/parser';
import type { ESLint, Linter } from 'eslint';
// The built package, by its name, as a project gets it.
import plugin from 'eslint-plugin-multi-region';

const root = join(import.meta.dirname, '../..');

/** The folders of the example that hold code. */
export const exampleFolders = ['src', 'infra', 'test'];

/** What every linter has to agree on. Lines and columns from 1; paths relative to the project, with forward slashes. */
export interface Finding {
  file: string;
  line: number;
  column: number;
  rule: string;
  message: string;
}

/** A copy of examples/outage in a folder of its own, where the packages of this repository are installed. */
export class ExampleProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'outage-'));

  constructor() {
    for (const name of exampleFolders) {
      cpSync(join(root, 'examples/outage', name), join(this.folder, name), { recursive: true });
    }
    // The example runs in one partition, so that it has nothing for this rule.
    writeFileSync(
      join(this.folder, 'src/topics.ts'),
      'export const topic = (name: string) => `arn:aws:sns:${process.env.AWS_REGION}:123456789012:${name}`;\n',
    );
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'), 'junction');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /**
   * Lints the project.
   *
   * @param Engine the class of the ESLint version to lint with
   * @param config what comes after the parser for TypeScript; all rules by default
   * @throws when a file could not be linted at all
   */
  async lint(Engine: typeof ESLint, config: Linter.Config = allRules()): Promise<ESLint.LintResult[]> {
    const files = ['**/*.ts', '**/*.tsx'];
    const eslint = new Engine({
      cwd: this.folder,
      overrideConfigFile: true,
      overrideConfig: [
        { files, languageOptions: { parser } },
        { ...config, files },
      ],
    });
    const results = await eslint.lintFiles(exampleFolders);
    const fatal = results.find(({ fatalErrorCount }) => fatalErrorCount > 0);
    if (fatal) throw new Error(JSON.stringify(fatal));
    return results;
  }

  /** The findings of a run, sorted. */
  toFindings(results: readonly ESLint.LintResult[]): Finding[] {
    return sortFindings(
      results.flatMap(({ filePath, messages }) =>
        messages.map(({ line, column, ruleId, message }) => ({
          file: relative(this.folder, filePath).replaceAll('\\', '/'),
          line,
          column,
          rule: ruleId ?? '',
          message,
        })),
      ),
    );
  }
}

/** All rules of the plugin as errors. */
export function allRules(
  settings: Record<string, unknown> = {},
): Linter.Config & { rules: Linter.RulesRecord } {
  const names = Object.keys(plugin.rules ?? {});
  return {
    plugins: { 'multi-region': plugin },
    rules: Object.fromEntries(names.map((name) => [`multi-region/${name}`, 'error'])),
    settings: { 'multi-region': settings },
  };
}

export function sortFindings(findings: readonly Finding[]): Finding[] {
  const key = ({ file, line, column, rule }: Finding) => `${file}:${line}:${column} ${rule}`;
  return findings.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
