import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import plugin from '../../eslint-plugin/src/index.ts';
import { renderFailoverModule } from '../../server/src/fixes/second-region/failover-client/render.ts';

function lint(text: string, file: string): string[] {
  const config: Linter.Config[] = [
    { files: ['**/*.ts', '**/*.js'], languageOptions: { parser } },
    plugin.configs.strict,
  ];
  return new Linter()
    .verify(text, config, file)
    .map(({ ruleId, message, fatal }) => (fatal ? message : (ruleId ?? message)));
}

const rule = 'multi-region/require-client-failover';

describe('the rule require-client-failover', () => {
  it('takes a wrapped client for one with failover', () => {
    expect(
      lint(
        `import { S3Client } from '@aws-sdk/client-s3';
import { regions } from './config/regions.js';
import { withRegionFailover } from './config/region-failover.js';

export const s3 = withRegionFailover([regions.primary, regions.secondary], (region) => new S3Client({ region }));
`,
        'src/s3.ts',
      ),
    ).not.toContain(rule);
  });

  it('takes a wrapped document client for one, too', () => {
    expect(
      lint(
        `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { withRegionFailover } from './config/region-failover.js';

export const documents = withRegionFailover(['us-east-1', 'us-west-2'], () =>
  DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-east-1' })),
);
`,
        'src/documents.ts',
      ),
    ).not.toContain(rule);
  });

  it('reports the client that is not wrapped', () => {
    expect(
      lint(
        `import { S3Client } from '@aws-sdk/client-s3';

export const s3 = new S3Client({ region: 'us-east-1' });
`,
        'src/s3.ts',
      ),
    ).toContain(rule);
  });
});

it.each(['ts', 'js'] as const)('the generated module has no finding of the strict preset: %s', (language) => {
  const text = renderFailoverModule({
    language,
    module: 'esm',
    quote: "'",
    semicolons: true,
    indent: '  ',
    eol: '\n',
  });
  expect(lint(text, `src/config/region-failover.${language}`)).toEqual([]);
});
