import { createEmbeddedLinter } from './embedded-linter.ts';
import type { LintResult } from '../lint/file-linter.ts';

const linter = lintForOneRule(() => '/project');

/** The presets grow, so the tests look at the findings of one rule only. */
function lintForOneRule(getRoot: (path: string) => string) {
  const all = createEmbeddedLinter(getRoot);
  return {
    async lint(text: string, path: string): Promise<LintResult> {
      const result = await all.lint(text, path);
      const findings = result.findings.filter(({ ruleId }) => ruleId === 'multi-region/no-hardcoded-region');
      return { ...result, findings };
    },
  };
}

const client = `import { S3Client } from '@aws-sdk/client-s3';
export const s3 = new S3Client({ region: 'us-east-1' });
`;

describe('createEmbeddedLinter', () => {
  it('finds what the recommended preset finds, with the facts behind it', async () => {
    const { findings, facts, notice } = await linter.lint(client, '/project/src/s3.ts');
    expect(notice).toBeUndefined();
    expect(findings).toMatchObject([
      {
        ruleId: 'multi-region/no-hardcoded-region',
        severity: 'error',
        path: '/project/src/s3.ts',
        line: 2,
        region: 'us-east-1',
        service: 's3',
        url: expect.stringMatching(/^https:\/\/.*no-hardcoded-region/u) as string,
        message: expect.stringContaining("'us-east-1'") as string,
      },
    ]);
    const [{ range }] = findings as [(typeof findings)[0]];
    expect(client.slice(...range)).toBe("'us-east-1'");
    expect(facts?.clientSites).toMatchObject([{ service: 's3', regions: ['us-east-1'] }]);
  });

  it('carries the suggestions as edits of the text', async () => {
    const { findings } = await linter.lint(client, '/project/src/s3.ts');
    const suggestions = findings.flatMap((finding) => finding.suggestions);
    expect(suggestions.length).toBeGreaterThan(0);
    for (const { message, edit } of suggestions) {
      expect(message).not.toBe('');
      const changed = client.slice(0, edit.range[0]) + edit.text + client.slice(edit.range[1]);
      expect(changed).not.toContain('us-east-1');
      expect((await linter.lint(changed, '/project/src/s3.ts')).notice).toBeUndefined();
    }
  });

  it.each(['js', 'jsx', 'cjs', 'mjs', 'ts', 'tsx', 'cts', 'mts'])('lints .%s', async (extension) => {
    expect((await linter.lint(client, `/project/a.${extension}`)).findings).toHaveLength(1);
  });

  it('counts offsets with a byte order mark, lines and columns without', async () => {
    for (const prefix of ['', '\uFEFF']) {
      const text = prefix + client.replace('\n', ' ');
      const { findings } = await linter.lint(text, '/project/a.ts');
      expect(findings).toMatchObject([{ line: 1, column: client.indexOf("'us-east-1'") + 1 }]);
      const [{ range, suggestions }] = findings as [(typeof findings)[0]];
      expect(text.slice(...range)).toBe("'us-east-1'");
      for (const { edit } of suggestions) expect(text.slice(...edit.range)).toContain("'us-east-1'");
    }
  });

  it('reads files with CRLF and a hashbang', async () => {
    const text = `#!/usr/bin/env node\n${client}`.replaceAll('\n', '\r\n');
    const { findings } = await linter.lint(text, '/project/a.mjs');
    expect(findings).toMatchObject([{ line: 3 }]);
    expect(text.slice(...(findings[0]?.range ?? [0, 0]))).toBe("'us-east-1'");
  });

  it('honours comments that silence our rules, and ignores those for other rules', async () => {
    const silenced = client.replace(
      'export',
      '// eslint-disable-next-line multi-region/no-hardcoded-region\nexport',
    );
    expect((await linter.lint(silenced, '/project/a.ts')).findings).toEqual([]);
    const others = `/* eslint semi: 2, quotes: [2, "double"] */ /* eslint-disable no-console */\n${client}`;
    const { findings, notice } = await linter.lint(others, '/project/a.ts');
    expect(findings).toHaveLength(1);
    expect(notice).toBeUndefined();
  });

  it('says where a broken file is broken', async () => {
    const { findings, notice } = await linter.lint(`${client}let a = ;\n`, '/project/a.ts');
    expect(findings).toEqual([]);
    expect(notice).toEqual({
      kind: 'failed',
      path: '/project/a.ts',
      line: 3,
      column: 9,
      message: 'Cannot be parsed: Unexpected token.',
    });
  });

  it('survives code that is nested too deeply', async () => {
    for (const deep of [
      '['.repeat(100_000),
      `x = ${'a + '.repeat(20_000)}a`,
      `x = ${'['.repeat(3000)}${']'.repeat(3000)}`,
    ]) {
      const { notice } = await linter.lint(`${client}${deep}`, '/project/a.ts');
      if (notice) expect(notice.message).toMatch(/nested too deeply/u);
    }
    expect((await linter.lint(client, '/project/a.ts')).findings).toHaveLength(1);
  });

  it('lints below the root that a file has', async () => {
    const linterOfTwo = lintForOneRule((path) => (path.startsWith('/one/') ? '/one' : '/two/test'));
    expect((await linterOfTwo.lint(client, '/one/a.ts')).findings).toHaveLength(1);
    expect((await linterOfTwo.lint(client, '/two/test/a.ts')).findings).toHaveLength(1);
  });
});
