import { Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import plugin from './index.ts';

const { recommended, strict } = plugin.configs;

describe('the presets', () => {
  it('follow the rules, in order of their names', () => {
    expect(recommended.rules).toEqual({
      'multi-region/no-global-endpoint': 'warn',
      'multi-region/no-hardcoded-arn': 'warn',
      'multi-region/no-hardcoded-endpoint': 'warn',
      'multi-region/no-hardcoded-region': 'error',
      'multi-region/no-hardcoded-zone': 'warn',
      'multi-region/no-region-fallback': 'warn',
      'multi-region/require-client-failover': 'warn',
    });
    expect(strict.rules).toEqual({
      'multi-region/no-control-plane-failover': 'warn',
      'multi-region/no-disabled-retries': 'warn',
      'multi-region/no-global-endpoint': 'error',
      'multi-region/no-hardcoded-arn': 'error',
      'multi-region/no-hardcoded-endpoint': 'error',
      'multi-region/no-hardcoded-region': 'error',
      'multi-region/no-hardcoded-zone': 'error',
      'multi-region/no-region-fallback': 'error',
      'multi-region/require-client-failover': 'error',
      'multi-region/require-client-timeout': 'warn',
    });
  });

  it('are derived from the meta of each rule', () => {
    for (const [name, { meta }] of Object.entries(plugin.rules ?? {})) {
      const docs = meta?.docs as { recommended?: string; strict?: string };
      expect(recommended.rules?.[`multi-region/${name}`]).toBe(docs.recommended);
      expect(strict.rules?.[`multi-region/${name}`]).toBe(docs.strict);
    }
  });

  it('name themselves and the plugin', () => {
    for (const [name, preset] of Object.entries(plugin.configs)) {
      expect(preset.name).toBe(`multi-region/${name}`);
      expect(preset.plugins).toEqual({ 'multi-region': plugin });
    }
  });

  it('refuse a wrong setting, and say which it is', () => {
    const code = "import { S3Client } from '@aws-sdk/client-s3'; new S3Client({});";
    const settings = { 'multi-region': { clouds: ['ibm'] } };
    expect(() => lint(code, recommended, { settings })).toThrow(
      'settings[\'multi-region\'].clouds should be a list of aws, azure, gcp, but it is ["ibm"].',
    );
  });

  it('ask for failover of each client in strict only', () => {
    const code = "import { S3Client } from '@aws-sdk/client-s3'; new S3Client({});";
    expect(lint(code, recommended)).toEqual([]);
    expect(lint(code, strict)).toContain('multi-region/require-client-failover');
    const settings = { 'multi-region': { failover: 'routing' } };
    expect(lint(code, strict, { settings })).not.toContain('multi-region/require-client-failover');
  });
});

function lint(code: string, ...configs: Linter.Config[]): (string | null)[] {
  return new Linter().verify(code, defineConfig(configs)).map(({ ruleId }) => ruleId);
}
